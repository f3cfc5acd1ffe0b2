//! One line in the log and one count per request. Never the query, a header or a body: they may be a person's data.

use std::{sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use super::request_id::RequestId;
use crate::Site;

/// The pattern of the route that answered, such as `/{script}/offers/{slug}`.
#[derive(Clone, Debug)]
struct Route(MatchedPath);

pub(crate) async fn layer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let span = tracing::info_span!("request", id);
    let response = next.run(request).instrument(span.clone()).await;
    let took = began.elapsed();
    let status = response.status().as_u16();
    let route = response.extensions().get::<Route>().map_or("none", |route| route.0.as_str());
    site.metrics.answered(route, status, took);
    let ms = (took.as_secs_f64() * 10_000.0).round() / 10.0;
    span.in_scope(|| tracing::info!(%method, path, status, ms, "answered"));
    response
}

/// Inside the router: notes which route answers.
pub(crate) async fn mark(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned().map(Route);
    let mut response = next.run(request).await;
    if let Some(route) = route
        && response.extensions().get::<Route>().is_none()
    {
        response.extensions_mut().insert(route);
    }
    response
}
