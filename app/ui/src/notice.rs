//! Messages: what happened, what is wrong, what is not there.

use leptos::prelude::*;

use crate::{blank::given, icon::Icon, tone::Tone};

/// A message within the page.
#[component]
pub fn Notice(
    /// `Good`, `Warn`, `Bad` or `Info`.
    #[prop(optional)]
    tone: Tone,
    /// Its first line.
    #[prop(optional, into)]
    title: String,
    /// Read out when it appears: for messages an island shows.
    #[prop(optional)]
    live: bool,
    /// The message.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("notice notice--{}", tone.class()) role=live.then_some("status")>
            <Icon name=tone.icon() class="notice__icon" />
            <div class="notice__body">
                {given(title).map(|title| view! { <p class="notice__title">{title}</p> })}
                {children()}
            </div>
        </div>
    }
}

/// A word or two about something.
#[component]
pub fn Tag(
    /// Its meaning.
    #[prop(optional)]
    tone: Tone,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <span class=format!("tag tag--{}", tone.class())>{children()}</span> }
}

/// Everything wrong with the form below, each line a link to its field. It takes the focus when the page loads.
#[component]
pub fn ErrorSummary(
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Name of the field (blank: none) and message.
    items: Vec<(String, String)>,
) -> impl IntoView {
    let lines = items
        .into_iter()
        .map(|(field, text)| match given(field) {
            Some(field) => view! {
                <li>
                    <a href=format!("#field-{field}")>{text}</a>
                </li>
            }
            .into_any(),
            None => view! { <li>{text}</li> }.into_any(),
        })
        .collect_view();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-title">
            <h2 class="error-summary__title" id="error-summary-title">
                <Icon name="warning" />
                <span>{title}</span>
            </h2>
            <ul class="error-summary__list">{lines}</ul>
        </div>
    }
}

/// Nothing to show, and what to do about it.
#[component]
pub fn EmptyState(
    /// A symbol.
    #[prop(into)]
    icon: String,
    /// What is not there.
    #[prop(into)]
    title: String,
    /// It is the heading of a page that shows nothing else.
    #[prop(optional)]
    heading: bool,
    /// What to do: a sentence, a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <span class="empty-state__icon">
                <Icon name=icon />
            </span>
            {if heading {
                view! { <h1 class="empty-state__title">{title}</h1> }.into_any()
            } else {
                view! { <p class="empty-state__title">{title}</p> }.into_any()
            }}
            {children.map(|children| view! { <div class="empty-state__body">{children()}</div> })}
        </div>
    }
}

/// Waiting for an answer.
#[component]
pub fn Loading(
    /// What is awaited.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <p class="loading" role="status">
            <span class="loading__mark" aria-hidden="true"></span>
            <span>{label}</span>
        </p>
    }
}

/// How long something is held. The page shows until when; an island may count within `children`.
#[component]
pub fn Countdown(
    /// What runs out.
    #[prop(into)]
    label: String,
    /// Little is left.
    #[prop(optional)]
    urgent: bool,
    /// The time.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=if urgent { "countdown countdown--urgent" } else { "countdown" }>
            <Icon name="clock" />
            <span class="countdown__label">{label}</span>
            <strong class="countdown__time">{children()}</strong>
        </div>
    }
}
