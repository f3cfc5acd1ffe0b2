//! The form of a prepared answer, and the variables it may hold.

use i18n::{t, text};
use leptos::prelude::*;
use ui::{BackLink, Button, Card, CheckField, Field, Hidden, Section, SummaryList, SummaryRow, TextArea, Tone};

use crate::{Viewer, form::Typed};

/// Fields with the message ids of their labels, from top to bottom.
pub(super) const FIELDS: [(&str, &str); 4] = [
    ("title_hans", "replies-title-hans"),
    ("body_hans", "replies-body-hans"),
    ("title_hant", "replies-title-hant"),
    ("body_hant", "replies-body-hant"),
];

/// The variables, and what is put in their place.
const VARIABLES: [(&str, &str); 5] = [
    ("{name}", "replies-variable-name"),
    ("{number}", "replies-variable-number"),
    ("{booking}", "replies-variable-booking"),
    ("{due}", "replies-variable-due"),
    ("{staff}", "replies-variable-staff"),
];

/// The form.
#[component]
pub(super) fn ReplyFields(
    /// What was typed, or what it says.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let id = typed.value("id");
    let is_new = matches!(id.as_str(), "" | "0");
    let (title, edit) = if is_new { ("replies-new", "new".to_owned()) } else { ("replies-edit", id.clone()) };
    let fields = FIELDS
        .map(|(name, label)| {
            let (label, value, fault) = (text(script, label), typed.value(name), typed.fault(name));
            if name.starts_with("title") {
                view! { <Field name=name label=label value=value fault=fault maxlength="40" /> }.into_any()
            } else {
                view! { <TextArea name=name label=label value=value fault=fault rows=6 maxlength="3000" /> }.into_any()
            }
        })
        .collect_view();
    view! {
        <BackLink href=viewer.to(&viewer.path) label=t!(script, "replies-back") />
        <Section title=text(script, title)>
            <form class="stack card" method="post" action="/api/case-desk/save-reply" novalidate>
                <Hidden name="id" value=id />
                <Hidden name="back" value=viewer.to(&format!("{}?edit={edit}", viewer.path)) />
                {fields}
                <CheckField
                    name="active"
                    label=t!(script, "replies-active")
                    checked=!typed.value("active").is_empty()
                />
                <Button tone=Tone::Primary>{t!(script, "replies-save")}</Button>
            </form>
        </Section>
    }
}

/// What may stand in braces.
#[component]
pub(super) fn Variables() -> impl IntoView {
    let script = Viewer::current().script;
    let rows = VARIABLES.map(|(name, what)| SummaryRow::text(name, text(script, what))).into_iter().collect();
    view! {
        <Card title=t!(script, "replies-variables")>
            <SummaryList rows=rows />
        </Card>
    }
}
