//! A guest finds his question by its number and the phone it was asked with.

use i18n::t;
use leptos::prelude::*;
use ui::{Button, Field, Hidden, PageTitle, Tone};

use crate::{
    Viewer,
    form::{Refusal, Typed, retried},
    frame::{Page, Refused},
};

/// `/inquiries/find`
#[component]
pub fn FindInquiryPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match retried(&viewer, "inquiry/find").await {
                    Ok(typed) => view! { <Form typed=typed /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Form(mut typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "inquiry-find");
    // Wrong number and wrong phone are answered alike, so that nobody learns which numbers exist.
    if let Some(error) = typed.refusal.as_mut().filter(|error| error.code == "unknown") {
        error.message = t!(script, "inquiry-find-unknown");
    }
    view! {
        <Page title=title.clone()>
            <Refusal typed=typed.clone() fields=[("number", "inquiry-number"), ("phone", "contact-phone")] />
            <PageTitle title=title lede=t!(script, "inquiry-find-lede") />
            <form class="stack narrow" method="post" action="/api/inquiry/find" novalidate>
                <Hidden name="back" value=viewer.to("/inquiries/find") />
                <Field
                    name="number"
                    label=t!(script, "inquiry-number")
                    hint=t!(script, "inquiry-number-hint")
                    value=typed.value("number")
                    fault=typed.fault("number")
                    autocomplete="off"
                    required=true
                />
                <Field
                    name="phone"
                    label=t!(script, "contact-phone")
                    kind="tel"
                    value=typed.value("phone")
                    fault=typed.fault("phone")
                    autocomplete="tel"
                    inputmode="tel"
                    required=true
                />
                <Button tone=Tone::Primary>{t!(script, "inquiry-find-go")}</Button>
            </form>
        </Page>
    }
}
