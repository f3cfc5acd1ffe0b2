//! What others tell us of their own accord: notifications of the payment provider. They come from no page of ours and have
//! no session; a signature says who speaks.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::json;
use services::payment::{self, Forged, Refused, Verdict};

use crate::{
    Site,
    layers::{body, patience, shed},
};

/// What comes of a notification: a word for figures and log, and the status of the answer. Whatever is not 2xx comes again.
struct Outcome(&'static str, StatusCode);

/// The routes, with the layers that guard them.
pub(crate) fn routes(site: &Arc<Site>) -> Router {
    Router::new()
        .route("/hooks/payment/{provider}", post(payment))
        .with_state(Arc::clone(site))
        .layer(from_fn(body::layer))
        .layer(from_fn(patience::layer))
        .layer(from_fn_with_state(Arc::clone(site), shed::layer))
}

/// Where a provider sends its notifications.
pub(crate) fn payment_path(provider: &str) -> String {
    format!("/hooks/payment/{provider}")
}

/// `POST /hooks/payment/{provider}`. Neither body nor headers are ever logged.
async fn payment(State(site): State<Arc<Site>>, Path(provider): Path<String>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    // The layer has read it already.
    let Ok(body) = axum::body::to_bytes(body, body::LIMIT).await else {
        return answer(&site, &Outcome("too-large", StatusCode::PAYLOAD_TOO_LARGE));
    };
    let here = site.cx.outside().gateway.as_ref().is_some_and(|gateway| gateway.name() == provider);
    let outcome = if here {
        judged(&site, parts.uri.path(), &parts.headers, &body).await
    } else {
        Outcome("no-provider", StatusCode::NOT_FOUND)
    };
    answer(&site, &outcome)
}

async fn judged(site: &Site, path: &str, headers: &HeaderMap, body: &Bytes) -> Outcome {
    if headers.get(header::CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
        return Outcome("unreadable", StatusCode::BAD_REQUEST);
    }
    let header = |name: &str| headers.get(name)?.to_str().ok().map(str::to_owned);
    match payment::notified(&site.cx, path, &header, body).await {
        Ok(Verdict::Worked) => Outcome("worked", StatusCode::OK),
        Ok(Verdict::Repeated) => Outcome("repeated", StatusCode::OK),
        Err(Refused::Forged(Forged::Format)) => {
            tracing::error!("a signed notification of the payment provider cannot be read");
            Outcome("unreadable", StatusCode::BAD_REQUEST)
        }
        Err(Refused::Forged(why)) => {
            tracing::warn!(%why, "a notification that is not the payment provider's was refused");
            Outcome("forged", StatusCode::UNAUTHORIZED)
        }
        Err(Refused::Unknown) => {
            tracing::warn!("the payment provider tells of something we do not know");
            Outcome("unknown", StatusCode::NOT_FOUND)
        }
        Err(Refused::Later(error)) if error.rule().is_some() => Outcome("later", StatusCode::SERVICE_UNAVAILABLE),
        Err(Refused::Later(error)) => {
            tracing::error!(%error, "a notification of the payment provider could not be worked on");
            Outcome("later", StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}

fn answer(site: &Site, &Outcome(word, status): &Outcome) -> Response {
    site.metrics.notified(word);
    if let (true, Some(gateway)) = (status.is_success(), &site.cx.outside().gateway) {
        return (status, gateway.acknowledge()).into_response();
    }
    (status, Json(json!({ "code": word }))).into_response()
}
