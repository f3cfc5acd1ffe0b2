//! Looking for a booking, or at another day.

use domain::Kind;
use i18n::t;
use leptos::prelude::*;
use ui::{Field, Hidden, SearchPanel, SelectField};

use super::api::SEARCH;
use crate::{Viewer, catalogue::name_of, form::Typed};

/// The form above the list. It is sent in the body: a name or a phone number must not stand in an address.
#[component]
pub(super) fn DaySearch(
    /// What was asked.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let mut kinds = vec![(String::new(), t!(script, "desk-kind-all"))];
    kinds.extend(Kind::ALL.map(|kind| (kind.to_string(), name_of(script, kind))));
    view! {
        <SearchPanel
            action=format!("/api/{SEARCH}")
            post=true
            label=t!(script, "desk-search")
            submit=t!(script, "desk-search-go")
            compact=true
        >
            <Hidden name="back" value=viewer.to("/desk") />
            <Field
                name="day"
                label=t!(script, "desk-day")
                kind="date"
                value=typed.value("day")
                fault=typed.fault("day")
            />
            <Field
                name="q"
                label=t!(script, "desk-q")
                hint=t!(script, "desk-q-hint")
                kind="search"
                value=typed.value("q")
                fault=typed.fault("q")
                maxlength="60"
            />
            <SelectField
                name="kind"
                label=t!(script, "desk-kind")
                options=kinds
                value=typed.value("kind")
                fault=typed.fault("kind")
            />
        </SearchPanel>
    }
}
