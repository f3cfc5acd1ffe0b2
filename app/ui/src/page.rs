//! The large parts of a page.

use leptos::prelude::*;

use crate::{
    blank::{classes, given},
    icon::Icon,
};

/// The page's heading.
#[component]
pub fn PageTitle(
    /// Heading of the first level.
    #[prop(into)]
    title: String,
    /// A line above it: the task it is part of.
    #[prop(optional, into)]
    caption: String,
    /// A sentence below it.
    #[prop(optional, into)]
    lede: String,
    /// Tags or links beside it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="page-title">
            {given(caption).map(|caption| view! { <p class="page-title__caption">{caption}</p> })}
            <h1 class="page-title__heading">{title}</h1>
            {given(lede).map(|lede| view! { <p class="lede">{lede}</p> })}
            {children.map(|children| view! { <div class="page-title__more cluster">{children()}</div> })}
        </div>
    }
}

/// A part of a page with a heading of the second level and, perhaps, a way to more.
#[component]
pub fn Section(
    /// Heading.
    #[prop(into)]
    title: String,
    /// Address and text of the way to more.
    #[prop(optional_no_strip)]
    more: Option<(String, String)>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{title}</h2>
                {more
                    .map(|(href, label)| {
                        view! {
                            <a class="section__more" href=href>
                                <span>{label}</span>
                                <Icon name="chevron-right" />
                            </a>
                        }
                    })}
            </div>
            {children()}
        </section>
    }
}

/// The top of the home page: what this is, over the landscape, with the search as children.
#[component]
pub fn Hero(
    /// Heading of the first level.
    #[prop(into)]
    title: String,
    /// A sentence below it.
    #[prop(optional, into)]
    lede: String,
    /// The search.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="hero">
            <img class="hero__art" src="/art/hero.svg" alt="" width="1440" height="560" />
            <div class="hero__inner container">
                <div class="hero__words">
                    <h1 class="hero__title">{title}</h1>
                    {given(lede).map(|lede| view! { <p class="hero__lede">{lede}</p> })}
                </div>
                {children()}
            </div>
        </div>
    }
}

/// A search form; its fields are the children.
#[component]
pub fn SearchPanel(
    /// Address of the results.
    #[prop(into)]
    action: String,
    /// What is searched, for screen readers.
    #[prop(into)]
    label: String,
    /// The button's text.
    #[prop(into)]
    submit: String,
    /// Smaller, above results.
    #[prop(optional)]
    compact: bool,
    /// Sent in the body, for what must not stand in an address.
    #[prop(optional)]
    post: bool,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <form
            class=classes(["search-panel", if compact { "search-panel--compact" } else { "" }, "no-print"])
            method=if post { "post" } else { "get" }
            action=action
            role="search"
            aria-label=label
            novalidate
        >
            <div class="search-panel__fields">{children()}</div>
            <button type="submit" class="button button--accent search-panel__submit">
                <Icon name="search" />
                <span class="button__text">{submit}</span>
            </button>
        </form>
    }
}

/// Running text: articles, terms.
#[component]
pub fn Prose(
    /// The text.
    children: Children,
) -> impl IntoView {
    view! { <div class="prose">{children()}</div> }
}
