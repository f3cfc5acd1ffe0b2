//! What is promised to whoever asks: the form that promises something else from now on (C6).

use i18n::{t, text};
use leptos::prelude::*;
use ui::{Button, Field, FieldRow, Hidden, Tone};

use crate::{Viewer, form::Typed};

/// The fields with the message ids of their labels, from top to bottom.
pub(super) const FIELDS: [(&str, &str); 9] = [
    ("first", "promise-first"),
    ("simple", "promise-simple"),
    ("complex", "promise-complex"),
    ("urgent", "promise-urgent"),
    ("leg", "promise-leg"),
    ("remind", "promise-remind"),
    ("reopen_days", "promise-reopen-days"),
    ("rating_days", "promise-rating-days"),
    ("rating_again", "promise-rating-again"),
];

/// The form.
#[component]
pub(super) fn PromiseFields(
    /// The version that is looked at.
    version: i64,
    /// What was typed, or what is promised.
    typed: Typed,
    /// Minutes of a working day.
    day_minutes: u32,
    /// Id of the field for the reason, where the page has another.
    why_id: String,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let rows = FIELDS
        .chunks(3)
        .map(|row| {
            let fields = row
                .iter()
                .map(|(name, label)| {
                    view! {
                        <Field
                            name=*name
                            label=text(script, label)
                            value=typed.value(name)
                            fault=typed.fault(name)
                            inputmode="numeric"
                            maxlength="6"
                        />
                    }
                })
                .collect_view();
            view! { <FieldRow>{fields}</FieldRow> }
        })
        .collect_view();
    view! {
        <p class="muted">{t!(script, "promise-lede")}</p>
        <p class="muted">{t!(script, "promise-day", minutes = day_minutes)}</p>
        <form class="stack card" method="post" action="/api/case-desk/publish-promise" novalidate>
            <Hidden name="version" value=version.to_string() />
            <Hidden name="back" value=viewer.to(&viewer.path) />
            {rows}
            <Field
                name="why"
                id=why_id
                label=t!(script, "calendar-why")
                value=typed.value("why")
                fault=typed.fault("why")
                maxlength="200"
                required=true
            />
            <Button tone=Tone::Accent>{t!(script, "promise-publish")}</Button>
        </form>
    }
}
