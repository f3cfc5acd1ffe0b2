//! What was entered or agreed, for checking and for keeping.

use leptos::prelude::*;

use crate::{blank::given, icon::Icon};

/// A line of [`SummaryList`].
pub struct SummaryRow {
    /// What it is.
    pub key: String,
    /// Its value.
    pub value: AnyView,
    /// Address and text of the way to change it.
    pub action: Option<(String, String)>,
}

impl SummaryRow {
    /// A line with a plain text and nothing to change.
    pub fn text(key: impl Into<String>, value: impl Into<String>) -> Self {
        SummaryRow { key: key.into(), value: value.into().into_any(), action: None }
    }

    /// A line with any content and nothing to change.
    pub fn view(key: impl Into<String>, value: impl IntoAny) -> Self {
        SummaryRow { key: key.into(), value: value.into_any(), action: None }
    }

    /// The same with a way to change it.
    #[must_use]
    pub fn with_action(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.action = Some((href.into(), label.into()));
        self
    }
}

/// Keys and values.
#[component]
pub fn SummaryList(
    /// The lines.
    rows: Vec<SummaryRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let key = row.key.clone();
            view! {
                <div class="summary-list__row">
                    <dt class="summary-list__key">{row.key}</dt>
                    <dd class="summary-list__value">{row.value}</dd>
                    {row
                        .action
                        .map(|(href, label)| {
                            view! {
                                <dd class="summary-list__action">
                                    <a href=href>
                                        {label}
                                        <span class="visually-hidden">{key}</span>
                                    </a>
                                </dd>
                            }
                        })}
                </div>
            }
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }
}

/// It worked: the head of a confirmation, with the number to quote.
#[component]
pub fn Panel(
    /// The page's heading.
    #[prop(into)]
    title: String,
    /// Words before the number.
    #[prop(optional, into)]
    number_label: String,
    /// The number.
    #[prop(optional, into)]
    number: String,
    /// What comes next.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="panel">
            <span class="panel__mark">
                <Icon name="check" />
            </span>
            <h1 class="panel__title">{title}</h1>
            {given(number)
                .map(|number| {
                    view! {
                        <p class="panel__number">
                            <span class="panel__label">{number_label}</span>
                            <strong class="panel__value">{number}</strong>
                        </p>
                    }
                })}
            {children.map(|children| view! { <div class="panel__body">{children()}</div> })}
        </div>
    }
}

/// More for who wants it.
#[component]
pub fn Details(
    /// The line that opens it.
    #[prop(into)]
    summary: String,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// The key that opens it, where a page listens to keys.
    #[prop(optional, into)]
    key: String,
    /// What it hides.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="details" open=open>
            <summary class="details__summary" data-key=given(key)>
                <Icon name="chevron-right" class="details__arrow" />
                <span>{summary}</span>
            </summary>
            <div class="details__body">{children()}</div>
        </details>
    }
}
