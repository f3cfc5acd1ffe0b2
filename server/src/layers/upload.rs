//! Forms with files. A server function reads texts only: here the files are checked, scanned and kept as they come, and the form
//! goes on as one without them.
//!
//! The ids of what was kept join those in the field `files`, so that files outlast a refused form; what was wrong with one is a word
//! in `files_fault` ([`domain::upload::FileFault`]), so that its message stands at the field and nothing typed is lost. One file at
//! a time is in memory, and what is too large is read and thrown away: a browser that is cut off shows no message at all.

mod form;
mod parts;
mod sips;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use app::server::Request as Asked;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use parts::Receiver;

use crate::{Site, refusal::Refusal};

/// The server functions whose forms may carry files.
const PATHS: [&str; 3] = ["/api/inquiry/ask", "/api/inquiry/write", "/api/case/reply"];

const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// A form with files comes, to a function that takes them.
pub(crate) fn is_upload(request: &Request) -> bool {
    *request.method() == Method::POST
        && PATHS.contains(&request.uri().path())
        && content_type(request).get(..MULTIPART.len()).is_some_and(|kind| kind.eq_ignore_ascii_case(MULTIPART))
}

fn content_type(request: &Request) -> &str {
    request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

pub(crate) async fn layer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if !is_upload(&request) {
        return next.run(request).await;
    }
    let asked = request.extensions().get::<Asked>();
    let Some((address, Ok(session))) = asked.map(|asked| (asked.address.clone(), asked.session())) else {
        return Refusal::INTERNAL.into_response();
    };
    let boundary = multer::parse_boundary(content_type(&request)).ok().filter(|boundary| !boundary.is_empty());
    let Some(boundary) = boundary else { return Refusal::BAD_REQUEST.into_response() };
    let (mut parts, body) = request.into_parts();
    let received = Receiver::new(&site.cx, &session, &address, &site.uploads).receive(body, boundary).await;
    let form = match received.and_then(form::Form::encoded) {
        Ok(form) => form,
        Err(refusal) => return refusal.into_response(),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::TRANSFER_ENCODING);
    parts.headers.insert(header::CONTENT_TYPE, URL_ENCODED);
    next.run(Request::from_parts(parts, Body::from(form))).await
}
