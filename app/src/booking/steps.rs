//! The way through a booking.

use i18n::t;
use leptos::prelude::*;
use ui::Steps;

use crate::Viewer;

/// The steps from choosing to the confirmation; `current` counts from 0.
#[component]
pub(super) fn BookingSteps(
    /// The step of this page.
    current: usize,
) -> impl IntoView {
    let script = Viewer::current().script;
    let items =
        vec![t!(script, "step-choose"), t!(script, "step-details"), t!(script, "step-check"), t!(script, "step-done")];
    view! { <Steps label=t!(script, "steps-label") items=items current=current /> }
}
