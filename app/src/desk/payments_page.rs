//! The desk's money: what is due, what is stuck, what goes back (A3, A4).

use domain::{
    desk::{Permission, Role, StaffCard},
    payment::{CollectionRow, DueFor, DueRow, PaymentQueue, RefundRow, StuckRow},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{DataTable, Section, Tag, Tone};

use super::{
    api::payments,
    money_forms::{ForCollection, ForRefund, ForStuck},
    rooms::{Room, entered, instead},
};
use crate::{
    Viewer,
    form::{Refusal, Typed, retried},
    payment::refund_sum,
};

/// Forms of the page; a refusal may come from each of them.
const FORMS: [&str; 8] = [
    "desk/check-collection",
    "desk/take-collection",
    "desk/resolve-payment",
    "desk/pay-out",
    "desk/retry-refund",
    "desk/check-refund",
    "desk/release-refund",
    "desk/send-back-refund",
];

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
    let (settles, takes) = (card.role.may(Permission::SettleMoney), card.role.may(Permission::TakeMoney));
    let counts = [queue.stuck.len(), queue.due.len(), queue.refunds.len(), queue.collected.len(), queue.done.len()];
    let titles = ["desk-stuck", "desk-due", "desk-refunds", "desk-collected", "desk-refunds-done"];
    let titles = titles.map(|id| text(script, id));
    let [of_stuck, of_due, of_refunds, of_collected, of_done] = titles.clone();
    let tables = [
        stuck(script, of_stuck, queue.stuck, settles.then(|| typed.clone())),
        due(script, of_due, queue.due, takes),
        refunds((script, card.role), of_refunds, queue.refunds, &typed),
        collected((script, card.role), of_collected, queue.collected),
        refunds((script, card.role), of_done, queue.done, &Typed::default()),
    ];
    let sections = titles
        .into_iter()
        .zip(counts)
        .zip(tables)
        .map(|((title, count), table)| {
            let table =
                if count == 0 { view! { <p class="muted">{t!(script, "desk-nothing")}</p> }.into_any() } else { table };
            view! { <Section title=title>{table}</Section> }
        })
        .collect_view();
    view! {
        <Room card=card title=t!(script, "desk-payments")>
            <Refusal typed=typed fields=[("how", "desk-how"), ("why", "desk-why"), ("slip", "desk-slip")] />
            {sections}
        </Room>
    }
}

fn number(number: String) -> AnyView {
    let href = Viewer::current().to(&format!("/desk/bookings/{number}"));
    view! { <a class="number" href=href>{number}</a> }.into_any()
}

fn table(script: Script, caption: String, head: [&str; 6], rows: Vec<Vec<AnyView>>) -> AnyView {
    let head = head.map(|id| text(script, id)).to_vec();
    view! { <DataTable caption=caption head=head rows=rows /> }.into_any()
}

fn due(script: Script, caption: String, rows: Vec<DueRow>, takes: bool) -> AnyView {
    let viewer = Viewer::current();
    let head = [
        "desk-column-until",
        "desk-column-number",
        "desk-column-what",
        "desk-column-name",
        "money-due",
        "desk-decision",
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = viewer.to(&format!("/desk/bookings/{}#record", row.booking.number));
            let way = (row.of != DueFor::Fee).then(|| text(script, &format!("way-{}", row.way)));
            let due = [format::money(row.due.0), text(script, &format!("due-for-{}", row.of))];
            let due = due.into_iter().chain(way).collect::<Vec<_>>().join(" · ");
            let until = row.until.map_or_else(|| t!(script, "due-no-end"), |until| format::moment(script, until));
            let record = takes.then(|| view! { <a href=href>{t!(script, "desk-record")}</a> });
            vec![
                until.into_any(),
                number(row.booking.number),
                format!("{} · {}", row.booking.place, row.booking.offer).into_any(),
                format!("{} {}", row.booking.name, row.booking.phone).into_any(),
                due.into_any(),
                record.into_any(),
            ]
        })
        .collect();
    table(script, caption, head, rows)
}

