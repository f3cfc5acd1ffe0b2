//! Beyond so many requests in work, one more is told at once to come back instead of making all of them slow.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{Site, refusal::Refusal};

pub(crate) async fn layer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    match site.permits.try_acquire() {
        Ok(_permit) => next.run(request).await,
        Err(_) => Refusal::BUSY.into_response(),
    }
}
