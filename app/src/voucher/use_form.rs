//! Using a voucher on the page where a booking, or the difference of a change, is paid.

use domain::payment::Receipt;
use i18n::{Arg, format, t, text, text_with};
use leptos::prelude::*;
use ui::{Button, Details, Field, Hidden, Notice, Tone};

use crate::{Viewer, form::Typed};

/// The voucher that is laid aside, with the way to take it back; else the form for one.
#[component]
pub(crate) fn VoucherUse(
    /// The money.
    receipt: Receipt,
    /// The key of a write from this state of the booking.
    key: String,
    /// The form as it came back.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = receipt.booking.number.clone();
    let back = viewer.to(&format!("/bookings/{number}/pay"));
    let (aside, hint) = if receipt.change.is_some() {
        ("voucher-aside-change-text", "voucher-change-hint")
    } else {
        ("voucher-aside-text", "voucher-hint")
    };
    if let Some(applied) = receipt.voucher {
        let amount = format::money(applied.amount.0);
        return view! {
            <Notice tone=Tone::Good title=t!(script, "voucher-aside", total = amount)>
                <p>{text_with(script, aside, &[("number", Arg::from(applied.number))])}</p>
                <form method="post" action="/api/voucher/remove">
                    <Hidden name="number" value=number />
                    <Hidden name="key" value=key />
                    <Hidden name="back" value=back />
                    <Button tone=Tone::Plain>{t!(script, "voucher-remove")}</Button>
                </form>
            </Notice>
        }
        .into_any();
    }
    view! {
        <Details summary=t!(script, "voucher-use") open=!typed.fields.is_empty()>
            <form class="stack narrow" method="post" action="/api/voucher/apply" novalidate>
                <Hidden name="number" value=number />
                <Hidden name="key" value=key />
                <Hidden name="back" value=back />
                <Field
                    name="voucher"
                    label=t!(script, "voucher-number")
                    hint=text(script, hint)
                    value=typed.value("voucher")
                    fault=typed.fault("voucher")
                    maxlength="40"
                    required=true
                />
                <Button tone=Tone::Plain>{t!(script, "voucher-apply")}</Button>
            </form>
        </Details>
    }
    .into_any()
}
