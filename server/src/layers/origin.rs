//! Whatever changes something must have been sent from a page of ours: the protection of every form against other sites.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{Config, Site, reader, refusal::Refusal};

pub(crate) async fn layer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let host = reader::host(request.uri(), request.headers());
    if reader::writes(request.method()) && !is_ours(&site.config, request.headers(), host) {
        tracing::warn!("a request from another site was refused");
        return Refusal::FORBIDDEN_ORIGIN.into_response();
    }
    next.run(request).await
}

/// A browser says where a request comes from; one that says nothing is not believed.
fn is_ours(config: &Config, headers: &HeaderMap, host: Option<&str>) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else { return false };
    // Outside of production the site may be reached by names that the configuration does not know, such as `localhost`.
    let by_host = || !config.production && host.is_some() && origin.split_once("://").map(|(_, name)| name) == host;
    origin == config.origin || by_host()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(production: bool, pairs: &[(&'static str, &str)]) -> bool {
        let secret = "0123456789abcdef0123456789abcdef";
        let config = Config::read(|name| match name {
            "APP_ORIGIN" => Some("https://yueding.example".to_owned()),
            "APP_SECRET" => Some(secret.to_owned()),
            "APP_ENV" if production => Some("production".to_owned()),
            _ => None,
        });
        let headers = pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        is_ours(&config.unwrap(), &headers, Some("localhost:3000"))
    }

    #[test]
    fn pages_of_ours_are_let_through() {
        assert!(ours(true, &[("sec-fetch-site", "same-origin")]));
        assert!(ours(true, &[("sec-fetch-site", "none")]));
        assert!(ours(true, &[("origin", "https://yueding.example")]));
        assert!(ours(false, &[("origin", "http://localhost:3000")]));
    }

    #[test]
    fn other_sites_are_refused() {
        assert!(!ours(true, &[]));
        assert!(!ours(true, &[("origin", "null")]));
        assert!(!ours(true, &[("origin", "https://evil.example")]));
        assert!(!ours(true, &[("origin", "https://yueding.example.evil.example")]));
        assert!(!ours(true, &[("origin", "http://localhost:3000")]));
        assert!(!ours(true, &[("sec-fetch-site", "same-site"), ("origin", "https://yueding.example")]));
        assert!(!ours(false, &[("sec-fetch-site", "cross-site")]));
    }
}
