//! A voucher as its owner sees it.

use domain::{
    Fen,
    voucher::{Voucher, last_day},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Card, SummaryList, SummaryRow};

use crate::Viewer;

/// What there is to say of a voucher.
#[must_use]
pub(crate) fn voucher_rows(script: Script, voucher: &Voucher) -> Vec<SummaryRow> {
    let state = if voucher.is_over {
        t!(script, "voucher-is-over")
    } else if voucher.left <= Fen::ZERO {
        t!(script, "voucher-is-spent")
    } else {
        t!(script, "voucher-left", total = format::money(voucher.left.0))
    };
    vec![
        SummaryRow::view(t!(script, "voucher-number"), view! { <span class="number">{voucher.number.clone()}</span> }),
        SummaryRow::text(t!(script, "voucher-worth"), format!("{} · {state}", format::money(voucher.worth.0))),
        SummaryRow::text(t!(script, "voucher-expires"), format::day(script, last_day(voucher.expires))),
        SummaryRow::text(t!(script, "voucher-how"), text(script, &format!("voucher-kind-{}", voucher.kind))),
    ]
}

/// Vouchers, a card each.
#[component]
pub(crate) fn VoucherCards(
    /// The vouchers.
    vouchers: Vec<Voucher>,
) -> impl IntoView {
    let script = Viewer::current().script;
    vouchers
        .into_iter()
        .map(|voucher| {
            view! {
                <Card class="stack">
                    <SummaryList rows=voucher_rows(script, &voucher) />
                </Card>
            }
        })
        .collect_view()
}
