//! No form of ours is larger than 64 KB. What is larger is read to its end (within reason), so that the browser gets to
//! see the answer instead of a broken connection, but never kept.

use axum::{
    body::{Body, Bytes},
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use percent_encoding::percent_decode;

use crate::{reader, refusal::Refusal};

/// Largest body in bytes.
pub(crate) const LIMIT: usize = 64 * 1024;

/// More than that is not even read.
const DRAIN: usize = 4 * 1024 * 1024;

pub(crate) async fn layer(request: Request, next: Next) -> Response {
    if !reader::writes(request.method()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let (path, headers) = (parts.uri.path(), &parts.headers);
    let called = reader::is_api(path) && !reader::is_plain_form(&parts.method, path, headers);
    match collect(body).await {
        // Nobody types NUL, and PostgreSQL keeps none. In a plain form it is shown as a fault at its field.
        Ok(bytes) if called && holds_nul(&bytes) => Refusal::BAD_REQUEST.into_response(),
        Ok(bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Err(refusal) => refusal.into_response(),
    }
}

/// As it came, or once its escapes are read.
fn holds_nul(body: &[u8]) -> bool {
    percent_decode(body).any(|byte| byte == 0)
}

async fn collect(mut body: Body) -> Result<Bytes, Refusal> {
    let mut kept = Vec::new();
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::BAD_REQUEST)?;
        let Ok(data) = frame.into_data() else { continue };
        size += data.len();
        if size <= LIMIT {
            kept.extend_from_slice(&data);
        } else {
            kept.clear();
        }
        if size > DRAIN {
            break;
        }
    }
    if size <= LIMIT { Ok(kept.into()) } else { Err(Refusal::TOO_LARGE) }
}
