//! A refusal by a layer: a bare response that carries only its code. One layer, `answer`, words all of them.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::Rule;

/// Why a layer refuses; `code` is worded as `rule-{code}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    status: StatusCode,
    /// Stable, part of the wire's error shape.
    pub(crate) code: &'static str,
}

impl Refusal {
    /// The request cannot be understood.
    pub(crate) const BAD_REQUEST: Self = Self::new(StatusCode::BAD_REQUEST, "bad-request");
    /// A form was sent from another site.
    pub(crate) const FORBIDDEN_ORIGIN: Self = Self::new(StatusCode::FORBIDDEN, "forbidden-origin");
    /// There is no such thing.
    pub(crate) const UNKNOWN: Self = Self::new(StatusCode::NOT_FOUND, "unknown");
    /// The body is larger than any form of ours.
    pub(crate) const TOO_LARGE: Self = Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    /// Too much to do just now.
    pub(crate) const BUSY: Self = Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy");
    /// A fault of ours; no detail leaves the house.
    pub(crate) const INTERNAL: Self = Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal");

    const fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code }
    }

    /// The refusal that fits a status which somebody else has set without saying why.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let code = match status {
            StatusCode::NOT_FOUND => "unknown",
            StatusCode::PAYLOAD_TOO_LARGE => "too-large",
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => "busy",
            status if status.is_server_error() => "internal",
            _ => "bad-request",
        };
        Self::new(status, code)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A fault of a service outside of server functions: a refusal keeps its status, everything else is masked and logged.
pub(crate) fn of_service(error: &services::Error) -> Refusal {
    match error.rule() {
        Some(rule) => {
            let status = StatusCode::from_u16(rule.status()).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
            // Words that name a time or an amount cannot be had from the code alone.
            if Rule::is_plain(rule.code()) { Refusal::new(status, rule.code()) } else { Refusal::of_status(status) }
        }
        None => {
            tracing::error!(%error, "a service failed");
            Refusal::INTERNAL
        }
    }
}
