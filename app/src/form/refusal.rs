//! What every form page needs: where a refused form comes back to, what was typed, and what was wrong.

use i18n::{t, text};
use leptos::prelude::*;
use ui::{ErrorSummary, Notice, Tone};

use super::{Typed, api, query};
use crate::{ApiError, Viewer, inquiry::AskLink};

/// Where a refused form comes back to: this page with what it needs to know, without an earlier refusal.
#[must_use]
pub fn back(viewer: &Viewer, next: &str) -> String {
    let query = query::write([("next", next.to_owned())]);
    format!("{}{query}", viewer.to(&viewer.path))
}

/// What was typed before the form at `endpoint` was refused; blank the first time.
///
/// # Errors
/// When the database fails.
pub async fn retried(viewer: &Viewer, endpoint: &str) -> Result<Typed, ApiError> {
    let id = viewer.param("retry");
    if id.is_empty() {
        return Ok(Typed::default());
    }
    Ok(api::typed(endpoint.to_owned(), id).await?.unwrap_or_default())
}

/// What was wrong with a form, above it; nothing when nothing was.
#[component]
pub fn Refusal(
    /// The form as it came back.
    typed: Typed,
    /// Its fields, from top to bottom, with the message ids of their labels.
    #[prop(into)]
    fields: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let script = Viewer::current().script;
    let faults: Vec<_> = fields
        .iter()
        .filter_map(|(name, label)| {
            let said = t!(script, "fault-at", label = text(script, label), fault = typed.fault(name)?);
            Some(((*name).to_owned(), said))
        })
        .collect();
    let Some(error) = typed.refusal else { return ().into_any() };
    let ask = asks(&error).then(|| view! { <p><AskLink code=error.cause() /></p> });
    if !faults.is_empty() {
        return view! {
            <ErrorSummary title=t!(script, "form-faults") items=faults />
            {ask}
        }
        .into_any();
    }
    view! {
        <Notice tone=Tone::Bad live=true>
            <p>{error.message}</p>
            {ask}
        </Notice>
    }
    .into_any()
}

/// A person may help with it: it says no to what a customer wants. Who mistyped his password or asks a question already is not sent
/// there; whose field is at fault is where it is about a booking.
fn asks(error: &ApiError) -> bool {
    let viewer = Viewer::current();
    let page = (viewer.segment(0), viewer.segment(1));
    match error.code.as_str() {
        "busy" | "in-flight" | "unknown" | "bad-request" | "internal" => false,
        "invalid" => page.1 != "find" && matches!(page.0.as_str(), "offers" | "book" | "bookings"),
        _ => !matches!(page.0.as_str(), "desk" | "inquiries" | "rate" | "login" | "register"),
    }
}
