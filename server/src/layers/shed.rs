//! Beyond so many requests in work, one more is told at once to come back instead of making all of them slow.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::sync::OwnedSemaphorePermit;

use crate::{Site, refusal::Refusal};

/// A request counts among those in work until the last copy is dropped: what is worked on behind a closed connection holds one.
#[derive(Clone, Debug)]
pub(crate) struct Permit(#[expect(dead_code, reason = "held, not read")] Arc<OwnedSemaphorePermit>);

pub(crate) async fn layer(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let Ok(permit) = Arc::clone(&site.permits).try_acquire_owned() else { return Refusal::BUSY.into_response() };
    let permit = Permit(Arc::new(permit));
    request.extensions_mut().insert(permit.clone());
    let response = next.run(request).await;
    drop(permit);
    response
}
