//! Which writes are guarded, and where their keys are found.

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderName, Method, header},
};

use crate::refusal::Refusal;

/// The header that names a key.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Longest key.
const LONGEST: usize = 200;

/// Who chose the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// A program, in a header.
    Program(String),
    /// The page a form stands on, in a hidden field.
    Form(String),
}

/// What books, pays or refunds.
pub(super) fn is_guarded(method: &Method, path: &str) -> bool {
    let guarded = |path: &str| {
        path.starts_with("payment/")
            || path.starts_with("change/")
            || path.starts_with("voucher/")
            || path.starts_with("invoice/")
            || matches!(
                path,
                "booking/place"
                    | "booking/extend"
                    | "inquiry/write"
                    | "case/reply"
                    | "desk/record-payment"
                    | "desk/resolve-payment"
                    | "desk/pay-out"
                    | "desk/retry-refund"
                    | "desk/check-refund"
                    | "desk/release-refund"
                    | "desk/send-back-refund"
                    | "desk/check-collection"
                    | "desk/take-collection"
            )
    };
    *method == Method::POST && path.strip_prefix("/api/").is_some_and(guarded)
}

/// The key of a request: the header's, else the form's own.
pub(super) fn chosen(headers: &HeaderMap, body: &Bytes) -> Result<Option<Chosen>, Refusal> {
    let mut named = headers.get_all(KEY).iter();
    if let Some(key) = named.next() {
        let key = key.to_str().unwrap_or_default();
        let fits = is_key(key) && named.next().is_none();
        return if fits { Ok(Some(Chosen::Program(key.to_owned()))) } else { Err(Refusal::BAD_REQUEST) };
    }
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if !is_form {
        return Ok(None);
    }
    let field = form_urlencoded::parse(body).find(|(name, _)| name == "key");
    Ok(field.map(|(_, key)| key.into_owned()).filter(|key| is_key(key)).map(Chosen::Form))
}

fn is_key(key: &str) -> bool {
    (1..=LONGEST).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen_of(pairs: &[(&'static str, &str)], body: &'static str) -> Result<Option<Chosen>, Refusal> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        chosen(&headers, &Bytes::from_static(body.as_bytes()))
    }

    const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

    #[test]
    fn the_header_goes_before_the_form() {
        assert_eq!(chosen_of(&[FORM], "a=1&key=f"), Ok(Some(Chosen::Form("f".to_owned()))));
        assert_eq!(chosen_of(&[FORM, ("idempotency-key", "h")], "key=f"), Ok(Some(Chosen::Program("h".to_owned()))));
        assert_eq!(chosen_of(&[], "key=f"), Ok(None));
        assert_eq!(chosen_of(&[FORM], "monkey=f&key="), Ok(None));
    }

    #[test]
    fn a_header_that_is_no_key_is_a_bad_request() {
        for key in ["", " ", "a b", "schl\u{fc}ssel", &"k".repeat(201)] {
            assert_eq!(chosen_of(&[("idempotency-key", key)], ""), Err(Refusal::BAD_REQUEST), "{key}");
        }
        let twice = [("idempotency-key", "one"), ("idempotency-key", "two")];
        assert_eq!(chosen_of(&twice, ""), Err(Refusal::BAD_REQUEST));
    }

    #[test]
    fn only_writes_that_book_or_pay_are_guarded() {
        for path in ["/api/booking/place", "/api/payment/start", "/api/change/commit", "/api/desk/pay-out"] {
            assert!(is_guarded(&Method::POST, path) && !is_guarded(&Method::GET, path), "{path}");
        }
        for path in ["/api/booking/check", "/api/desk/sign-in", "/api/payments", "/zh-hans/api/booking/place"] {
            assert!(!is_guarded(&Method::POST, path), "{path}");
        }
    }
}
