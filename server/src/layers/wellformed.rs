//! Addresses that are no text: broken percent-encoding or broken UTF-8, in path or query.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;

use crate::refusal::Refusal;

pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if is_text(uri.path()) && uri.query().is_none_or(is_text) {
        next.run(request).await
    } else {
        Refusal::BAD_REQUEST.into_response()
    }
}

fn is_text(encoded: &str) -> bool {
    let escapes = encoded.bytes().enumerate().filter(|(_, byte)| *byte == b'%').all(|(at, _)| {
        let digits = encoded.as_bytes().get(at + 1..at + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    });
    escapes && percent_decode_str(encoded).decode_utf8().is_ok_and(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn broken_escapes_and_broken_utf8_are_seen() {
        for text in ["", "/zh-hans/stays", "q=%E9%A2%84%E8%AE%A2", "q=a+b%20c", "预订"] {
            assert!(is_text(text), "{text}");
        }
        for text in ["%", "%4", "%zz", "%E9%A2", "%FF", "%00", "q=%E9%A2&x=1"] {
            assert!(!is_text(text), "{text}");
        }
    }
}
