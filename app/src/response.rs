//! What a page or a server function says about its response: status and where to go. In the browser it says nothing.

use domain::Rule;

/// Sets the HTTP status of the response being made.
pub fn status(code: u16) {
    #[cfg(feature = "ssr")]
    if let Some(options) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>()
        && let Ok(code) = http::StatusCode::from_u16(code)
    {
        options.set_status(code);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = code;
}

/// Tells the layers around why the business refused.
pub fn refuse(rule: &Rule) {
    #[cfg(feature = "ssr")]
    if let Some(request) = leptos::prelude::use_context::<crate::server::Request>() {
        request.outcome.refuse(rule.clone());
    }
    #[cfg(not(feature = "ssr"))]
    let _ = rule;
}

/// Sends the reader to the payment provider's page, or to the one of ours that stands for it, when the form was sent without
/// script. The layers let no other site through; an address that is none is not set at all.
pub fn leave(url: &str) {
    if url.starts_with('/') {
        return go(url);
    }
    if ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
        && url.bytes().all(|byte| byte.is_ascii_graphic())
    {
        go(url);
    }
}

/// Sends the reader to another page of this site when the form was sent without script; `path` starts with a slash.
pub fn go(path: &str) {
    #[cfg(feature = "ssr")]
    leptos_axum::redirect(path);
    #[cfg(not(feature = "ssr"))]
    let _ = path;
}
