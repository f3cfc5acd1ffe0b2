//! The choice between the ways to pay, each with its deadline.

use domain::{Instant, booking::Booking, payment::Way};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{RadioCard, RadioCards};

use crate::Viewer;

/// How to pay, as radio cards named `way`; a way that is not there now is left out.
#[component]
pub fn PayChoice(
    /// The ways, each with the end of its hold.
    ways: Vec<(Way, Instant)>,
    /// The one that is proposed.
    chosen: Way,
    /// Where the counter is.
    place: String,
    /// What is wrong with the choice.
    #[prop(optional_no_strip)]
    fault: Option<String>,
) -> impl IntoView {
    let script = Viewer::current().script;
    let options = ways
        .into_iter()
        .map(|(way, until)| RadioCard {
            value: way.to_string(),
            label: text(script, &format!("pay-how-{way}")),
            note: note(script, way, until, &place),
            disabled: false,
        })
        .collect();
    view! { <RadioCards name="way" label=t!(script, "pay-how") options=options value=chosen.to_string() fault=fault /> }
}

/// The key of a form of this page: sent twice it is one write, and another write comes from another state of the booking. Each
/// of its transitions is an event.
#[must_use]
pub(super) fn write_key(booking: &Booking) -> String {
    booking.events.len().to_string()
}

fn note(script: Script, way: Way, until: Instant, place: &str) -> String {
    let time = format::moment(script, until);
    match way {
        Way::Online => t!(script, "pay-how-online-note", time = time),
        Way::Counter => t!(script, "pay-how-counter-note", time = time, place = place),
        Way::Transfer => t!(script, "pay-how-transfer-note", time = time),
        // It is laid beside the way that is chosen.
        Way::Voucher => String::new(),
    }
}
