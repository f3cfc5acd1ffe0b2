//! What was found.

use domain::help::HelpHit;
use i18n::text;
use leptos::prelude::*;
use ui::Tag;

use super::markup::passages;
use crate::Viewer;

/// The articles that were found, the best first.
#[component]
pub(super) fn Hits(
    /// The articles.
    hits: Vec<HelpHit>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let items = hits
        .into_iter()
        .map(|hit| {
            let href = viewer.to(&format!("/help/{}", hit.slug));
            view! {
                <li class="help-hit">
                    <p class="help-hit__title">
                        <a href=href>{passages(hit.title)}</a>
                        <Tag>{text(viewer.script, &format!("help-topic-{}", hit.topic))}</Tag>
                    </p>
                    <p class="help-hit__excerpt">{passages(hit.excerpt)}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="help-hits">{items}</ol> }
}
