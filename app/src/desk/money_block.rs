//! A booking's money as the desk sees it: every attempt, every refund, and what staff may do about them.

use domain::{
    Fen,
    desk::{Permission, Role},
    payment::{PaymentStatus, Receipt, Refund},
};
use i18n::{format, t, text};
use leptos::prelude::*;
use ui::{Card, LinkButton, Section, SummaryList, SummaryRow, Tone};

use super::money_forms::{ForRefund, RecordForm};
use crate::{
    Viewer,
    form::{Refusal, Typed},
    payment::{payment_rows, refund_rows},
};

/// The money, with the forms that the role may use.
#[component]
pub(super) fn DeskMoney(
    /// Who looks.
    role: Role,
    /// The money.
    receipt: Receipt,
    /// The form that came back, if one did.
    form: &'static str,
    /// As it came back.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let records = role.may(Permission::TakeMoney) && receipt.due > Fen::ZERO;
    let recorded = form == "desk/record-payment" && records;
    let (settling, recording) = if recorded { (Typed::default(), typed) } else { (typed, Typed::default()) };
    let stuck = receipt.payments.iter().any(|payment| payment.status == PaymentStatus::Stuck);
    let queue = (stuck && role.may(Permission::SettleMoney)).then(|| {
        view! {
            <LinkButton href=viewer.to("/desk/payments") tone=Tone::Primary>
                {t!(script, "desk-decide")}
            </LinkButton>
        }
    });
    let refunds = receipt.refunds.clone();
    let attempts = payment_rows(script, &receipt.payments, true);
    let sums = sums(&receipt);
    view! {
        <Refusal typed=settling.clone() fields=[("slip", "desk-slip"), ("why", "desk-why")] />
        <Section title=t!(script, "money-title")>
            <SummaryList rows=sums />
            {queue}
        </Section>
        {(!attempts.is_empty())
            .then(|| {
                view! {
                    <Section title=t!(script, "receipt-payments")>
                        <SummaryList rows=attempts />
                    </Section>
                }
            })}
        {(!refunds.is_empty())
            .then(|| {
                view! {
                    <Section title=t!(script, "receipt-refunds")>
                        {refunds
                            .into_iter()
                            .map(|refund| view! { <RefundCard role=role refund=refund typed=settling.clone() /> })
                            .collect_view()}
                    </Section>
                }
            })}
        {records.then(|| view! { <RecordForm receipt=receipt typed=recording /> })}
    }
}

fn sums(receipt: &Receipt) -> Vec<SummaryRow> {
    let script = Viewer::current().script;
    let mut rows = vec![
        SummaryRow::text(t!(script, "money-way"), text(script, &format!("way-{}", receipt.way))),
        SummaryRow::text(t!(script, "quote-total"), format::money(receipt.booking.total.0)),
        SummaryRow::text(t!(script, "money-paid"), format::money(receipt.paid.0)),
        SummaryRow::text(t!(script, "money-refunded"), format::money(receipt.refunded.0)),
        SummaryRow::text(t!(script, "money-due"), format::money(receipt.due.0)),
    ];
    if let Some(until) = receipt.hold_until {
        rows.push(SummaryRow::text(t!(script, "pay-left"), format::moment_full(script, until)));
    }
    rows
}

/// A refund with what may be done about it.
#[component]
fn RefundCard(role: Role, refund: Refund, typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let rows = refund_rows(script, std::slice::from_ref(&refund));
    view! {
        <Card class="stack">
            <SummaryList rows=rows />
            <ForRefund role=role refund=refund typed=typed />
        </Card>
    }
}
