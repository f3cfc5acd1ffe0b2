//! What the customer must know of his payment now, in plain words (B8).

use domain::{
    Fen,
    booking::{Booking, Status},
    payment::{PaymentStatus, Reason, Receipt, Refund},
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{Notice, Tone};

use super::{money::refund_sum, waiting::Waiting};
use crate::{Viewer, booking::offer_again, inquiry::AskLink};

/// The notice about where the payment stands; nothing while it was not begun.
#[component]
pub(crate) fn PayState(
    /// The money.
    receipt: Receipt,
    /// The booking.
    booking: Booking,
    /// The customer has just come back from the provider's page.
    came_back: bool,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let late = receipt.refunds.iter().find(|refund| refund.reason == Reason::Late).cloned();
    match (receipt.booking.status, late) {
        (Status::Cancelled, _) if receipt.due > Fen::ZERO => {
            let total = format::money(receipt.due.0);
            say(Tone::Warn, t!(script, "pay-fee-title"), t!(script, "pay-fee-text", total = total))
        }
        (Status::Confirmed, _) if receipt.change.is_some() => attempt(script, receipt, came_back),
        (Status::Confirmed, _) => view! { <Paid receipt=receipt booking=booking /> }.into_any(),
        (Status::Expired, Some(refund)) => view! { <Returned refund=refund booking=booking /> }.into_any(),
        _ if receipt.is_stuck() => stuck(script),
        (Status::Expired, None) => view! { <Expired receipt=receipt booking=booking /> }.into_any(),
        (Status::Cancelled, _) => {
            let text = t!(script, "pay-cancelled-text");
            let texts = std::iter::once(text).chain(going_back(script, &receipt));
            let texts = texts.map(|text| view! { <p>{text}</p> }).collect_view();
            view! {
                <Notice tone=Tone::Plain title=t!(script, "pay-cancelled-title") live=true>
                    {texts}
                </Notice>
            }
            .into_any()
        }
        (Status::Held, _) => attempt(script, receipt, came_back),
    }
}

/// Where the last attempt stands, while what it pays for is still held.
fn attempt(script: Script, receipt: Receipt, came_back: bool) -> AnyView {
    match receipt.last_attempt().map(|last| last.status) {
        Some(PaymentStatus::Open) if came_back || receipt.code.is_some() => {
            view! { <Waiting receipt=receipt /> }.into_any()
        }
        Some(PaymentStatus::Stuck) => stuck(script),
        Some(PaymentStatus::Declined) => {
            say(Tone::Warn, t!(script, "pay-declined-title"), t!(script, "pay-declined-text"))
        }
        Some(PaymentStatus::Abandoned) => {
            say(Tone::Info, t!(script, "pay-abandoned-title"), t!(script, "pay-abandoned-text"))
        }
        // What came could confirm nothing and goes back; the hold is good, so that it can be paid anew.
        _ => match receipt.refunds.iter().rfind(|refund| is_unfit(refund)) {
            Some(refund) => say(Tone::Warn, t!(script, "pay-returned-title"), unfit(script, refund)),
            None => ().into_any(),
        },
    }
}

fn stuck(script: Script) -> AnyView {
    let phone = t!(script, "footer-phone");
    say(Tone::Warn, t!(script, "pay-stuck-title"), t!(script, "pay-stuck-text", phone = phone))
}

fn say(tone: Tone, title: String, text: String) -> AnyView {
    view! {
        <Notice tone=tone title=title live=true>
            <p>{text}</p>
            {matches!(tone, Tone::Warn | Tone::Bad).then(|| view! { <p><AskLink /></p> })}
        </Notice>
    }
    .into_any()
}

/// Nobody knows yet what became of the last payment.
#[must_use]
pub(super) fn is_awaited(receipt: &Receipt) -> bool {
    receipt.last_attempt().is_some_and(|last| last.status == PaymentStatus::Open)
}

/// It is paid: in time, late with the units taken again, or more than once.
#[component]
fn Paid(receipt: Receipt, booking: Booking) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let retaken = booking.events.iter().any(|event| event.what == "retaken");
    let text = if retaken {
        t!(script, "pay-retaken-text")
    } else {
        t!(script, "pay-paid-text", total = format::money(receipt.paid.0.min(receipt.booking.total.0)))
    };
    let back = receipt.refunds.iter().filter_map(|refund| too_much(script, refund)).map(|text| view! { <p>{text}</p> });
    let back = back.collect_view();
    view! {
        <Notice tone=Tone::Good title=t!(script, "pay-paid-title") live=true>
            <p>{text}</p>
            {back}
            <p>
                <a href=viewer.to(&format!("/bookings/{}", receipt.booking.number))>{t!(script, "see-booking")}</a>
            </p>
        </Notice>
    }
}

/// What goes back of a booking that is paid, and why.
fn too_much(script: Script, refund: &Refund) -> Option<String> {
    let (total, arrival) = (refund_sum(refund), arrival(script, refund));
    match refund.reason {
        Reason::Twice => Some(t!(script, "pay-twice-text", total = total, arrival = arrival)),
        Reason::Late | Reason::Change | Reason::Stale => {
            Some(t!(script, "pay-back-text", total = total, arrival = arrival))
        }
        Reason::Excess => Some(t!(script, "pay-excess-text", total = total, arrival = arrival)),
        _ => None,
    }
}

/// It came when the units were somebody else's.
#[component]
fn Returned(refund: Refund, booking: Booking) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    view! {
        <Notice tone=Tone::Warn title=t!(script, "pay-returned-title") live=true>
            <p>{t!(script, "pay-returned-text", arrival = arrival(script, &refund))}</p>
            <p>
                <a href=offer_again(&viewer, &booking)>{t!(script, "pay-search-again")}</a>
            </p>
        </Notice>
    }
}

/// Money that could confirm nothing, while the units are still held.
fn unfit(script: Script, refund: &Refund) -> String {
    let (total, arrival) = (refund_sum(refund), arrival(script, refund));
    match refund.reason {
        Reason::Currency => t!(script, "pay-foreign-text", total = total, arrival = arrival),
        Reason::Stale => t!(script, "pay-stale-text", total = total, arrival = arrival),
        _ => t!(script, "pay-unfit-text", total = total, arrival = arrival),
    }
}

/// It goes back because it could confirm nothing.
const fn is_unfit(refund: &Refund) -> bool {
    matches!(refund.reason, Reason::Amount | Reason::Currency | Reason::Stale)
}

/// What goes back of a booking that is over, a sentence each.
fn going_back(script: Script, receipt: &Receipt) -> Vec<String> {
    let told = |refund: &Refund| {
        let (total, arrival) = (refund_sum(refund), arrival(script, refund));
        t!(script, "pay-back-text", total = total, arrival = arrival)
    };
    receipt.refunds.iter().map(told).collect()
}

/// It was not paid in time, or not with what was due.
#[component]
fn Expired(receipt: Receipt, booking: Booking) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let back = going_back(script, &receipt).into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <Notice tone=Tone::Warn title=t!(script, "pay-expired-title") live=true>
            <p>{t!(script, "pay-expired-text")}</p>
            {back}
            <p>
                <a href=offer_again(&viewer, &booking)>{t!(script, "pay-search-again")}</a>
            </p>
        </Notice>
    }
}

/// By when the customer has the money, or since when.
pub(super) fn arrival(script: Script, refund: &Refund) -> String {
    match refund.done {
        Some(done) => t!(script, "refund-done-at", time = format::moment_full(script, done)),
        None => t!(script, "refund-promised", time = format::moment(script, refund.promised)),
    }
}
