//! The time left of a hold, counting down in the hand; without script the end is shown as it is.

use leptos::{
    leptos_dom::helpers::{IntervalHandle, location},
    prelude::*,
};
use std::time::Duration;

/// Shows `hh:mm:ss` left, by the server's clock: the browser's own may be wrong and only says how much time has passed. When the
/// time is over the page is shown anew. Only for the eye: whether a hold stands is the server's decision.
#[island]
pub fn HoldClock(
    /// Seconds left when the server made the page.
    left: i64,
    /// The end in words, shown until the browser takes over.
    fixed: String,
    /// What to say once it has passed.
    over: String,
) -> impl IntoView {
    let (said, say) = signal(fixed);
    let watch = StoredValue::new(None::<IntervalHandle>);
    let end = move || {
        if let Some(handle) = watch.get_value() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        let (over, began) = (over.clone(), now());
        let tick = move || {
            let rest = left - (now() - began);
            if rest > 0 {
                say.set(clock(rest));
                return;
            }
            say.set(over.clone());
            end();
            // What was over from the start is no news, and would be shown anew for ever.
            if left > 0 {
                let _ = location().reload();
            }
        };
        tick();
        watch.set_value(set_interval_with_handle(tick, Duration::from_secs(1)).ok());
        on_cleanup(end);
    });
    view! { <span class="hold-clock">{said}</span> }
}

/// The browser's clock, seconds since 1970.
fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for 285,000 years")]
    let millis = js_sys::Date::now() as i64;
    millis / 1_000
}

fn clock(left: i64) -> String {
    let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
    format!("{hours:02}:{minutes:02}:{seconds:02}")
}