fn stuck(script: Script, caption: String, rows: Vec<StuckRow>, settles: Option<Typed>) -> AnyView {
    let head = ["desk-column-since", "desk-column-number", "desk-asked", "desk-came", "desk-trouble", "desk-decision"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let came = row.payment.received.map_or_else(|| "—".to_owned(), |came| format::money_in(&row.payment.currency, came.0));
            let decision = match settles.clone() {
                Some(typed) => view! { <ForStuck row=row.clone() typed=typed /> }.into_any(),
                None => t!(script, "desk-waits-for-finance").into_any(),
            };
            let known = view! {
                <p>{text(script, &format!("trouble-{}", row.doubt))}</p>
                <p class="muted">
                    {t!(script, "desk-known", number = row.payment.number, time = format::moment_full(script, row.payment.begun))}
                </p>
            };
            vec![
                format::moment(script, row.since).into_any(),
                number(row.booking.number),
                format::money(row.payment.amount.0).into_any(),
                came.into_any(),
                known.into_any(),
                decision,
            ]
        })
        .collect();
    table(script, caption, head, rows)
}

fn collected((script, role): (Script, Role), caption: String, rows: Vec<CollectionRow>) -> AnyView {
    let head = [
        "desk-column-since",
        "desk-column-number",
        "desk-column-by",
        "desk-came",
        "desk-column-status",
        "desk-decision",
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            let since = row.payment.settled.unwrap_or(row.payment.begun);
            let way = text(script, &format!("way-{}", row.payment.way));
            let by = [row.by.as_str(), row.slip.as_str()].into_iter().filter(|part| !part.is_empty());
            let by = by.collect::<Vec<_>>().join(" · ");
            let state = text(script, if row.checked { "collection-checked" } else { "collection-asked" });
            vec![
                format::moment(script, since).into_any(),
                number(row.booking.number.clone()),
                by.into_any(),
                format!("{} · {way}", format::money(row.payment.amount.0)).into_any(),
                state.into_any(),
                view! { <ForCollection role=role row=row /> }.into_any(),
            ]
        })
        .collect();
    table(script, caption, head, rows)
}

fn refunds((script, role): (Script, Role), caption: String, rows: Vec<RefundRow>, typed: &Typed) -> AnyView {
    let head =
        ["desk-column-until", "desk-column-number", "desk-reason", "desk-sum", "desk-column-status", "desk-decision"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let refund = &row.refund;
            let until = refund.done.unwrap_or(refund.promised);
            let status = text(script, &format!("refund-status-{}", refund.status));
            let tried = (refund.tries > 1 || !row.trouble.is_empty())
                .then(|| t!(script, "desk-tried", count = refund.tries, trouble = row.trouble.clone()));
            let asks = (!row.question.is_empty()).then(|| t!(script, "desk-question", why = row.question.clone()));
            let overdue = row.overdue.then(|| view! { <Tag tone=Tone::Bad>{t!(script, "desk-refund-overdue")}</Tag> });
            let state = view! {
                <p>{status}" "{overdue}</p>
                {tried.map(|tried| view! { <p class="muted">{tried}</p> })}
                {asks.map(|asks| view! { <p class="muted">{asks}</p> })}
            };
            let way = text(script, &format!("way-{}", refund.way));
            let reason = text(script, &format!("reason-{}", refund.reason));
            let decision = view! { <ForRefund role=role refund=refund.clone() typed=typed.clone() /> };
            vec![
                format::moment(script, until).into_any(),
                number(row.booking.number.clone()),
                format!("{reason} · {way}").into_any(),
                refund_sum(refund).into_any(),
                state.into_any(),
                decision.into_any(),
            ]
        })
        .collect();
    table(script, caption, head, rows)
}
