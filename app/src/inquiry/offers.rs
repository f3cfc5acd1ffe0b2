//! Articles that may answer a question, each opened beside it so that nothing typed is lost.

use domain::help::HelpHit;
use i18n::{Script, t};
use leptos::prelude::*;

/// The articles; nothing when there are none.
#[component]
pub(super) fn Offers(
    /// The reader's script.
    script: Script,
    /// The articles, the best first.
    hits: Vec<HelpHit>,
) -> impl IntoView {
    let items = hits
        .into_iter()
        .map(|hit| {
            let plain =
                |passages: Vec<(String, bool)>| -> String { passages.into_iter().map(|(words, _)| words).collect() };
            let (title, words) = (plain(hit.title), plain(hit.excerpt));
            view! {
                <li>
                    <a href=format!("/{script}/help/{}", hit.slug) target="_blank" rel="noopener">
                        {title}
                    </a>
                    <p class="muted">{words}</p>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <div class="offers__list" role="group" aria-label=t!(script, "offers-title")>
                <p>
                    <strong>{t!(script, "offers-title")}</strong>
                </p>
                <ul class="plain-list">{items}</ul>
            </div>
        }
    })
}
