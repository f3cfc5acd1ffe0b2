//! One address per script: what has none is sent to the one the reader wants, and a page that is read is remembered.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header, uri::PathAndQuery},
    middleware::Next,
    response::{IntoResponse, Response},
};
use i18n::Script;

use crate::{
    Site,
    reader::{self, SCRIPT_COOKIE},
    refusal::Refusal,
};

pub(crate) async fn layer(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if reader::is_api(&path) {
        return next.run(request).await;
    }
    let Some((script, rest)) = reader::split(&path) else {
        return without_prefix(&site, request, next, &path).await;
    };
    if let Some(trimmed) = path.strip_suffix('/') {
        // The home page is `/zh-hans/`, to the router `/zh-hans`; every other page has one address, without the slash.
        if rest != "/" && request.method() == Method::GET {
            return to(StatusCode::PERMANENT_REDIRECT, &with_query(trimmed, request.uri()));
        }
        if let Err(refusal) = rewrite(&mut request, trimmed) {
            return refusal.into_response();
        }
    }
    let remembered = reader::cookie(request.headers(), SCRIPT_COOKIE) == Some(script.prefix());
    let mut response = next.run(request).await;
    if !remembered
        && response.status().is_success()
        && let Ok(cookie) = HeaderValue::from_str(&cookie(script, site.config.https()))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A page of ours by its old or shortened address: to the script wanted. Anything else: the page that says that there
/// is nothing, in the script wanted.
async fn without_prefix(site: &Site, mut request: Request, next: Next, path: &str) -> Response {
    let script = reader::preferred(request.headers());
    let first = path.split('/').nth(1).unwrap_or_default();
    if path == "/" || site.sections.iter().any(|section| section == first) {
        let mut response = to(StatusCode::TEMPORARY_REDIRECT, &with_query(&format!("/{script}{path}"), request.uri()));
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
        return response;
    }
    match rewrite(&mut request, &format!("/{script}{path}")) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

fn rewrite(request: &mut Request, path: &str) -> Result<(), Refusal> {
    let mut parts = request.uri().clone().into_parts();
    let path = PathAndQuery::try_from(with_query(path, request.uri())).map_err(|_| Refusal::BAD_REQUEST)?;
    parts.path_and_query = Some(path);
    *request.uri_mut() = Uri::from_parts(parts).map_err(|_| Refusal::BAD_REQUEST)?;
    Ok(())
}

fn with_query(path: &str, uri: &Uri) -> String {
    uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
}

fn to(status: StatusCode, location: &str) -> Response {
    match HeaderValue::from_str(location) {
        Ok(location) => (status, [(header::LOCATION, location)]).into_response(),
        Err(_) => Refusal::BAD_REQUEST.into_response(),
    }
}

/// For a year; no secret, but nothing of ours in the browser needs to read it.
fn cookie(script: Script, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{SCRIPT_COOKIE}={script}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}")
}
