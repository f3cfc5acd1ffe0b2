//! What surrounds every page.

use leptos::prelude::*;

use crate::{
    blank::given,
    icon::Icon,
    nav::{NavItem, TabItem, tabs},
};

/// The same page in the other script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScriptSwitch {
    /// Its address.
    pub href: String,
    /// The other script's name, in that script.
    pub label: String,
    /// The other script's tag, such as `zh-Hant`.
    pub lang: String,
}

/// The first thing on the page for who uses the keyboard: jump over the header.
#[component]
pub fn SkipLink(
    /// The text.
    #[prop(into)]
    label: String,
    /// Id of the main element; `content` unless given.
    #[prop(optional, into)]
    target: String,
) -> impl IntoView {
    let target = given(target).unwrap_or_else(|| "content".into());
    view! {
        <a class="skip-link" href=format!("#{target}")>
            {label}
        </a>
    }
}

/// The head of every page. On a phone its links are in the `TabBar`.
#[component]
pub fn SiteHeader(
    /// The brand's name.
    #[prop(into)]
    brand: String,
    /// The home page.
    #[prop(into)]
    home: String,
    /// What the navigation is, for screen readers.
    #[prop(into)]
    label: String,
    /// The main links.
    items: Vec<NavItem>,
    /// Sign-in or account link.
    account: NavItem,
    /// A short mark on that link, such as a number, and what it means; nothing when there is nothing to say.
    #[prop(optional_no_strip)]
    mark: Option<(String, String)>,
    /// The way to the other script.
    switch: ScriptSwitch,
) -> impl IntoView {
    let links = items
        .into_iter()
        .map(|item| {
            view! {
                <li>
                    <a class="site-header__link" href=item.href aria-current=item.current.then_some("page")>
                        {item.label}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <header class="site-header no-print">
            <div class="site-header__inner container">
                <a class="site-header__brand" href=home>
                    <img class="site-header__logo" src="/logo.svg" alt="" width="32" height="32" />
                    <span>{brand}</span>
                </a>
                <nav class="site-header__nav" aria-label=label>
                    <ul class="site-header__list">{links}</ul>
                </nav>
                <div class="site-header__tools">
                    <a class="site-header__tool" href=switch.href hreflang=switch.lang.clone() lang=switch.lang>
                        <Icon name="globe" />
                        <span>{switch.label}</span>
                    </a>
                    <a
                        class="site-header__tool"
                        href=account.href
                        aria-current=account.current.then_some("page")
                    >
                        <Icon name="user" />
                        <span>{account.label}</span>
                        {mark
                            .map(|(short, meaning)| {
                                view! {
                                    <b class="site-header__mark" aria-hidden="true">
                                        {short}
                                    </b>
                                    <span class="visually-hidden">{meaning}</span>
                                }
                            })}
                    </a>
                </div>
            </div>
        </header>
    }
}

/// The foot of every page.
#[component]
pub fn SiteFooter(
    /// The brand's name.
    #[prop(into)]
    brand: String,
    /// One sentence about the house.
    #[prop(optional, into)]
    about: String,
    /// What the links are, for screen readers.
    #[prop(into)]
    label: String,
    /// Links to help, terms and the like.
    #[prop(optional)]
    items: Vec<NavItem>,
    /// Words before the phone number.
    #[prop(optional, into)]
    phone_label: String,
    /// The number to call.
    #[prop(optional, into)]
    phone: String,
    /// When somebody answers it.
    #[prop(optional, into)]
    hours: String,
    /// The last line.
    #[prop(optional, into)]
    legal: String,
) -> impl IntoView {
    let links = items
        .into_iter()
        .map(|item| {
            view! {
                <li>
                    <a class="site-footer__link" href=item.href>
                        {item.label}
                    </a>
                </li>
            }
        })
        .collect_view();
    let call = given(phone).map(|phone| {
        let href = format!("tel:{}", phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>());
        view! {
            <p class="site-footer__call">
                <span class="site-footer__call-label">{phone_label}</span>
                <a class="site-footer__phone" href=href>
                    <Icon name="phone" />
                    <span>{phone}</span>
                </a>
                {given(hours).map(|hours| view! { <span class="site-footer__hours">{hours}</span> })}
            </p>
        }
    });
    view! {
        <footer class="site-footer no-print">
            <div class="site-footer__inner container">
                <div class="site-footer__about">
                    <p class="site-footer__brand">{brand}</p>
                    {given(about).map(|about| view! { <p>{about}</p> })}
                </div>
                <nav class="site-footer__nav" aria-label=label>
                    <ul class="site-footer__list">{links}</ul>
                </nav>
                {call}
                {given(legal).map(|legal| view! { <p class="site-footer__legal">{legal}</p> })}
            </div>
        </footer>
    }
}

/// The main links at a phone's lower edge, within the thumb's reach. A desktop shows the header's instead.
#[component]
pub fn TabBar(
    /// What the navigation is, for screen readers.
    #[prop(into)]
    label: String,
    /// Four or five links.
    items: Vec<TabItem>,
) -> impl IntoView {
    view! {
        <nav class="tab-bar no-print" aria-label=label>
            <ul class="tab-bar__list">{tabs(items, "tab-bar__item", "tab-bar__link")}</ul>
        </nav>
    }
}
