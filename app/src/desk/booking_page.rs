//! A booking as the desk sees it: whole, contacts masked where the role has no need of them.

use domain::{Fen, booking::Booking, payment::Receipt};
use i18n::{format, t, text};
use leptos::prelude::*;
use ui::{BackLink, LinkButton, PageTitle, Section, SummaryList, SummaryRow, Tag, Tone};

use super::{
    api::{booking, money},
    day::dial,
    money_forms::RecordForm,
};
use crate::{
    Viewer,
    booking::{BookingDetail, status_text, status_tone},
    form::{Typed, retried},
    frame::{Page, Refused},
    membership::SignInNeeded,
    payment::{payment_rows, refund_rows},
};

/// `/desk/bookings/{number}`
#[component]
pub fn DeskBookingPage() -> impl IntoView {
    let number = Viewer::current().segment(2);
    view! {
        <Suspense>
            {Suspend::new(async move {
                let typed = retried(&Viewer::current(), "desk/record-payment").await.unwrap_or_default();
                match booking(number.clone()).await {
                    Ok(booking) => {
                        view! { <Whole booking=booking money=money(number).await.ok() typed=typed /> }.into_any()
                    }
                    Err(error) if error.code == "sign-in" => {
                        view! { <SignInNeeded error=error at="/desk" /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Whole(booking: Booking, money: Option<Receipt>, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let row = booking.row.clone();
    let title = t!(script, "desk-booking", number = row.number);
    let day = domain::time::day_of(row.starts);
    view! {
        <Page title=title.clone()>
            <BackLink href=viewer.to(&format!("/desk?day={day}")) label=t!(script, "desk-back") />
            <PageTitle title=title caption=format!("{} · {}", row.place, row.offer)>
                <Tag tone=status_tone(row.status)>{status_text(script, row.status)}</Tag>
                {dial(&row.phone)
                    .map(|href| {
                        view! {
                            <LinkButton href=href tone=Tone::Plain icon="phone">
                                {t!(script, "desk-call")}
                            </LinkButton>
                        }
                    })}
            </PageTitle>
            {money.map(|money| view! { <Money receipt=money typed=typed /> })}
            <BookingDetail booking=booking />
        </Page>
    }
}

/// The booking's money, with the form for what came at the counter.
#[component]
fn Money(receipt: Receipt, typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let mut rows = vec![
        SummaryRow::text(t!(script, "money-way"), text(script, &format!("way-{}", receipt.way))),
        SummaryRow::text(t!(script, "money-paid"), format::money(receipt.paid.0)),
        SummaryRow::text(t!(script, "money-refunded"), format::money(receipt.refunded.0)),
        SummaryRow::text(t!(script, "money-due"), format::money(receipt.due.0)),
    ];
    rows.extend(payment_rows(script, &receipt.payments, true));
    rows.extend(refund_rows(script, &receipt.refunds));
    let open = receipt.due > Fen::ZERO;
    view! {
        <Section title=t!(script, "money-title")>
            <SummaryList rows=rows />
        </Section>
        {open.then(|| view! { <RecordForm receipt=receipt typed=typed /> })}
    }
}
