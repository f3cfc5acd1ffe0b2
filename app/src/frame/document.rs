//! The HTML document around each page.

use i18n::{Script, t};
use leptos::prelude::*;
use leptos_meta::MetaTags;

use super::App;
use crate::Viewer;

/// The document: language, canonical address and its counterpart in the other script, styles, the loader of islands.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let address = |script: Script| format!("{}/{}{}", viewer.origin, script.prefix(), viewer.path);
    view! {
        <!DOCTYPE html>
        <html lang=script.tag()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="description" content=t!(script, "site-description") />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="canonical" href=address(script) />
                {Script::ALL
                    .map(|other| view! { <link rel="alternate" hreflang=other.tag() href=address(other) /> })
                    .collect_view()}
                <link rel="alternate" hreflang="x-default" href=format!("{}{}", viewer.origin, viewer.path) />
                <link rel="stylesheet" href=viewer.stylesheet.clone() />
                {viewer.has_island().then(|| view! { <HydrationScripts options=options islands=true /> })}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}
