//! A guest finds his booking by its number and the phone it was made with (B2).

use i18n::t;
use leptos::prelude::*;
use ui::{Button, ErrorSummary, Field, Hidden, PageTitle, Tone};

use crate::{
    Viewer,
    catalogue::Refusal,
    form::{Typed, api::typed},
    frame::{Page, Refused},
};

/// `/bookings/find`
#[component]
pub fn FindPage() -> impl IntoView {
    let retry = Viewer::current().param("retry");
    view! {
        <Suspense>
            {Suspend::new(async move {
                let typed = if retry.is_empty() { Ok(None) } else { typed("booking/find".to_owned(), retry).await };
                match typed {
                    Ok(typed) => view! { <Form typed=typed.unwrap_or_default() /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Form(typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "nav-find");
    let faults =
        typed.summary(script, &[("number", t!(script, "booking-number")), ("phone", t!(script, "contact-phone"))]);
    // Wrong number and wrong phone are answered alike, so that nobody learns which numbers exist.
    let notice =
        typed.refusal.as_ref().filter(|error| error.fields.is_empty()).map(|error| match error.code.as_str() {
            "unknown" => t!(script, "find-unknown"),
            _ => error.message.clone(),
        });
    view! {
        <Page title=title.clone()>
            {(!faults.is_empty()).then(|| view! { <ErrorSummary title=t!(script, "form-faults") items=faults /> })}
            <Refusal words=notice />
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
