//! The time left of a hold, counting down in the hand; without script the end is shown as it is.

use leptos::{leptos_dom::helpers::IntervalHandle, prelude::*};
use std::time::Duration;

/// Microseconds in a second.
const SECOND: i64 = 1_000_000;

/// Shows `hh:mm:ss` left until an instant. Only for the eye: whether a hold stands is the server's decision.
#[island]
pub fn HoldClock(
    /// End of the hold, microseconds since 1970.
    until: i64,
    /// The end in words, shown until the browser takes over.
    fixed: String,
    /// What to say once it has passed.
    over: String,
) -> impl IntoView {
    let (said, say) = signal(fixed);
    Effect::new(move |_| {
        let over = over.clone();
        let tick = move || {
            let left = until / SECOND - (now() / SECOND);
            say.set(if left > 0 { clock(left) } else { over.clone() });
        };
        tick();
        if let Ok(handle) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || IntervalHandle::clear(&handle));
        }
    });
    view! { <span class="hold-clock">{said}</span> }
}

/// The browser's clock, microseconds since 1970.
fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 285,000 years")]
    let millis = js_sys::Date::now() as i64;
    millis.saturating_mul(1_000)
}

fn clock(left: i64) -> String {
    let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
    format!("{hours:02}:{minutes:02}:{seconds:02}")
}
