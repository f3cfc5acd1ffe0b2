//! The form of an article.

use domain::help::Topic;
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{Button, Details, Field, FieldRow, Hidden, SelectField, TextArea, Tone};

use crate::{Viewer, form::Typed};

/// The fields with the message ids of their labels, from top to bottom.
pub(super) const FIELDS: [(&str, &str); 10] = [
    ("script", "help-script"),
    ("title", "help-article-title"),
    ("body", "help-article-body"),
    ("other_title", "help-other-title"),
    ("other_body", "help-other-body"),
    ("slug", "help-slug"),
    ("topic", "help-topic"),
    ("sort", "help-sort"),
    ("review_on", "help-review-on"),
    ("why", "help-why"),
];

/// The form; what it says of the other script is what was typed, else what was made of the first.
#[component]
pub(super) fn ArticleFields(
    /// `new`, or the article's key.
    id: String,
    /// What was typed, or what is there.
    typed: Typed,
    /// Title and body as they were converted; blank where there are none, or where they are written by hand.
    converted: Option<(String, String)>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let typed = StoredValue::new(typed);
    let value = move |name: &str| typed.with_value(|typed| typed.value(name));
    let fault = move |name: &str| typed.with_value(|typed| typed.fault(name));
    let scripts = Script::ALL.map(|one| (one.to_string(), t!(one, "script-name"))).to_vec();
    let topics = Topic::ALL.iter().map(|one| (one.to_string(), text(script, &format!("help-topic-{one}")))).collect();
    let converted = converted.map(|(title, body)| {
        view! {
            <Details summary=t!(script, "help-other-converted")>
                <p>{title}</p>
                <pre class="verbatim">{body}</pre>
            </Details>
        }
    });
    let seen = value("seen");
    let back = viewer.to(&format!("/desk/help/{id}"));
    let open = !value("other_title").is_empty() || !value("other_body").is_empty();
    let open = open || fault("other_title").is_some() || fault("other_body").is_some();
    view! {
        <form class="stack card" method="post" action="/api/help/save" novalidate>
            <Hidden name="id" value=id />
            <Hidden name="seen" value=seen />
            <Hidden name="back" value=back />
            <SelectField
                name="script"
                label=t!(script, "help-script")
                options=scripts
                value=value("script")
                fault=fault("script")
            />
            <Field
                name="title"
                label=t!(script, "help-article-title")
                value=value("title")
                fault=fault("title")
                maxlength="80"
                required=true
            />
            <TextArea
                name="body"
                label=t!(script, "help-article-body")
                hint=t!(script, "help-body-hint")
                value=value("body")
                fault=fault("body")
                rows=12
                required=true
            />
            <Details summary=t!(script, "help-other") open=open>
                <p class="muted">{t!(script, "help-other-hint")}</p>
                {converted}
                <Field
                    name="other_title"
                    label=t!(script, "help-other-title")
                    value=value("other_title")
                    fault=fault("other_title")
                    maxlength="80"
                />
                <TextArea
                    name="other_body"
                    label=t!(script, "help-other-body")
                    value=value("other_body")
                    fault=fault("other_body")
                    rows=8
                />
            </Details>
            <FieldRow>
                <Field
                    name="slug"
                    label=t!(script, "help-slug")
                    hint=t!(script, "help-slug-hint")
                    value=value("slug")
                    fault=fault("slug")
                    maxlength="60"
                    required=true
                />
                <SelectField
                    name="topic"
                    label=t!(script, "help-topic")
                    options=topics
                    value=value("topic")
                    fault=fault("topic")
                />
            </FieldRow>
            <FieldRow>
                <Field
                    name="sort"
                    label=t!(script, "help-sort")
                    hint=t!(script, "help-sort-hint")
                    value=value("sort")
                    fault=fault("sort")
                    inputmode="numeric"
                />
                <Field
                    name="review_on"
                    label=t!(script, "help-review-on")
                    hint=t!(script, "help-review-hint")
                    kind="date"
                    value=value("review_on")
                    fault=fault("review_on")
                />
            </FieldRow>
            <Field
                name="why"
                label=t!(script, "help-why")
                note=t!(script, "optional")
                value=value("why")
                fault=fault("why")
                maxlength="200"
            />
            <Button tone=Tone::Primary>{t!(script, "help-save")}</Button>
        </form>
    }
}
