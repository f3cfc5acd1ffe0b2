//! Numbers that stand for a whole page.

use leptos::prelude::*;

use crate::{blank::given, tone::Tone};

/// A number with what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatItem {
    /// What it is.
    pub label: String,
    /// The number, in words.
    pub value: String,
    /// What it is made of; may be blank.
    pub note: String,
    /// How it has changed, in words; may be blank.
    pub change: String,
    /// Whether that is good.
    pub tone: Tone,
}

/// Numbers side by side.
#[component]
pub fn Stats(
    /// The numbers.
    items: Vec<StatItem>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|item| {
            view! {
                <div class="stats__item">
                    <dt class="stats__label">{item.label}</dt>
                    <dd class="stats__value">{item.value}</dd>
                    {given(item.note).map(|note| view! { <dd class="stats__note">{note}</dd> })}
                    {given(item.change)
                        .map(|change| {
                            view! { <dd class=format!("stats__change stats__change--{}", item.tone.class())>{change}</dd> }
                        })}
                </div>
            }
        })
        .collect_view();
    view! { <dl class="stats">{items}</dl> }
}
