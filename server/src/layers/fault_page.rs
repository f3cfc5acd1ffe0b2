//! The page of last resort: made without the router, the database or anything else that may be the reason for it.

use i18n::{Script, t};

/// A whole document that says one thing, how to go on, and leads home.
pub(super) fn render(script: Script, (message, hint): (&str, &str), stylesheet: &str) -> String {
    let (message, hint) = (escape(message), escape(hint));
    let (site, home) = (escape(&t!(script, "site-name")), escape(&t!(script, "to-home")));
    let (tag, prefix) = (script.tag(), script.prefix());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <title>{message} – {site}</title><link rel=\"stylesheet\" href=\"{stylesheet}\"></head>\
         <body><main class=\"container stack\"><h1>{message}</h1><p>{hint}</p><p><a href=\"/{prefix}/\">{home}</a></p></main></body></html>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
