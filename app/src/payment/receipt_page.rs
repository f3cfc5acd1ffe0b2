//! The receipt: what came and what went back, on one sheet to print (B8).

use domain::{Fen, invoice::Invoice, payment::Receipt};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, PageTitle, Section, SummaryList, SummaryRow};

use super::{
    api::receipt,
    money::{payment_rows, refund_rows},
};
use crate::{
    ApiError, Viewer,
    form::{Typed, retried},
    frame::{Refused, Sheet},
    invoice::{InvoiceBlock, api::show},
};

/// `/bookings/{number}/receipt`
#[component]
pub fn ReceiptPage() -> impl IntoView {
    let number = Viewer::current().segment(1);
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(number).await {
                    Ok((receipt, invoice, typed)) => {
                        view! { <Paper receipt=receipt invoice=invoice typed=typed /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// The last invoice that was asked for, and whether one can be.
type Asked = (Option<Invoice>, bool);

async fn load(number: String) -> Result<(Receipt, Asked, Typed), ApiError> {
    let receipt = receipt(number.clone(), false).await?;
    Ok((receipt, show(number).await?, retried(&Viewer::current(), "invoice/ask").await?))
}

#[component]
fn Paper(receipt: Receipt, invoice: Asked, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = receipt.booking.number.clone();
    let title = t!(script, "receipt-title", number = number.clone());
    let back = viewer.to(&format!("/bookings/{number}"));
    let payments = payment_rows(script, &receipt.payments, false);
    let refunds = refund_rows(script, &receipt.refunds);
    let last = receipt.payments.iter().filter_map(|payment| payment.settled).max();
    let mut sums = vec![
        SummaryRow::text(t!(script, "row-offer"), format!("{} · {}", receipt.booking.place, receipt.booking.offer)),
        SummaryRow::text(t!(script, "contact-name"), receipt.booking.name.clone()),
        SummaryRow::text(t!(script, "quote-total"), format::money(receipt.booking.total.0)),
        SummaryRow::text(t!(script, "money-paid"), format::money(receipt.paid.0)),
    ];
    if receipt.refunded > Fen::ZERO {
        sums.push(SummaryRow::text(t!(script, "money-refunded"), format::money(receipt.refunded.0)));
    }
    let listed = if payments.is_empty() {
        view! { <p>{t!(script, "receipt-none")}</p> }.into_any()
    } else {
        view! { <SummaryList rows=payments /> }.into_any()
    };
    view! {
        <Sheet title=title.clone()>
            <p class="no-print">
                <BackLink href=back label=t!(script, "back-to-booking") />
            </p>
            <PageTitle title=title caption=t!(script, "site-name") lede=t!(script, "receipt-caption") />
            {last
                .map(|time| {
                    view! {
                        <p class="muted">
                            {t!(script, "receipt-issued", time = format::moment_full(script, time))}
                        </p>
                    }
                })}
            <SummaryList rows=sums />
            <Section title=t!(script, "receipt-payments")>{listed}</Section>
            {(!refunds.is_empty())
                .then(|| {
                    view! {
                        <Section title=t!(script, "receipt-refunds")>
                            <SummaryList rows=refunds />
                        </Section>
                    }
                })}
            <InvoiceBlock number=number invoice=invoice.0 free=invoice.1 typed=typed />
        </Sheet>
    }
}
