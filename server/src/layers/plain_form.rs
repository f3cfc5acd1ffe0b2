//! Forms sent without script: the same server functions, answered with a page instead of JSON.
//!
//! Done: on to the page the server function names, which may be the payment provider's. Refused: back to the form, with what was typed waiting under the
//! session; the address carries only the draft's id (X2, X3).

use std::sync::Arc;

use app::server::Request as Asked;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Rule;
use i18n::Script;
use services::draft;

use super::{shorten::Shortened, typed::Typed};
use crate::{
    Site, reader,
    refusal::{self, Refusal},
};

pub(crate) async fn layer(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    if !reader::is_api(request.uri().path()) || !reader::wants_html(request.headers()) {
        return next.run(request).await;
    }
    let plain = reader::is_plain_form(request.method(), request.uri().path(), request.headers());
    let referer = reader::referer(request.headers()).map(str::to_owned);
    // Server functions know one way to answer only.
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let Some(asked) = request.extensions().get::<Asked>().cloned() else { return next.run(request).await };
    if !plain {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    // The layer outside has bounded it.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return Refusal::TOO_LARGE.into_response() };
    let form = parts.uri.path().trim_start_matches("/api/").to_owned();
    let mut typed = Typed::read(&bytes);
    if parts.extensions.remove::<Shortened>().is_some() {
        typed.shorten();
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    let response = next.run(Request::from_parts(parts, Body::from(typed.body()))).await;

    let origin = typed.back().filter(|path| is_page(path)).or(referer.as_deref().filter(|path| is_page(path)));
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return done(response, site.pay_origin.as_deref(), origin, asked.script);
    }
    match asked.outcome.take_refusal() {
        Some(rule) => match keep(&asked, &form, &typed, &rule).await {
            Ok(id) => see_other(HeaderMap::new(), &with_retry(&origin_or_home(origin, asked.script), &id)),
            Err(refusal) => refusal.into_response(),
        },
        // No refusal of the business: not a form of ours, or a fault of ours.
        None => Refusal::of_status(response.status()).into_response(),
    }
}

fn done(response: Response, pay: Option<&str>, origin: Option<&str>, script: Script) -> Response {
    let (parts, _) = response.into_parts();
    let named = parts.headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
    let location = named.filter(|path| is_local(path) || is_of(path, pay)).map(str::to_owned);
    let location = location.unwrap_or_else(|| origin_or_home(origin, script));
    let mut headers = HeaderMap::new();
    for cookie in parts.headers.get_all(header::SET_COOKIE) {
        headers.append(header::SET_COOKIE, cookie.clone());
    }
    see_other(headers, &location)
}

async fn keep(asked: &Asked, form: &str, typed: &Typed, rule: &Rule) -> Result<String, Refusal> {
    let session = asked.asker.as_ref().ok_or(Refusal::INTERNAL)?.session();
    let code = serde_json::to_string(rule).map_err(|_| Refusal::INTERNAL)?;
    let faults = match rule {
        Rule::Invalid(faults) => faults.as_slice(),
        _ => &[],
    };
    let saved = draft::save(&asked.cx, session, form, &typed.kept(), &code, faults).await;
    saved.map_err(|error| refusal::of_service(&error))
}

fn see_other(mut headers: HeaderMap, location: &str) -> Response {
    let Ok(location) = HeaderValue::from_str(location) else { return Refusal::INTERNAL.into_response() };
    headers.insert(header::LOCATION, location);
    (StatusCode::SEE_OTHER, headers).into_response()
}

fn origin_or_home(origin: Option<&str>, script: Script) -> String {
    origin.map_or_else(|| format!("/{script}/"), str::to_owned)
}

/// The address of the form's page, told which draft to show.
fn with_retry(path: &str, id: &str) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut pairs: Vec<&str> =
        query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("retry=")).collect();
    let retry = format!("retry={id}");
    pairs.push(&retry);
    format!("{path}?{}", pairs.join("&"))
}

/// A page of ours: a local path under a script, as an address carries it.
fn is_page(path: &str) -> bool {
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    is_local(path) && reader::split(bare).is_some()
}

/// A path of this site and not, in any browser's reading, the address of another one.
fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// An address at the payment provider's origin, and nowhere else in any browser's reading.
fn is_of(url: &str, pay: Option<&str>) -> bool {
    pay.is_some()
        && gateway::origin(url).as_deref() == pay
        && url.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_keeps_its_query_and_names_one_draft() {
        assert_eq!(with_retry("/zh-hans/book/x?day=1&retry=old#name", "new"), "/zh-hans/book/x?day=1&retry=new");
        assert_eq!(with_retry("/zh-hans/login", "id"), "/zh-hans/login?retry=id");
    }

    #[test]
    fn nobody_is_sent_to_another_site_but_the_payment_provider() {
        let pay = Some("https://pay.example");
        assert!(is_of("https://pay.example/pay/1?x=2", pay));
        for url in [
            "https://pay.example.evil.example/",
            "https://pay.example@evil.example/",
            "https://pay.example:8443/",
            "http://pay.example/",
            "https:\\\\pay.example/",
            "https://pay.example/\n",
            "//pay.example/",
            "javascript:alert(1)",
            "",
        ] {
            assert!(!is_of(url, pay), "{url}");
        }
        assert!(!is_of("https://pay.example/", None) && !is_of("null", None));
    }

    #[test]
    fn a_function_may_lead_to_the_payment_provider_or_to_a_page_of_ours() {
        let led = |to: &str| {
            let response = (StatusCode::FOUND, [(header::LOCATION, to.to_owned())]).into_response();
            let response = done(response, Some("https://pay.example"), Some("/zh-hans/bookings"), Script::Hans);
            response.headers()[header::LOCATION].to_str().unwrap().to_owned()
        };
        assert_eq!(led("https://pay.example/pay/1"), "https://pay.example/pay/1");
        assert_eq!(led("/zh-hans/account"), "/zh-hans/account");
        assert_eq!(led("https://evil.example/pay/1"), "/zh-hans/bookings");
    }

    #[test]
    fn only_pages_of_ours_are_gone_back_to() {
        for path in ["/zh-hans/", "/zh-hant/book/x?day=1"] {
            assert!(is_page(path), "{path}");
        }
        for path in [
            "",
            "/",
            "//evil.example/zh-hans/",
            "https://evil.example/",
            "/\\evil",
            "/zh-hans/\\x",
            "/zh-hans/\n",
            "/stays",
        ] {
            assert!(!is_page(path), "{path}");
        }
    }
}
