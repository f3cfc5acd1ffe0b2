//! Probes for whoever runs the site: is the process there, can it work, how is it doing.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{Site, refusal::Refusal};

/// `GET /healthz`: the process answers.
pub(crate) async fn healthz() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers and has the schema that this program needs.
pub(crate) async fn readyz(State(site): State<Arc<Site>>) -> Response {
    let database = site.cx.ping().await.inspect_err(|error| tracing::error!(%error, "the database does not answer"));
    let pending = match database {
        Ok(()) => site.cx.pending_migrations().await.ok(),
        Err(_) => None,
    };
    let ready = pending == Some(0);
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(json!({ "ready": ready, "database": pending.is_some(), "pending_migrations": pending })))
        .into_response()
}

/// `GET /metrics`.
pub(crate) async fn metrics(State(site): State<Arc<Site>>) -> Response {
    match site.metrics.render(&site.cx) {
        Ok(text) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the figures cannot be written");
            Refusal::INTERNAL.into_response()
        }
    }
}

/// `GET /robots.txt`: offers may be found; whatever concerns one person is nobody's to index.
pub(crate) async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /api/\nDisallow: /zh-hans/account\nDisallow: /zh-hant/account\n\
     Disallow: /zh-hans/book\nDisallow: /zh-hant/book\nDisallow: /zh-hans/desk\nDisallow: /zh-hant/desk\n\
     Disallow: /zh-hans/bookings\nDisallow: /zh-hant/bookings\n"
}
