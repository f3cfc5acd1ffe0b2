//! What to do for the way that is chosen: the button to the provider's page, the counter's address, the account.

use domain::{
    booking::Booking,
    payment::{Receipt, Way},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, Hidden, Notice, SummaryList, SummaryRow, Tone};

use super::choice::write_key;
use crate::Viewer;

/// How the booking is paid in the way that is chosen.
#[component]
pub(super) fn How(
    /// The money.
    receipt: Receipt,
    /// The booking.
    booking: Booking,
    /// Where the counter is.
    place: String,
    /// The end of the hold, in words.
    end: String,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let (number, total) = (receipt.booking.number.clone(), format::money(receipt.due.0));
    match receipt.way {
        Way::Online => view! {
            <form class="stack" method="post" action="/api/payment/start">
                <Hidden name="number" value=number.clone() />
                <Hidden name="key" value=write_key(&booking) />
                <Hidden name="back" value=viewer.to(&format!("/bookings/{number}/pay")) />
                <Button tone=Tone::Accent wide=true>
                    {t!(script, "pay-online-go", total = total)}
                </Button>
                <p class="muted">{t!(script, "pay-online-text")}</p>
            </form>
        }
        .into_any(),
        Way::Counter => view! {
            <Notice tone=Tone::Info title=t!(script, "pay-counter-title")>
                <p>{t!(script, "pay-counter-text", time = end, place = place, total = total, number = number)}</p>
            </Notice>
            <SummaryList rows=counter_rows(script, &booking) />
        }
        .into_any(),
        Way::Transfer => {
            let rows = account_rows(script, number.clone(), total.clone());
            view! {
                <Notice tone=Tone::Info title=t!(script, "pay-transfer-title")>
                    <p>{t!(script, "pay-transfer-text", time = end, total = total, number = number)}</p>
                </Notice>
                <SummaryList rows=rows />
            }
            .into_any()
        }
        // It is laid beside the way that is chosen.
        Way::Voucher => ().into_any(),
    }
}

/// Where the counter is, and whom to call.
fn counter_rows(script: Script, booking: &Booking) -> Vec<SummaryRow> {
    let mut rows = vec![SummaryRow::text(t!(script, "pay-counter-where"), booking.address.clone())];
    if !booking.place_phone.is_empty() {
        rows.push(SummaryRow::text(t!(script, "place-phone"), booking.place_phone.clone()));
    }
    rows.push(help_row(script));
    rows
}

/// Whose account, which, how much, and what to write.
fn account_rows(script: Script, number: String, total: String) -> Vec<SummaryRow> {
    let line = |word: &str| {
        let key = text(script, &format!("pay-transfer-{word}"));
        SummaryRow::text(key, text(script, &format!("pay-transfer-{word}-value")))
    };
    vec![
        line("holder"),
        line("bank"),
        line("account"),
        SummaryRow::text(t!(script, "pay-amount"), total),
        SummaryRow::text(t!(script, "pay-transfer-reference"), number),
        help_row(script),
    ]
}

/// The house's own phone, and when somebody answers it.
fn help_row(script: Script) -> SummaryRow {
    let (phone, hours) = (t!(script, "footer-phone"), t!(script, "footer-hours"));
    SummaryRow::text(t!(script, "footer-phone-label"), t!(script, "pay-help", phone = phone, hours = hours))
}
