//! Writing into a question: the text, prepared answers, and what it is.

use domain::{
    case::{DeskCase, LONGEST, Status},
    upload::Attachment,
};
use i18n::t;
use leptos::prelude::*;
use ui::{Hidden, SelectField, TextArea};

use crate::{Viewer, form::Typed, upload::FilesField};

/// What can be done with a text: the word of the deed, the text of the button, its key and its look.
const DEEDS: [(&str, &str, &str, &str); 4] = [
    ("resolved", "reply-resolve", "x", "button button--primary"),
    ("replied", "reply-send", "s", "button button--plain"),
    ("asked", "reply-ask", "q", "button button--plain"),
    ("noted", "reply-note", "n", "button button--quiet"),
];

/// The form. Without script a prepared answer comes back with the page, beside what was typed.
#[component]
pub(super) fn ReplyBox(
    /// The question.
    case: DeskCase,
    /// The form as it came back.
    typed: Typed,
    /// Files that were sent with it and wait.
    kept: Vec<Attachment>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let closed = case.row.status == Status::Resolved;
    let number = case.row.number.to_string();
    let text = if typed.fields.is_empty() { case.view.draft.clone() } else { typed.value("text") };
    let buttons = DEEDS
        .into_iter()
        .filter(|(deed, ..)| !closed || *deed == "noted")
        .map(|(deed, label, key, class)| {
            view! {
                <button class=class type="submit" name="deed" value=deed data-key=key data-focus="">
                    <span class="button__text">{i18n::text(script, label)}</span>
                    <kbd aria-hidden="true">{key}</kbd>
                </button>
            }
        })
        .collect_view();
    let templates = (!closed && !case.templates.is_empty()).then(|| {
        let options = case.templates.clone();
        view! {
            <div class="cluster bulk">
                <SelectField name="template" label=t!(script, "reply-template") options=options />
                <button
                    class="button button--plain"
                    type="submit"
                    formaction="/api/case/insert"
                    formenctype="application/x-www-form-urlencoded"
                >
                    <span class="button__text">{t!(script, "reply-insert")}</span>
                </button>
            </div>
        }
    });
    view! {
        <form
            class="stack"
            id="reply"
            method="post"
            action="/api/case/reply"
            enctype="multipart/form-data"
            novalidate
        >
            <Hidden name="back" value=viewer.to(&viewer.path) />
            <Hidden name="number" value=number />
            <Hidden name="seen" value=case.view.seq.to_string() />
            <Hidden name="key" value=case.view.seq.to_string() />
            <TextArea
                name="text"
                label=t!(script, "reply-text")
                hint=t!(script, "reply-text-hint")
                value=text
                fault=typed.fault("text")
                rows=7
                maxlength=LONGEST.to_string()
            />
            <FilesField typed=typed kept=kept />
            <div class="cluster">{buttons}</div>
            {templates}
        </form>
    }
}
