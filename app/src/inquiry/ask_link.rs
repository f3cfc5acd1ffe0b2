//! The way to a person, with what it is about (X5).

use i18n::t;
use leptos::prelude::*;
use ui::{LinkButton, Tone};

use crate::{Viewer, form::query};

/// A button that leads to the form that asks, which then knows the booking and the refusal.
#[component]
pub fn AskLink(
    /// Number of the booking; blank for the one whose page this is.
    #[prop(optional, into)]
    booking: String,
    /// Code of the refusal; blank for none.
    #[prop(optional, into)]
    code: String,
) -> impl IntoView {
    let viewer = Viewer::current();
    let booking = if booking.is_empty() { viewer.booking() } else { booking };
    let query = query::write([("booking", booking), ("code", code)]);
    let href = format!("{}{query}", viewer.to("/inquiries/new"));
    view! {
        <LinkButton href=href tone=Tone::Plain icon="chat">
            {t!(viewer.script, "ask-link")}
        </LinkButton>
    }
}
