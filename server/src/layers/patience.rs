//! No request is worked on for ever. What is given up leaves no trace: its transaction is dropped.

use std::time::Duration;

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::upload;
use crate::refusal::Refusal;

/// Longer than any wait of the services (10 s for a turn to write, 10 s for a lock).
const PATIENCE: Duration = Duration::from_secs(30);

/// A form with files comes over a telephone's line: 25 MB at two megabits a second.
const UPLOAD: Duration = Duration::from_secs(120);

pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let patience = if upload::is_upload(&request) { UPLOAD } else { PATIENCE };
    tokio::time::timeout(patience, next.run(request)).await.unwrap_or_else(|_| {
        tracing::warn!("a request took too long and was given up");
        Refusal::BUSY.into_response()
    })
}
