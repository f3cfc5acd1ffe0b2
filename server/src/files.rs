//! Attachments as downloads (C1): never shown in the browser, never kept by it, never for anybody who may not read them.

use std::{fmt::Write as _, sync::Arc};

use app::server::Request as Asked;
use axum::{
    Router,
    extract::{Path, Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Rule;
use services::upload::{self, Content};
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::{Site, pages, refusal};

/// What a browser may do with a file, should it show it after all: nothing.
const POLICY: &str = "sandbox; default-src 'none'";

/// The route. Its address has no script; the layer `script` gives it the reader's, as it does for every address without one.
pub(crate) fn routes(site: &Arc<Site>) -> Router {
    Router::new().route("/{script}/files/{id}", get(download)).with_state(Arc::clone(site))
}

/// Whatever is compressed elsewhere, but no document: it gains little and would lose its length.
pub(crate) fn worth_compressing() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("application/pdf"))
}

/// `GET /files/{id}`.
async fn download(State(site): State<Arc<Site>>, Path((_, id)): Path<(String, String)>, request: Request) -> Response {
    let asked = request.extensions().get::<Asked>();
    let (asker, staff) = asked.map_or((None, None), |asked| (asked.asker.as_ref(), asked.staff.as_ref()));
    match upload::reader(&site.cx, asker, staff, &id).await {
        Ok(content) => file(content),
        Err(services::Error::Refused(Rule::Unknown)) => pages::missing(&site, request).await,
        Err(error) => refusal::of_service(&error).into_response(),
    }
}

fn file(content: Content) -> Response {
    let length = content.bytes.len();
    let mut response = content.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content.kind.mime()));
    headers.insert(header::CONTENT_LENGTH, length.into());
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition(&content.name)) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// To be saved under its name (RFC 6266): every byte but the harmless ones is escaped.
fn disposition(name: &str) -> String {
    let mut value = "attachment; filename*=UTF-8''".to_owned();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            value.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(value, "%{byte:02X}");
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_says_more_than_a_name() {
        assert_eq!(disposition("照片 1.png"), "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%201.png");
        assert_eq!(
            disposition("a\"; filename=b\r\n.pdf"),
            "attachment; filename*=UTF-8''a%22%3B%20filename%3Db%0D%0A.pdf"
        );
    }
}
