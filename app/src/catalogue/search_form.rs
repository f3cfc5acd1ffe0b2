//! The search forms: plain GET forms, so that a search has an address.

use domain::Kind;
use i18n::{Script, t};
use leptos::prelude::*;
use ui::{Field, KindTabs, SearchPanel, SelectField, TabItem};

use crate::{Viewer, form::Typed};

/// The address of a kind's results.
#[must_use]
pub(super) const fn path_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Stay => "/stays",
        Kind::Venue => "/venues",
        Kind::Trip => "/trips",
    }
}

/// A kind's name as a heading and in tabs.
#[must_use]
pub(crate) fn name_of(script: Script, kind: Kind) -> String {
    match kind {
        Kind::Stay => t!(script, "nav-stays"),
        Kind::Venue => t!(script, "nav-venues"),
        Kind::Trip => t!(script, "nav-trips"),
    }
}

const fn icon_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Stay => "bed",
        Kind::Venue => "table",
        Kind::Trip => "coach",
    }
}

/// Links to the kinds; `href` makes their addresses.
#[component]
pub(super) fn Kinds(
    /// The one that is shown.
    current: Kind,
    /// Makes the address of a kind.
    href: fn(&Viewer, Kind) -> String,
) -> impl IntoView {
    let viewer = Viewer::current();
    let items = Kind::ALL
        .map(|kind| TabItem {
            href: href(&viewer, kind),
            icon: icon_of(kind).to_owned(),
            label: name_of(viewer.script, kind),
            current: kind == current,
        })
        .to_vec();
    view! { <KindTabs items=items label=t!(viewer.script, "kinds-label") /> }
}

/// The names of a kind's fields, in order.
const fn fields_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Stay => &["city", "q", "day", "nights", "rooms", "heads"],
        Kind::Venue => &["city", "q", "day", "time", "heads"],
        Kind::Trip => &["from", "to", "day", "time", "heads"],
    }
}

/// The form that searches for a kind; `places` are cities or stops.
#[component]
pub(super) fn SearchFields(
    /// What is searched for.
    kind: Kind,
    /// What was typed.
    typed: Typed,
    /// Cities (stay, venue) or stops (trip): key and name.
    places: Vec<(String, String)>,
    /// Smaller, above results.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let fields = fields_of(kind).iter().map(|name| field(script, kind, name, &typed, &places)).collect_view();
    view! {
        <SearchPanel
            action=viewer.to(path_of(kind))
            label=name_of(script, kind)
            submit=t!(script, "search-go")
            compact=compact
        >
            {fields}
        </SearchPanel>
    }
}

fn field(script: Script, kind: Kind, name: &'static str, typed: &Typed, places: &[(String, String)]) -> AnyView {
    let label = i18n::text(script, label_of(kind, name));
    let (value, fault) = (typed.value(name), typed.fault(name));
    let input = match name {
        "city" | "from" | "to" => {
            let mut options = vec![(String::new(), t!(script, "search-any"))];
            options.extend(places.iter().cloned());
            return view! { <SelectField name=name label=label options=options value=value fault=fault /> }.into_any();
        }
        "day" => "date",
        "time" => "time",
        "q" => "search",
        _ => "number",
    };
    let (least, keys) = if input == "number" { ("1", "numeric") } else { ("", "") };
    view! { <Field name=name label=label kind=input value=value fault=fault min=least inputmode=keys /> }.into_any()
}

/// The fields of a kind's search with the message ids of their labels, in order.
#[must_use]
pub(super) fn labels(kind: Kind) -> Vec<(&'static str, &'static str)> {
    fields_of(kind).iter().map(|name| (*name, label_of(kind, name))).collect()
}

/// The message id of a field's label.
pub(crate) const fn label_of(kind: Kind, name: &str) -> &'static str {
    match (kind, name.as_bytes()) {
        (_, b"city") => "search-city",
        (_, b"q") => "search-words",
        (Kind::Stay, b"day") => "search-arrive",
        (Kind::Venue, b"day") => "search-day",
        (Kind::Trip, b"day") => "search-travel-day",
        (_, b"nights") => "search-nights",
        (_, b"rooms") => "search-rooms",
        (Kind::Stay, _) => "search-guests",
        (Kind::Venue, b"time") => "search-time",
        (Kind::Venue, _) => "search-heads",
        (Kind::Trip, b"from") => "search-from",
        (Kind::Trip, b"to") => "search-to",
        (Kind::Trip, b"time") => "search-depart-after",
        (Kind::Trip, _) => "search-passengers",
    }
}
