//! Asking (C1): anybody, about anything, from anywhere on the site.

use domain::{
    case::{AskForm, Category, LONGEST},
    upload::Attachment,
};
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{Button, Field, FieldRow, Hidden, Notice, PageTitle, SelectField, TextArea, Tone};

use super::{
    Live,
    api::{FORM, Start, start},
};
use crate::{
    Viewer,
    form::{Refusal, Typed, query, retried},
    frame::{Page, Refused},
    upload::{FilesField, api::mine},
};

/// The form's fields and their labels.
const FIELDS: [(&str, &str); 7] = [
    ("text", "ask-text"),
    ("topic", "ask-topic"),
    ("name", "contact-name"),
    ("phone", "contact-phone"),
    ("email", "contact-email"),
    ("booking", "ask-booking"),
    ("files", "files-label"),
];

/// `/inquiries/new`
#[component]
pub fn AskPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                let typed = retried(&viewer, FORM).await;
                let (booking, code) = match &typed {
                    Ok(typed) if typed.refusal.is_some() => (typed.value("booking"), typed.value("code")),
                    _ => (viewer.param("booking"), viewer.param("code")),
                };
                match (typed, start(booking, code).await) {
                    (Ok(typed), Ok(start)) => {
                        let kept = mine(typed.value("files")).await.unwrap_or_default();
                        view! { <Asking typed=typed start=start kept=kept /> }.into_any()
                    }
                    (Err(error), _) | (_, Err(error)) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Asking(typed: Typed, start: Start, kept: Vec<Attachment>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "ask-title");
    let topic = viewer.param("topic");
    let about = about(script, &start);
    let typed = if typed.fields.is_empty() { Typed::of(&AskForm { topic, ..start.form }) } else { typed };
    let back = query::write([("booking", typed.value("booking")), ("code", typed.value("code"))]);
    let back = format!("{}{back}", viewer.to("/inquiries/new"));
    let offer = format!("/{script}/live/offer");
    view! {
        <Page title=title.clone()>
            <Refusal typed=typed.clone() fields=FIELDS />
            <PageTitle title=title lede=t!(script, "ask-lede") />
            {about}
            <Live stream=String::new() keep=String::new() offer=offer>
                <form class="stack narrow" method="post" action="/api/inquiry/ask" enctype="multipart/form-data" novalidate>
                    <Hidden name="back" value=back />
                    <Hidden name="code" value=typed.value("code") />
                    <TextArea
                        name="text"
                        label=t!(script, "ask-text")
                        hint=t!(script, "ask-text-hint")
                        value=typed.value("text")
                        fault=typed.fault("text")
                        rows=6
                        maxlength=LONGEST.to_string()
                        required=true
                    />
                    <div class="offers" id="offers" aria-live="polite"></div>
                    <Fields typed=typed.clone() />
                    <FilesField typed=typed kept=kept />
                    <Button tone=Tone::Primary wide=true>
                        {t!(script, "ask-go")}
                    </Button>
                    <p class="muted">{t!(script, "ask-privacy")}</p>
                </form>
            </Live>
            <p>
                <a href=viewer.to("/inquiries")>{t!(script, "ask-mine")}</a>
            </p>
        </Page>
    }
}

/// Who asks, and what beside the question.
#[component]
fn Fields(typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let field = |name: &'static str, label: String, kind: &'static str, complete: &'static str, note: String| {
        let (value, fault, required) = (typed.value(name), typed.fault(name), note.is_empty());
        view! {
            <Field
                name=name
                label=label
                kind=kind
                note=note
                value=value
                fault=fault
                autocomplete=complete
                required=required
            />
        }
    };
    let optional = || t!(script, "optional");
    let contact = view! {
        {field("name", t!(script, "contact-name"), "text", "name", String::new())}
        {field("phone", t!(script, "contact-phone"), "tel", "tel", String::new())}
    };
    view! {
        <SelectField
            name="topic"
            label=t!(script, "ask-topic")
            note=optional()
            options=topics(script)
            value=typed.value("topic")
            fault=typed.fault("topic")
        />
        <FieldRow>{contact}</FieldRow>
        {field("email", t!(script, "contact-email"), "email", "email", optional())}
        <Field
            name="booking"
            label=t!(script, "ask-booking")
            hint=t!(script, "ask-booking-hint")
            note=optional()
            value=typed.value("booking")
            fault=typed.fault("booking")
            autocomplete="off"
        />
    }
}

/// What somebody may ask about; the first lets us judge.
fn topics(script: Script) -> Vec<(String, String)> {
    let mut topics = vec![(String::new(), t!(script, "ask-topic-any"))];
    topics.extend(Category::ALL.iter().map(|it| (it.to_string(), text(script, &format!("category-{it}")))));
    topics
}

/// What the button that led here was about.
fn about(script: Script, start: &Start) -> Option<impl IntoView + use<>> {
    let (booking, refusal) = (start.booking.clone(), start.refusal.clone());
    let line = move |label: String, value: String| {
        (!value.is_empty()).then(|| view! { <p>{t!(script, "ask-about-line", label = label, value = value)}</p> })
    };
    (!booking.is_empty() || !refusal.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Info title=t!(script, "ask-about")>
                {line(t!(script, "ask-booking"), booking)}
                {line(t!(script, "ask-refusal"), refusal)}
            </Notice>
        }
    })
}
