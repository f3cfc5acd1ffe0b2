//! What was done to a booking since the reader saw it: the next thing he needs after a refusal because of that.

use domain::{
    booking::{Booking, Event},
    time::from_micros,
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Notice, Timeline, TimelineItem, Tone};

use super::history;
use crate::{
    Viewer,
    booking::{doer, other_number},
    form::Typed,
};

/// The name of the hidden field that says when the reader saw it.
pub(super) const SEEN: &str = "seen";

/// What happened since the refused form was shown; nothing for any other refusal.
#[component]
pub(super) fn Since(
    /// The form as it came back.
    typed: Typed,
    /// The booking as it is now.
    booking: Booking,
) -> impl IntoView {
    let script = Viewer::current().script;
    let changed = typed.refusal.as_ref().is_some_and(|refusal| refusal.code == "changed");
    let seen = typed.value(SEEN).parse().ok().map(from_micros).filter(|_| changed);
    let items: Vec<_> = seen
        .map(|seen| booking.events.iter().filter(|event| event.at > seen).collect::<Vec<_>>())
        .unwrap_or_default()
        .into_iter()
        .map(|event| TimelineItem {
            at: format::moment_full(script, event.at),
            title: text(script, &format!("event-{}", event.what)),
            note: note(script, &booking, event),
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Info title=t!(script, "since-title")>
                <Timeline items=items />
                <p>{t!(script, "since-text")}</p>
            </Notice>
        }
    })
}

/// Who it was, and about which other booking; of a change that came to its end also from what to what, and what became of the money.
fn note(script: Script, booking: &Booking, event: &Event) -> String {
    let mut said = vec![doer(script, event), other_number(script, event)];
    if matches!(event.what.as_str(), "changed" | "change-undone" | "change-expired") {
        let ended = booking.changes.iter().filter(|change| change.code == event.change);
        said.extend(ended.flat_map(|change| history::said(script, booking.row.kind, change)));
    }
    said.retain(|part| !part.is_empty());
    said.join(" · ")
}
