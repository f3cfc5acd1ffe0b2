//! No form of ours is larger than 64 KB. What is larger is read to its end (within reason), so that the browser gets to
//! see the answer instead of a broken connection. A plain form is shortened field by field meanwhile, so that everything
//! else that was typed comes back; of anything else nothing is kept. Forms with files have a layer of their own, `upload`.

use axum::{
    body::{Body, Bytes},
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use percent_encoding::percent_decode;

use super::{
    shorten::{Shortened, Shortener},
    upload,
};
use crate::{reader, refusal::Refusal};

/// Largest body in bytes.
pub(crate) const LIMIT: usize = 64 * 1024;

/// A larger form is not shortened but refused.
const FORM: usize = 4 * 1024 * 1024;

/// More than that is not even read.
const DRAIN: usize = 16 * 1024 * 1024;

/// What came.
enum Came {
    Whole(Bytes),
    /// A form too large, its long fields cut.
    Cut(Bytes),
}

pub(crate) async fn layer(request: Request, next: Next) -> Response {
    if !reader::writes(request.method()) || upload::is_upload(&request) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let (path, headers) = (parts.uri.path(), &parts.headers);
    let form = reader::is_plain_form(&parts.method, path, headers);
    let called = reader::is_api(path) && !form;
    match collect(body, form).await {
        // Nobody types NUL, and PostgreSQL keeps none. In a plain form it is shown as a fault at its field.
        Ok(Came::Whole(bytes)) if called && holds_nul(&bytes) => Refusal::BAD_REQUEST.into_response(),
        Ok(Came::Whole(bytes)) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Ok(Came::Cut(bytes)) => {
            parts.extensions.insert(Shortened);
            next.run(Request::from_parts(parts, Body::from(bytes))).await
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// As it came, or once its escapes are read.
fn holds_nul(body: &[u8]) -> bool {
    percent_decode(body).any(|byte| byte == 0)
}

async fn collect(mut body: Body, form: bool) -> Result<Came, Refusal> {
    let mut whole = Vec::new();
    let mut shortener = Shortener::default();
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::BAD_REQUEST)?;
        let Ok(data) = frame.into_data() else { continue };
        size += data.len();
        if size > DRAIN {
            return Err(Refusal::TOO_LARGE);
        }
        if size <= LIMIT {
            whole.extend_from_slice(&data);
        } else if form && size <= FORM {
            shortener.take(&std::mem::take(&mut whole));
            shortener.take(&data);
        } else {
            whole.clear();
        }
    }
    match size {
        0..=LIMIT => Ok(Came::Whole(whole.into())),
        _ if form && size <= FORM => shortener.done().map(Came::Cut).ok_or(Refusal::TOO_LARGE),
        _ => Err(Refusal::TOO_LARGE),
    }
}
