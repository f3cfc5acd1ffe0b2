//! Ways between pages: items, tabs and page numbers.

use leptos::prelude::*;

use crate::{blank::given, icon::Icon};

/// A link in a list of links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NavItem {
    /// Where to.
    pub href: String,
    /// The text.
    pub label: String,
    /// This is where the reader is.
    pub current: bool,
}

/// A link with a symbol.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TabItem {
    /// Where to.
    pub href: String,
    /// Name of the symbol; may be blank.
    pub icon: String,
    /// The text.
    pub label: String,
    /// This is where the reader is.
    pub current: bool,
}

/// A page number; one with a blank `href` is a gap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageItem {
    /// Where to.
    pub href: String,
    /// The number.
    pub label: String,
    /// This is the page shown.
    pub current: bool,
}

/// Large tabs for what is sold. They are links, one page each.
#[component]
pub fn KindTabs(
    /// What the tabs are, for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs.
    items: Vec<TabItem>,
) -> impl IntoView {
    view! {
        <nav class="kind-tabs no-print" aria-label=label>
            <ul class="kind-tabs__list">{tabs(items, "kind-tabs__item", "kind-tabs__link")}</ul>
        </nav>
    }
}

/// Small tabs within a page's subject. They are links, one page each.
#[component]
pub fn Tabs(
    /// What the tabs are, for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs.
    items: Vec<TabItem>,
) -> impl IntoView {
    view! {
        <nav class="tabs no-print" aria-label=label>
            <ul class="tabs__list">{tabs(items, "tabs__item", "tabs__link")}</ul>
        </nav>
    }
}

/// Page numbers with the neighbours.
#[component]
pub fn Pagination(
    /// What is paged, for screen readers.
    #[prop(into)]
    label: String,
    /// Address and text of the page before.
    #[prop(optional_no_strip)]
    prev: Option<(String, String)>,
    /// Address and text of the page after.
    #[prop(optional_no_strip)]
    next: Option<(String, String)>,
    /// The numbers; may be empty.
    #[prop(optional)]
    pages: Vec<PageItem>,
) -> impl IntoView {
    let pages = pages
        .into_iter()
        .map(|page| {
            let current = page.current.then_some("page");
            match given(page.href) {
                Some(href) => view! {
                    <li class="pagination__item">
                        <a class="pagination__link" href=href aria-current=current>
                            {page.label}
                        </a>
                    </li>
                }
                .into_any(),
                None => view! { <li class="pagination__item pagination__gap">{page.label}</li> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <nav class="pagination no-print" aria-label=label>
            {prev
                .map(|(href, text)| {
                    view! {
                        <a class="pagination__step" rel="prev" href=href>
                            <Icon name="chevron-left" />
                            <span>{text}</span>
                        </a>
                    }
                })}
            <ul class="pagination__list">{pages}</ul>
            {next
                .map(|(href, text)| {
                    view! {
                        <a class="pagination__step" rel="next" href=href>
                            <span>{text}</span>
                            <Icon name="chevron-right" />
                        </a>
                    }
                })}
        </nav>
    }
}

/// The list items of a row of links with symbols.
pub(crate) fn tabs(items: Vec<TabItem>, item_class: &'static str, link_class: &'static str) -> impl IntoView {
    items
        .into_iter()
        .map(|item| {
            view! {
                <li class=item_class>
                    <a class=link_class href=item.href aria-current=item.current.then_some("page")>
                        {given(item.icon).map(|name| view! { <Icon name=name /> })}
                        <span>{item.label}</span>
                    </a>
                </li>
            }
        })
        .collect_view()
}
