//! A booking's money, line by line: what came, what went back, what is due.

use domain::{
    Fen,
    payment::{Payment, PaymentStatus, Receipt, Refund, RefundStatus},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{LinkButton, Section, SummaryList, SummaryRow, Tone, Track};

use super::state::arrival;
use crate::{Viewer, voucher::voucher_rows};

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
    // Who is asked to wait for a person is not asked to pay as well.
    // A change that waits says itself how it is paid.
    let due = receipt.due > Fen::ZERO && receipt.change.is_none() && !receipt.is_stuck();
    let refunds = receipt.refunds.iter().cloned().map(|refund| view! { <RefundTrack refund=refund /> }).collect_view();
    let granted = receipt.granted.clone().map(|voucher| {
        view! {
            <h3>{t!(script, "voucher-given")}</h3>
            <SummaryList rows=voucher_rows(script, &voucher) />
            <p class="muted">{t!(script, "voucher-keep")}</p>
        }
    });
    view! {
        <Section title=t!(script, "money-title")>
            <SummaryList rows=sums(script, &receipt) />
            {granted}
            {refunds}
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
            let amount = format::money_in(&payment.currency, payment.received.unwrap_or(payment.amount).0);
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
        let amount = refund_sum(refund);
        SummaryRow::text(refund_line(script, refund), format!("{amount} · {}", refund_state(script, refund)))
    };
    refunds.iter().map(row).collect()
}

/// How much goes back, in the currency that came.
#[must_use]
pub fn refund_sum(refund: &Refund) -> String {
    format::money_in(&refund.currency, refund.amount.0)
}

/// A refund as a line of progress, from owed to done.
#[component]
fn RefundTrack(refund: Refund) -> impl IntoView {
    let script = Viewer::current().script;
    let stages = stages(&refund);
    let reached = stages.iter().position(|status| *status == refund.status).unwrap_or_default();
    let title = t!(script, "refund-of", total = refund_sum(&refund));
    let stages = stages.iter().map(|status| text(script, &format!("refund-stage-{status}"))).collect();
    view! {
        <div class="refund">
            <p class="refund__title">
                <strong>{title.clone()}</strong>
                <span class="muted">{refund_line(script, &refund)}</span>
            </p>
            <Track label=title stages=stages reached=reached />
            <p class="muted">{arrival(script, &refund)}</p>
        </div>
    }
}

/// What a refund goes through; one paid out by staff is not sent to anybody.
fn stages(refund: &Refund) -> Vec<RefundStatus> {
    use RefundStatus::{Asked, Checked, Done, Due, Sent, Stuck};
    let mut stages = if refund.reviewed { vec![Asked, Checked, Due] } else { vec![Due] };
    match refund.status {
        Stuck => stages.push(Stuck),
        _ if !refund.way.is_offline() => stages.push(Sent),
        _ => {}
    }
    stages.push(Done);
    stages
}

fn refund_line(script: Script, refund: &Refund) -> String {
    let reason = text(script, &format!("reason-{}", refund.reason));
    let way = text(script, &format!("way-{}", refund.way));
    t!(script, "refund-line", reason = reason, way = way)
}

fn refund_state(script: Script, refund: &Refund) -> String {
    format!("{} · {}", text(script, &format!("refund-stage-{}", refund.status)), arrival(script, refund))
}
