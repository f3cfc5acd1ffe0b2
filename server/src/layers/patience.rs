//! No request is worked on for ever. What is given up leaves no trace: its transaction is dropped.

use std::time::Duration;

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::refusal::Refusal;

/// Longer than any wait of the services (10 s for a turn to write, 10 s for a lock).
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) async fn layer(request: Request, next: Next) -> Response {
    tokio::time::timeout(PATIENCE, next.run(request)).await.unwrap_or_else(|_| {
        tracing::warn!("a request took too long and was given up");
        Refusal::BUSY.into_response()
    })
}
