//! The routes.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::from_fn_with_state,
    routing::{get, post},
};

use crate::{
    Sandbox, api, control, page,
    signed::{self, Door},
    sms,
};

/// Everything the provider answers to.
pub fn router(sandbox: &Sandbox) -> Router {
    let door = |key: &gateway::Key, moody| {
        let door = Door { sandbox: sandbox.clone(), key: key.clone(), moody };
        from_fn_with_state(door, signed::layer)
    };
    let payments = Router::new()
        .route("/v1/orders", post(api::create))
        .route("/v1/orders/{number}", get(api::query))
        .route("/v1/orders/{number}/close", post(api::close))
        .route("/v1/refunds", post(api::refund))
        .route("/v1/refunds/{number}", get(api::query_refund))
        .layer(door(&sandbox.0.settings.pay, true));
    let messages = Router::new().route("/v1/sms", post(sms::take)).layer(door(&sandbox.0.settings.sms, false));
    Router::new()
        .route("/control", post(control::control))
        .route("/control/state", get(control::state))
        .route("/control/orders", get(control::orders))
        .route("/control/orders/{number}", get(control::order).post(control::act))
        .route("/control/sms", get(sms::all))
        .route("/pay/{reference}", get(page::show).post(page::act))
        .route("/sms", get(sms::list))
        .route("/sandbox.css", get(page::style))
        .route("/healthz", get(async || "ok\n"))
        .merge(payments)
        .merge(messages)
        .layer(DefaultBodyLimit::max(gateway::LIMIT))
        .with_state(sandbox.clone())
}
