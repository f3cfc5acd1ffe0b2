//! What in a draft looks personal, marked, and the button that replaces it.

use domain::help::{HelpDesk, Suspect};
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{Button, Hidden, Notice, Tone};

use crate::Viewer;

/// The lines with something personal in them; nothing where there is none.
#[component]
pub(super) fn Suspects(
    /// The article.
    desk: HelpDesk,
) -> impl IntoView {
    if desk.suspects.is_empty() {
        return ().into_any();
    }
    let viewer = Viewer::current();
    let script = viewer.script;
    let seen = desk.versions.first().map(|version| version.number.to_string()).unwrap_or_default();
    let lines = desk.suspects.into_iter().map(|line| view! { <li>{marked(script, line)}</li> }).collect_view();
    view! {
        <Notice tone=Tone::Warn title=t!(script, "help-suspects")>
            <p>{t!(script, "help-suspects-text")}</p>
            <ul class="help-suspects">{lines}</ul>
            <form method="post" action="/api/help/redact">
                <Hidden name="id" value=desk.row.id.to_string() />
                <Hidden name="seen" value=seen />
                <Hidden name="back" value=viewer.to(&viewer.path) />
                <Button tone=Tone::Primary>{t!(script, "help-redact")}</Button>
            </form>
        </Notice>
    }
    .into_any()
}

fn marked(script: Script, line: Vec<Suspect>) -> impl IntoView {
    line.into_iter()
        .map(|(part, secret)| match secret {
            None => part.into_any(),
            Some(secret) => {
                let instead = text(script, &format!("help-instead-{secret}"));
                let said = t!(script, "help-suspect", found = part.clone(), instead = instead.clone());
                view! {
                    <span class="help-suspect">
                        <del aria-hidden="true">{part}</del>
                        <ins aria-hidden="true">{instead}</ins>
                        <span class="visually-hidden">{said}</span>
                    </span>
                }
                .into_any()
            }
        })
        .collect_view()
}
