//! Waiting for the provider's word in the hand: the page is shown anew when it has come. Without script a button asks.

use std::time::Duration;

use leptos::{
    leptos_dom::helpers::{IntervalHandle, location},
    prelude::*,
    task::spawn_local,
};

use crate::browser;

/// It is asked so often, each time after [`PAUSE`]: for two minutes.
const TIMES: u32 = 24;

/// Time between two questions.
const PAUSE: Duration = Duration::from_secs(5);

/// Asks the server until the payment is settled, then shows the page anew; after two minutes it says that it takes long.
#[island]
pub fn PayWatch(
    /// Number of the booking.
    number: String,
    /// What to say while it asks.
    asking: String,
    /// What to say when it no longer does.
    tired: String,
) -> impl IntoView {
    let (said, say) = signal(String::new());
    let asked = StoredValue::new(0_u32);
    let watch = StoredValue::new(None::<IntervalHandle>);
    let end = move || {
        if let Some(handle) = watch.get_value() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        say.set(asking.clone());
        let (number, tired) = (number.clone(), tired.clone());
        let ask = move || {
            asked.update_value(|times| *times += 1);
            if asked.get_value() > TIMES {
                end();
                say.set(tired.clone());
                return;
            }
            let number = number.clone();
            spawn_local(async move {
                // An answer that was lost on the way is asked for again the next time.
                if browser::ask("/api/payment/awaited", &[("number", &number)]).await == Some(false) {
                    end();
                    let _ = location().reload();
                }
            });
        };
        watch.set_value(set_interval_with_handle(ask, PAUSE).ok());
    });
    view! {
        <p class="muted" role="status">
            {said}
        </p>
    }
}
