//! Beside a question: who asks, what he booked, what he asked before, and its way through the house.

use domain::case::{DeskCase, Leg};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Card, SummaryList, SummaryRow, Timeline, TimelineItem};

use super::forms::judged;
use crate::{
    Viewer,
    booking::status_text,
    inquiry::{
        inquiries_page::status_text as case_status,
        promised::{holder_text, span},
    },
    words,
};

/// Everything beside the thread.
#[component]
pub(super) fn Beside(
    /// The question.
    case: DeskCase,
) -> impl IntoView {
    let script = Viewer::current().script;
    let rows = customer(script, &case);
    view! {
        <Card title=t!(script, "side-customer")>
            <SummaryList rows=rows />
        </Card>
        <Bookings case=case.clone() />
        <Earlier case=case.clone() />
        <Way case=case />
    }
}

fn customer(script: Script, case: &DeskCase) -> Vec<SummaryRow> {
    let owner = if case.row.owner.is_empty() { t!(script, "queue-nobody") } else { case.row.owner.clone() };
    let mut rows = vec![
        SummaryRow::text(t!(script, "contact-name"), case.view.name.clone()),
        SummaryRow::text(t!(script, "contact-phone"), case.phone.clone()),
    ];
    if !case.email.is_empty() {
        rows.push(SummaryRow::text(t!(script, "contact-email"), case.email.clone()));
    }
    rows.push(SummaryRow::text(t!(script, "ask-topic"), text(script, &format!("category-{}", case.row.category))));
    rows.push(SummaryRow::text(t!(script, "side-judged"), judged(script, case.row.level, case.row.priority)));
    rows.push(SummaryRow::text(t!(script, "queue-holder"), holder_text(script, &case.row.holder)));
    rows.push(SummaryRow::text(t!(script, "side-owner"), owner));
    if let Some(refusal) = words::about(script, &case.view.code) {
        rows.push(SummaryRow::text(t!(script, "ask-refusal"), refusal));
    }
    rows
}

#[component]
fn Bookings(case: DeskCase) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    if case.bookings.is_empty() {
        return ().into_any();
    }
    let rows = case
        .bookings
        .into_iter()
        .map(|row| {
            let href = viewer.to(&format!("/desk/bookings/{}", row.number));
            let about = row.number == case.view.booking;
            let mark = about.then(|| view! { <strong>{t!(script, "side-about")}</strong> });
            view! {
                <li>
                    <a class="number" href=href>{row.number}</a> " " {status_text(script, row.status)} " " {mark}
                    <p class="muted">{format!("{} · {}", row.place, format::moment(script, row.starts))}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <Card title=t!(script, "side-bookings")>
            <ul class="plain-list">{rows}</ul>
        </Card>
    }
    .into_any()
}

#[component]
fn Earlier(case: DeskCase) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    if case.earlier.is_empty() {
        return ().into_any();
    }
    let rows = case
        .earlier
        .into_iter()
        .map(|row| {
            let href = viewer.to(&format!("/desk/inquiries/{}", row.number));
            view! {
                <li>
                    <a href=href>{row.title}</a>
                    <p class="muted">{format!("{} · {}", case_status(script, row.status), format::moment(script, row.opened))}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <Card title=t!(script, "side-earlier")>
            <ul class="plain-list">{rows}</ul>
        </Card>
    }
    .into_any()
}

/// Its way through the house (C5), where it went anywhere.
#[component]
fn Way(case: DeskCase) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    if case.legs.len() < 2 {
        return ().into_any();
    }
    let slip = viewer.to(&format!("/desk/inquiries/{}/slip", case.row.number));
    let items = case.legs.iter().map(|leg| leg_item(script, leg)).collect();
    view! {
        <Card title=t!(script, "side-way")>
            <Timeline items=items />
            <p>
                <a href=slip>{t!(script, "transfer-slip")}</a>
            </p>
        </Card>
    }
    .into_any()
}

fn leg_item(script: Script, leg: &Leg) -> TimelineItem {
    let spent = span(script, leg.spent / domain::calendar::MINUTE);
    let mut notes = vec![match leg.minutes {
        Some(minutes) => t!(script, "leg-of", spent = spent, given = span(script, i64::from(minutes))),
        None => t!(script, "leg-spent", spent = spent),
    }];
    if leg.broken.is_some() {
        notes.push(t!(script, "leg-late"));
    }
    if leg.returned {
        notes.push(t!(script, "leg-returned"));
    } else if leg.accepted.is_some() {
        notes.push(t!(script, "leg-accepted"));
    }
    TimelineItem {
        at: format::moment(script, leg.from),
        title: holder_text(script, &leg.holder),
        note: notes.join(&t!(script, "list-comma")),
    }
}
