//! The desk's money: what is due, what is stuck, what goes back (A3, A4).

use domain::{
    desk::{Permission, StaffCard},
    payment::{DueRow, PaymentQueue, RefundRow, StuckRow},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{DataTable, EmptyState, Section};

use super::{
    api::payments,
    money_forms::{ForRefund, ForStuck},
    rooms::{Room, entered, instead},
};
use crate::{
    Viewer,
    form::{Refusal, Typed, retried},
};

/// Forms of the page; a refusal may come from each of them.
const FORMS: [&str; 3] = ["desk/resolve-payment", "desk/pay-out", "desk/retry-refund"];

/// `/desk/payments`
#[component]
pub fn PaymentsPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let mut typed = Typed::default();
                for form in FORMS {
                    match retried(&Viewer::current(), form).await {
                        Ok(found) if found.refusal.is_some() => typed = found,
                        _ => {}
                    }
                }
                match payments().await {
                    Ok(queue) => view! { <Queue card=card queue=queue typed=typed /> }.into_any(),
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Queue(card: StaffCard, queue: PaymentQueue, typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let settles = card.role.may(Permission::SettleMoney);
    view! {
        <Room card=card title=t!(script, "desk-payments")>
            <Refusal typed=typed.clone() fields=[("why", "desk-why"), ("how", "desk-how"), ("slip", "desk-slip")] />
            <Section title=t!(script, "desk-stuck")>{stuck(script, queue.stuck, settles)}</Section>
            <Section title=t!(script, "desk-due")>{due(script, queue.due)}</Section>
            <Section title=t!(script, "desk-refunds")>{refunds(script, queue.refunds, settles)}</Section>
            <Section title=t!(script, "desk-refunds-done")>{refunds(script, queue.done, false)}</Section>
        </Room>
    }
}

fn nothing(script: Script) -> AnyView {
    view! { <EmptyState icon="check" title=t!(script, "desk-nothing") /> }.into_any()
}

fn number(number: String) -> AnyView {
    let href = Viewer::current().to(&format!("/desk/bookings/{number}"));
    view! { <a class="number" href=href>{number}</a> }.into_any()
}

fn due(script: Script, rows: Vec<DueRow>) -> AnyView {
    if rows.is_empty() {
        return nothing(script);
    }
    let head = [
        "desk-column-until",
        "desk-column-number",
        "desk-column-what",
        "desk-column-name",
        "desk-column-way",
        "money-due",
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            vec![
                format::moment(script, row.until).into_any(),
                number(row.booking.number),
                format!("{} · {}", row.booking.place, row.booking.offer).into_any(),
                format!("{} {}", row.booking.name, row.booking.phone).into_any(),
                text(script, &format!("way-{}", row.way)).into_any(),
                format::money(row.due.0).into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "desk-due") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
        .into_any()
}

fn stuck(script: Script, rows: Vec<StuckRow>, settles: bool) -> AnyView {
    if rows.is_empty() {
        return nothing(script);
    }
    let head = ["desk-column-since", "desk-column-number", "desk-asked", "desk-came", "desk-trouble", "desk-decision"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let came = row.payment.received.map_or_else(|| "—".to_owned(), |came| format::money(came.0));
            let decision = if settles {
                view! { <ForStuck row=row.clone() /> }.into_any()
            } else {
                t!(script, "desk-waits-for-finance").into_any()
            };
            vec![
                format::moment(script, row.since).into_any(),
                number(row.booking.number),
                format::money(row.payment.amount.0).into_any(),
                came.into_any(),
                text(script, &format!("trouble-{}", row.trouble)).into_any(),
                decision,
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "desk-stuck") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
        .into_any()
}

fn refunds(script: Script, rows: Vec<RefundRow>, settles: bool) -> AnyView {
    if rows.is_empty() {
        return nothing(script);
    }
    let head = [
        "desk-column-until",
        "desk-column-number",
        "desk-reason",
        "desk-amount",
        "desk-column-status",
        "desk-decision",
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            let refund = &row.refund;
            let until = refund.done.unwrap_or(refund.promised);
            let status = text(script, &format!("refund-status-{}", refund.status));
            let status = if row.trouble.is_empty() { status } else { format!("{status} ({})", row.trouble) };
            let way = text(script, &format!("way-{}", refund.way));
            let reason = text(script, &format!("reason-{}", refund.reason));
            let cells = [format::moment(script, until), reason + " · " + &way, format::money(refund.amount.0), status];
            let [until, reason, amount, status] = cells;
            let decision = if settles { view! { <ForRefund row=row.clone() /> }.into_any() } else { ().into_any() };
            vec![
                until.into_any(),
                number(row.booking.number),
                reason.into_any(),
                amount.into_any(),
                status.into_any(),
                decision,
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "desk-refunds") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
        .into_any()
}
