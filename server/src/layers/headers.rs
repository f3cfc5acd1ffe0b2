//! The headers that keep a browser from doing what no page of ours asks for.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{Site, reader};

/// For every answer.
const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The content security policy of a page; scripts in the page itself need the nonce of this very answer. `pay` is the origin
/// of the payment provider: a browser holds the redirect after a form against the policy of the form's page.
pub(crate) fn policy(nonce: Option<&str>, pay: Option<&str>) -> String {
    let pay = pay.map(|origin| format!(" {origin}")).unwrap_or_default();
    let nonce = nonce.map(|nonce| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    format!(
        "default-src 'self'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; form-action 'self'{pay}; frame-ancestors 'none'"
    )
}

pub(crate) async fn layer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let known = reader::cookie(request.headers(), super::session::cookie_name(&site.config)).is_some();
    let api = reader::is_api(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if site.config.https() {
        headers
            .insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY)
        && let Ok(value) = HeaderValue::from_str(&policy(None, site.pay_origin.as_deref()))
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, value);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let personal = api || known || headers.contains_key(header::SET_COOKIE);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching(personal)));
    }
    response
}

/// A page that may show a person's data is kept nowhere; any other is asked for again before it is shown.
fn caching(personal: bool) -> &'static str {
    if personal { "no-store" } else { "private, no-cache" }
}
