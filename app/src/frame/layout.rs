//! Header, main part and footer around each page's content.

use i18n::t;
use leptos::prelude::*;
use leptos_meta::Title;
use ui::{NavItem, ScriptSwitch, SiteFooter, SiteHeader, SkipLink, TabBar, TabItem, rcdata};

use crate::Viewer;

/// The sections of the portal: path, icon, message id.
const SECTIONS: [(&str, &str, &str); 4] = [
    ("/stays", "bed", "nav-stays"),
    ("/venues", "table", "nav-venues"),
    ("/trips", "coach", "nav-trips"),
    ("/bookings", "calendar", "nav-bookings"),
];

/// Of more unread notices the number is not said.
const MOST: u64 = 99;

/// A page of the portal.
#[component]
pub fn Page(
    /// Its title, without the site's name.
    #[prop(into)]
    title: String,
    /// It has a part that reaches from edge to edge, and cares for its own width.
    #[prop(optional)]
    bare: bool,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let brand = t!(script, "site-name");
    view! {
        <Title text=rcdata(&format!("{title} · {brand}")) />
        <SkipLink label=t!(script, "skip-to-content") />
        <SiteHeader
            brand=brand.clone()
            home=viewer.to("")
            label=t!(script, "nav-label")
            items=sections(&viewer)
            account=account(&viewer)
            mark=mark(&viewer)
            switch=switch(&viewer)
        />
        <main id="content" class=if bare { "page" } else { "page container stack" } tabindex="-1">
            {children()}
        </main>
        <SiteFooter
            brand=brand
            about=t!(script, "site-description")
            label=t!(script, "footer-label")
            items=links(&viewer)
            phone_label=t!(script, "footer-phone-label")
            phone=t!(script, "footer-phone")
            hours=t!(script, "footer-hours")
            legal=t!(script, "footer-legal")
        />
        <TabBar label=t!(script, "tabs-label") items=tabs(&viewer) />
    }
}

/// A page to print: no header, no navigation.
#[component]
pub fn Sheet(
    /// Its title.
    #[prop(into)]
    title: String,
    /// Its content.
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=rcdata(&title) />
        <main id="content" class="sheet container stack">
            {children()}
        </main>
    }
}

fn sections(viewer: &Viewer) -> Vec<NavItem> {
    SECTIONS
        .map(|(path, _, label)| NavItem {
            href: viewer.to(path),
            label: i18n::text(viewer.script, label),
            current: viewer.path == path,
        })
        .to_vec()
}

fn account(viewer: &Viewer) -> NavItem {
    let (path, label) = if viewer.member { ("/account", "nav-account") } else { ("/login", "nav-login") };
    NavItem { href: viewer.to(path), label: i18n::text(viewer.script, label), current: viewer.path == path }
}

/// How many notices wait, on the way to the account they wait in.
fn mark(viewer: &Viewer) -> Option<(String, String)> {
    let short = if viewer.unread > MOST { format!("{MOST}+") } else { viewer.unread.to_string() };
    (viewer.unread > 0).then(|| (short, t!(viewer.script, "inbox-count", count = viewer.unread)))
}

/// The way to this very page in the other script; its name stands in that script.
fn switch(viewer: &Viewer) -> ScriptSwitch {
    let other = viewer.script.other();
    ScriptSwitch { href: viewer.here(other), label: t!(other, "script-name"), lang: other.tag().to_owned() }
}

fn links(viewer: &Viewer) -> Vec<NavItem> {
    [
        ("/bookings/find", "nav-find"),
        ("/help", "nav-help"),
        ("/inquiries", "inquiries-title"),
        ("/privacy", "nav-privacy"),
        ("/desk", "nav-desk"),
    ]
    .map(|(path, label)| NavItem {
        href: viewer.to(path),
        label: i18n::text(viewer.script, label),
        current: viewer.path == path,
    })
    .to_vec()
}

fn tabs(viewer: &Viewer) -> Vec<TabItem> {
    let home = TabItem {
        href: viewer.to(""),
        icon: "search".to_owned(),
        label: t!(viewer.script, "nav-home"),
        current: viewer.path == "/",
    };
    let rest = SECTIONS.map(|(path, icon, label)| TabItem {
        href: viewer.to(path),
        icon: icon.to_owned(),
        label: i18n::text(viewer.script, label),
        current: viewer.path == path,
    });
    std::iter::once(home).chain(rest).collect()
}
