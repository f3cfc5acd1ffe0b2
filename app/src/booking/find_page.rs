//! A guest finds his booking by its number and the phone it was made with (B2).

use i18n::t;
use leptos::prelude::*;
use ui::{Button, Field, Hidden, PageTitle, Tone};

use crate::{
    Viewer,
    form::{Refusal, Typed, retried},
    frame::{Page, Refused},
};

/// `/bookings/find`
#[component]
pub fn FindPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match retried(&viewer, "booking/find").await {
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
    let title = t!(script, "nav-find");
    // Wrong number and wrong phone are answered alike, so that nobody learns which numbers exist.
    if let Some(error) = typed.refusal.as_mut().filter(|error| error.code == "unknown") {
        error.message = t!(script, "find-unknown");
    }
    view! {
        <Page title=title.clone()>
            <Refusal typed=typed.clone() fields=[("number", "booking-number"), ("phone", "contact-phone")] />
            <PageTitle title=title lede=t!(script, "find-lede") />
            <form class="stack narrow" method="post" action="/api/booking/find" novalidate>
                <Hidden name="back" value=viewer.to("/bookings/find") />
                <Field
                    name="number"
                    label=t!(script, "booking-number")
                    value=typed.value("number")
                    fault=typed.fault("number")
                    hint=t!(script, "booking-number-hint")
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
                <Button tone=Tone::Primary>{t!(script, "find-go")}</Button>
            </form>
        </Page>
    }
}
