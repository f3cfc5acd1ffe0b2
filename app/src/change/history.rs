//! What a booking was changed from and to, by whom and why, on its page.

use domain::{
    Fen, Kind,
    booking::Event,
    change::{ChangeStatus, PastChange},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Section, Timeline, TimelineItem};

use super::operations;
use crate::{Viewer, booking::doer};

/// Changes that came to their end; nothing where there were none.
#[component]
pub(crate) fn ChangeHistory(
    /// What is booked.
    kind: Kind,
    /// The changes, oldest first.
    changes: Vec<PastChange>,
    /// What happened to the booking, oldest first.
    events: Vec<Event>,
) -> impl IntoView {
    let script = Viewer::current().script;
    if changes.is_empty() {
        return ().into_any();
    }
    let items = changes.iter().map(|change| item(script, kind, change, &events)).collect();
    view! {
        <Section title=t!(script, "change-history")>
            <Timeline items=items />
        </Section>
    }
    .into_any()
}

fn item(script: Script, kind: Kind, change: &PastChange, events: &[Event]) -> TimelineItem {
    let mut note = said(script, kind, change);
    if let Some(deed) = deed(change, events) {
        note.extend([doer(script, deed), deed.why.clone()]);
    }
    note.retain(|part| !part.is_empty());
    TimelineItem {
        at: format::moment_full(script, change.at),
        title: text(script, &format!("change-status-{}", change.status)),
        note: note.join(" · "),
    }
}

/// Where a change was taken back, that; else how it was begun. What ends it by itself, payment or time, is nobody's wish.
fn deed<'a>(change: &PastChange, events: &'a [Event]) -> Option<&'a Event> {
    let mut of_it = events.iter().filter(|event| event.change == change.code);
    if change.status == ChangeStatus::Undone { of_it.next_back() } else { of_it.next() }
}

/// From what to what, and what became of the money.
pub(super) fn said(script: Script, kind: Kind, change: &PastChange) -> Vec<String> {
    let mut said = operations::lines(script, kind, &change.operations);
    if change.status == ChangeStatus::Settled {
        said.push(difference(script, change.difference));
        if change.fee > Fen::ZERO {
            said.push(t!(script, "change-fee-kept", fee = format::money(change.fee.0)));
        }
    }
    said.retain(|part| !part.is_empty());
    said
}

/// What a change costs more, or gives back; blank where it does neither.
pub(crate) fn difference(script: Script, difference: Fen) -> String {
    let total = format::money(difference.0.abs());
    match difference {
        more if more > Fen::ZERO => t!(script, "change-paid", total = total),
        less if less < Fen::ZERO => t!(script, "change-refunded", total = total),
        _ => String::new(),
    }
}
