//! What a request's headers say of its reader.

use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use i18n::Script;

/// Name of the cookie that remembers the script.
pub(crate) const SCRIPT_COOKIE: &str = "script";

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The script that the first segment of a path names, and the rest of the path.
pub(crate) fn split(path: &str) -> Option<(Script, &str)> {
    let rest = path.strip_prefix('/')?;
    let end = rest.find('/').unwrap_or(rest.len());
    Some((rest[..end].parse().ok()?, &rest[end..]))
}

/// The script of the answer: that of the page, else of the page a form was sent from, else what cookie and browser say.
pub(crate) fn script(uri: &Uri, headers: &HeaderMap) -> Script {
    split(uri.path()).or_else(|| split(referer(headers)?)).map_or_else(|| preferred(headers), |(script, _)| script)
}

/// The script that cookie and browser ask for, whatever the address.
pub(crate) fn preferred(headers: &HeaderMap) -> Script {
    let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    i18n::negotiate(cookie(headers, SCRIPT_COOKIE), accept)
}

/// Path (and query) of the page the request came from.
pub(crate) fn referer(headers: &HeaderMap) -> Option<&str> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let (_, rest) = referer.split_once("://")?;
    rest.find('/').map(|start| &rest[start..])
}

/// The host a browser believes to talk to.
pub(crate) fn host<'a>(uri: &'a Uri, headers: &'a HeaderMap) -> Option<&'a str> {
    headers.get(header::HOST).and_then(|value| value.to_str().ok()).or_else(|| uri.authority().map(|it| it.as_str()))
}

/// A server function is called.
pub(crate) fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// A browser shows the answer as a page (a link, an address, a plain form).
pub(crate) fn wants_html(headers: &HeaderMap) -> bool {
    headers.get_all(header::ACCEPT).iter().any(|value| value.to_str().is_ok_and(|value| value.contains("text/html")))
}

/// A form that a browser without script has sent to a server function.
pub(crate) fn is_plain_form(method: &Method, path: &str, headers: &HeaderMap) -> bool {
    let form = |value: &HeaderValue| value.as_bytes().starts_with(b"application/x-www-form-urlencoded");
    *method == Method::POST
        && is_api(path)
        && wants_html(headers)
        && headers.get(header::CONTENT_TYPE).is_some_and(form)
}

/// The method changes something.
pub(crate) fn writes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_the_first_segment_and_nothing_else() {
        assert_eq!(split("/zh-hant/stays/x"), Some((Script::Hant, "/stays/x")));
        assert_eq!(split("/zh-hans"), Some((Script::Hans, "")));
        assert_eq!(split("/zh-hans-x/stays"), None);
        assert_eq!(split("/stays/zh-hans"), None);
    }

    #[test]
    fn one_cookie_of_several_is_found() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=1; script=zh-hant".parse().unwrap());
        headers.append(header::COOKIE, "session=x=y".parse().unwrap());
        assert_eq!(cookie(&headers, "script"), Some("zh-hant"));
        assert_eq!(cookie(&headers, "session"), Some("x=y"));
        assert_eq!(cookie(&headers, "sess"), None);
    }
}
