//! Paying a booking: how much, until when, how, and what became of it (B6, B8).

use domain::{
    Fen,
    booking::{Booking, Status},
    payment::{Receipt, Way},
};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, Button, Countdown, Details, Hidden, PageTitle, Section, Tone};

use super::{
    api::receipt,
    choice::{PayChoice, write_key},
    how::How,
    money::MoneyBlock,
    state::{PayState, is_awaited},
};
use crate::{
    ApiError, Viewer,
    booking::{HoldClock, api::show, counter},
    change::OpenNotice,
    form::{Refusal, Typed, retried},
    frame::{Page, Refused},
    voucher::VoucherUse,
};

/// The forms of the page; a refusal may come from each of them.
const FORMS: [&str; 6] =
    ["payment/start", "payment/choose", "payment/refresh", "booking/extend", VOUCHER, "voucher/remove"];

/// The form for a voucher.
const VOUCHER: &str = "voucher/apply";

/// `/bookings/{number}/pay`
#[component]
pub fn PayPage() -> impl IntoView {
    let viewer = Viewer::current();
    let number = viewer.segment(1);
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(number).await {
                    Ok((receipt, booking, refused)) => {
                        view! { <Paying receipt=receipt booking=booking refused=refused /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// The money, the booking, and a refused form with its name.
type Loaded = (Receipt, Booking, (&'static str, Typed));

async fn load(number: String) -> Result<Loaded, ApiError> {
    let viewer = Viewer::current();
    let came_back = viewer.param("back") == "1";
    let (receipt, booking) = (receipt(number.clone(), came_back).await?, show(number).await?);
    for form in FORMS {
        let typed = retried(&viewer, form).await?;
        if typed.refusal.is_some() {
            return Ok((receipt, booking, (form, typed)));
        }
    }
    Ok((receipt, booking, ("", Typed::default())))
}

#[component]
fn Paying(receipt: Receipt, booking: Booking, refused: (&'static str, Typed)) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = receipt.booking.number.clone();
    let came_back = viewer.param("back") == "1";
    let title = t!(script, "pay-title");
    let (form, typed) = refused;
    let voucher = if form == VOUCHER { typed.clone() } else { Typed::default() };
    let wanted = match receipt.booking.status {
        Status::Held | Status::Cancelled => true,
        Status::Confirmed => receipt.change.is_some(),
        Status::Expired => false,
    };
    let open = wanted && receipt.due > Fen::ZERO && !receipt.is_stuck();
    let awaited = (came_back || receipt.code.is_some()) && is_awaited(&receipt);
    let ways = match (open, awaited) {
        (true, false) => view! { <Ways receipt=receipt.clone() booking=booking.clone() voucher=voucher /> }.into_any(),
        // Who came back without paying may still think otherwise: the open attempt is closed first.
        (true, true) => {
            let place = counter(booking.row.kind, &booking.row.place, &booking.address);
            view! { <Other receipt=receipt.clone() booking=booking.clone() place=place /> }.into_any()
        }
        (false, _) => ().into_any(),
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=viewer.to(&format!("/bookings/{number}")) label=t!(script, "back-to-booking") />
            <Refusal typed=typed fields=[("way", "pay-how"), ("voucher", "voucher-number")] />
            <PageTitle
                title=title
                caption=format!("{} · {} · {number}", receipt.booking.place, receipt.booking.offer)
            />
            <OpenNotice kind=booking.row.kind receipt=receipt.clone() paying=true />
            <PayState receipt=receipt.clone() booking=booking came_back=came_back />
            {ways}
            {(!open).then(|| view! { <MoneyBlock receipt=receipt /> })}
        </Page>
    }
}

#[component]
fn Ways(receipt: Receipt, booking: Booking, voucher: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let end = receipt.hold_until.map(|until| format::moment_full(script, until));
    let place = counter(booking.row.kind, &booking.row.place, &booking.address);
    let how = view! {
        <How receipt=receipt.clone() booking=booking.clone() place=place.clone() end=end.clone().unwrap_or_default() />
    };
    let (due, left) = (format::money(receipt.due.0), receipt.hold_left.unwrap_or_default());
    let key = write_key(&booking);
    // What is due for a cancellation is paid in money.
    let voucher = (receipt.booking.status == Status::Held || receipt.change.is_some()).then(|| {
        view! { <VoucherUse receipt=receipt.clone() key=key typed=voucher /> }
    });
    // The fee of a cancellation runs out for nobody, and is paid in any way that is told.
    let more = end.is_some().then(|| {
        view! {
            <Extend receipt=receipt.clone() />
            <Other receipt=receipt.clone() booking=booking place=place />
        }
    });
    let clock = end.map(|end| {
        view! {
            <Countdown label=t!(script, "pay-left")>
                <HoldClock left=left fixed=end over=t!(script, "held-over") />
            </Countdown>
        }
    });
    view! {
        <Section title=t!(script, "pay-amount")>
            <p class="amount">{due}</p>
            {clock}
            {voucher}
            {how}
        </Section>
        {more}
    }
}

/// One prolongation of the hold, where the terms give it; the key lets a second click find the answer to the first.
#[component]
fn Extend(receipt: Receipt) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = receipt.booking.number;
    receipt.extendable_until.map(|until| {
        view! {
            <form class="cluster no-print" method="post" action="/api/booking/extend">
                <Hidden name="number" value=number.clone() />
                <Hidden name="key" value="once" />
                <Hidden name="back" value=viewer.to(&format!("/bookings/{number}/pay")) />
                <span class="muted">{t!(script, "pay-extend-text", time = format::moment(script, until))}</span>
                <Button tone=Tone::Plain>{t!(script, "pay-extend")}</Button>
            </form>
        }
    })
}

/// The other ways.
#[component]
fn Other(receipt: Receipt, booking: Booking, place: String) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = receipt.booking.number.clone();
    let held = receipt.hold_until.unwrap_or(booking.placed);
    let ways: Vec<_> = Way::CHOICES
        .iter()
        .filter(|way| **way != receipt.way && (way.is_offline() || receipt.online))
        .map(|way| {
            let granted = booking.terms.hold(*way, booking.placed, booking.row.starts).max(held);
            // What a change holds ends when it was said to, whatever the way.
            (*way, if receipt.change.is_some() { held } else { granted })
        })
        .collect();
    let chosen = ways.first().map_or(Way::Counter, |(way, _)| *way);
    view! {
        <Details summary=t!(script, "pay-other")>
            <form class="stack" method="post" action="/api/payment/choose">
                <Hidden name="number" value=number.clone() />
                <Hidden name="key" value=write_key(&booking) />
                <Hidden name="back" value=viewer.to(&format!("/bookings/{number}/pay")) />
                <PayChoice ways=ways chosen=chosen place=place />
                <Button tone=Tone::Plain>{t!(script, "pay-other-go")}</Button>
            </form>
        </Details>
    }
}
