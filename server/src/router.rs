//! Puts routes and layers together. The order of the layers is their meaning; see `layers`.

use std::{any::Any, sync::Arc};

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    Site, assets, files, health, hooks,
    layers::{
        answer, body, headers, origin, patience, plain_form, record, request_id, script, session, shed, upload,
        wellformed, write_key,
    },
    openapi, pages,
    refusal::Refusal,
};

/// The whole site.
pub fn router(site: &Arc<Site>) -> Router {
    let probes = Router::new()
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics))
        .route("/robots.txt", get(health::robots))
        .route("/api/openapi.json", get(openapi::document))
        .with_state(Arc::clone(site));
    // A layer around a router runs after its routing. What may change the address therefore stands around a router that
    // has nothing but a fallback.
    probes
        .merge(assets::routes(site))
        .merge(hooks::routes(site))
        .layer(from_fn(record::mark))
        .fallback_service(portal(site))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(Arc::clone(site), answer::layer))
        .layer(from_fn_with_state(Arc::clone(site), headers::layer))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)).compress_when(files::worth_compressing()))
        .layer(from_fn_with_state(Arc::clone(site), record::layer))
        .layer(from_fn(request_id::layer))
}

/// Pages and server functions, with what only they need. The last layer is the outermost.
fn portal(site: &Arc<Site>) -> Router {
    let routes = pages::routes(site).merge(files::routes(site)).layer(from_fn(record::mark));
    Router::new()
        .fallback_service(routes)
        .layer(from_fn_with_state(Arc::clone(site), write_key::layer))
        .layer(from_fn_with_state(Arc::clone(site), plain_form::layer))
        .layer(from_fn_with_state(Arc::clone(site), upload::layer))
        .layer(from_fn_with_state(Arc::clone(site), session::layer))
        .layer(from_fn(body::layer))
        .layer(from_fn_with_state(Arc::clone(site), origin::layer))
        .layer(from_fn_with_state(Arc::clone(site), script::layer))
        .layer(from_fn(wellformed::layer))
        .layer(from_fn(patience::layer))
        .layer(from_fn_with_state(Arc::clone(site), shed::layer))
}

fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    // The panic hook has told the log where; the reader learns no detail.
    Refusal::INTERNAL.into_response()
}
