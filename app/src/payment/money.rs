//! A booking's money, line by line: what came, what went back, what is due.

use domain::{
    Fen,
    payment::{Payment, PaymentStatus, Receipt, Refund, RefundStatus},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{LinkButton, Section, SummaryList, SummaryRow, Timeline, TimelineItem, Tone};

use crate::Viewer;

/// The money of a booking on its page: sums, refunds on their way, the way to pay and to the receipt.
#[component]
pub fn MoneyBlock(
    /// The money.
    receipt: Receipt,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let at = |page: &str| viewer.to(&format!("/bookings/{}/{page}", receipt.booking.number));
    let (pay, paper) = (at("pay"), at("receipt"));
    let came = receipt.paid > Fen::ZERO;
    let due = receipt.due > Fen::ZERO;
    let refunds = refund_items(script, &receipt.refunds);
    view! {
        <Section title=t!(script, "money-title")>
            <SummaryList rows=sums(script, &receipt) />
            {(!refunds.is_empty()).then(|| view! { <Timeline items=refunds /> })}
            <div class="cluster no-print">
                {due
                    .then(|| {
                        view! {
                            <LinkButton href=pay tone=Tone::Accent>
                                {t!(script, "pay-to")}
                            </LinkButton>
                        }
                    })}
                {came
                    .then(|| {
                        view! {
                            <LinkButton href=paper tone=Tone::Plain>
                                {t!(script, "money-receipt")}
                            </LinkButton>
                        }
                    })}
            </div>
        </Section>
    }
}

/// The sums.
fn sums(script: Script, receipt: &Receipt) -> Vec<SummaryRow> {
    let mut rows = vec![
        SummaryRow::text(t!(script, "money-way"), text(script, &format!("way-{}", receipt.way))),
        SummaryRow::text(t!(script, "money-paid"), format::money(receipt.paid.0)),
    ];
    if receipt.refunded > Fen::ZERO {
        rows.push(SummaryRow::text(t!(script, "money-refunded"), format::money(receipt.refunded.0)));
    }
    if receipt.due > Fen::ZERO {
        rows.push(SummaryRow::text(t!(script, "money-due"), format::money(receipt.due.0)));
    }
    rows
}

/// Payments as rows of a summary list; attempts that brought nothing are left out unless `all`.
#[must_use]
pub fn payment_rows(script: Script, payments: &[Payment], all: bool) -> Vec<SummaryRow> {
    let shown =
        payments.iter().filter(|payment| all || payment.status == PaymentStatus::Paid || payment.received.is_some());
    shown
        .map(|payment| {
            let way = text(script, &format!("way-{}", payment.way));
            let time = format::moment_full(script, payment.settled.unwrap_or(payment.begun));
            let status = text(script, &format!("payment-status-{}", payment.status));
            let amount = format::money(payment.received.unwrap_or(payment.amount).0);
            SummaryRow::text(
                t!(script, "payment-line", way = way, number = payment.number.clone()),
                format!("{amount} · {status} · {time}"),
            )
        })
        .collect()
}

/// Refunds as rows of a summary list.
#[must_use]
pub fn refund_rows(script: Script, refunds: &[Refund]) -> Vec<SummaryRow> {
    let row = |refund: &Refund| {
        let amount = format::money(refund.amount.0);
        SummaryRow::text(refund_line(script, refund), format!("{amount} · {}", refund_state(script, refund)))
    };
    refunds.iter().map(row).collect()
}

/// Refunds as a line of progress each.
fn refund_items(script: Script, refunds: &[Refund]) -> Vec<TimelineItem> {
    let item = |refund: &Refund| TimelineItem {
        at: format::moment_full(script, refund.done.unwrap_or(refund.since)),
        title: format!(
            "{} {}",
            text(script, &format!("refund-status-{}", refund.status)),
            format::money(refund.amount.0)
        ),
        note: format!("{} · {}", refund_line(script, refund), refund_when(script, refund)),
    };
    refunds.iter().map(item).collect()
}

fn refund_line(script: Script, refund: &Refund) -> String {
    let reason = text(script, &format!("reason-{}", refund.reason));
    let way = text(script, &format!("way-{}", refund.way));
    t!(script, "refund-line", reason = reason, way = way)
}

fn refund_state(script: Script, refund: &Refund) -> String {
    let status = text(script, &format!("refund-status-{}", refund.status));
    format!("{status} · {}", refund_when(script, refund))
}

fn refund_when(script: Script, refund: &Refund) -> String {
    match (refund.status, refund.done) {
        (RefundStatus::Done, Some(done)) => t!(script, "refund-done-at", time = format::moment_full(script, done)),
        _ => t!(script, "refund-promised", time = format::moment(script, refund.promised)),
    }
}
