//! Times of a day to choose from.

use leptos::prelude::*;

use crate::{blank::given, tone::Fill};

/// A time of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlotCell {
    /// The time.
    pub label: String,
    /// What is left, why it is closed, what it costs; may be blank.
    pub note: String,
    /// Where choosing it leads; `None` when it cannot be chosen.
    pub href: Option<String>,
    /// How full it is.
    pub state: Fill,
    /// It is the one chosen.
    pub current: bool,
}

/// Times of a day, each a link where it can be had.
#[component]
pub fn SlotGrid(
    /// What the times are, for screen readers.
    #[prop(into)]
    label: String,
    /// The times.
    slots: Vec<SlotCell>,
) -> impl IntoView {
    let cells = slots
        .into_iter()
        .map(|slot| {
            let class = format!("slot slot--{}", slot.state.class());
            let inside = view! {
                <span class="slot__label">{slot.label}</span>
                {given(slot.note).map(|note| view! { <span class="slot__note">{note}</span> })}
            };
            let cell = match slot.href {
                Some(href) => view! {
                    <a class=class href=href aria-current=slot.current.then_some("true")>
                        {inside}
                    </a>
                }
                .into_any(),
                None => view! { <span class=class>{inside}</span> }.into_any(),
            };
            view! { <li class="slot-grid__item">{cell}</li> }
        })
        .collect_view();
    view! {
        <ul class="slot-grid" aria-label=label>
            {cells}
        </ul>
    }
}
