//! What a booking was changed from and to, on its page.

use domain::{
    Fen, Kind,
    change::{ChangeStatus, PastChange},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Section, Timeline, TimelineItem};

use super::operations;
use crate::Viewer;

/// Changes that came to their end; nothing where there were none.
#[component]
pub(crate) fn ChangeHistory(
    /// What is booked.
    kind: Kind,
    /// The changes, oldest first.
    changes: Vec<PastChange>,
) -> impl IntoView {
    let script = Viewer::current().script;
    if changes.is_empty() {
        return ().into_any();
    }
    let items = changes.iter().map(|change| item(script, kind, change)).collect();
    view! {
        <Section title=t!(script, "change-history")>
            <Timeline items=items />
        </Section>
    }
    .into_any()
}

fn item(script: Script, kind: Kind, change: &PastChange) -> TimelineItem {
    TimelineItem {
        at: format::moment_full(script, change.at),
        title: text(script, &format!("change-status-{}", change.status)),
        note: said(script, kind, change).join(" · "),
    }
}

/// From what to what, and what became of the money.
pub(super) fn said(script: Script, kind: Kind, change: &PastChange) -> Vec<String> {
    let mut said = operations::lines(script, kind, &change.operations);
    if change.status == ChangeStatus::Settled {
        let total = format::money(change.difference.0.abs());
        said.extend(match change.difference {
            difference if difference > Fen::ZERO => Some(t!(script, "change-paid", total = total)),
            difference if difference < Fen::ZERO => Some(t!(script, "change-refunded", total = total)),
            _ => None,
        });
        if change.fee > Fen::ZERO {
            said.push(t!(script, "change-fee-kept", fee = format::money(change.fee.0)));
        }
    }
    said
}
