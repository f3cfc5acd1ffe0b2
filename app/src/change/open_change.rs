//! A change that waits for its difference: what it is, until when, how it is paid or taken back.

use domain::{Kind, payment::Receipt, time::to_micros};
use i18n::{Arg, format, t, text_with};
use leptos::prelude::*;
use ui::{Button, Countdown, Hidden, LinkButton, Notice, Tone};

use super::{
    operations,
    side::{Side, Why},
    since::SEEN,
};
use crate::{Viewer, booking::HoldClock, form::Typed};

/// The notice about an open change; nothing where there is none.
#[component]
pub(crate) fn OpenNotice(
    /// What is booked.
    kind: Kind,
    /// Its money.
    receipt: Receipt,
    /// The page is the one on which it is paid.
    paying: bool,
    /// The form that takes it back, as it came back.
    #[prop(optional)]
    refused: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let Some(open) = receipt.change.clone() else { return ().into_any() };
    let number = receipt.booking.number.clone();
    let (end, left) = (format::moment_full(script, open.until), receipt.hold_left.unwrap_or_default());
    let total = format::money(receipt.due.0);
    let text = match &receipt.voucher {
        Some(voucher) => {
            let (whole, part) = (format::money(open.difference.0), format::money(voucher.amount.0));
            t!(
                script,
                "change-open-text-voucher",
                time = end.clone(),
                difference = whole,
                voucher = part,
                total = total.clone()
            )
        }
        None => t!(script, "change-open-text", time = end.clone(), total = total.clone()),
    };
    let lines = operations::lines(script, kind, &open.operations).into_iter().map(|line| view! { <li>{line}</li> });
    let lines = lines.collect_view();
    // At the desk the money is recorded where it stands.
    let counts = !paying && side == Side::Customer;
    let stuck = (counts && receipt.is_stuck()).then(|| {
        view! { <p>{t!(script, "pay-stuck-text", phone = t!(script, "footer-phone"))}</p> }
    });
    let pays = counts && stuck.is_none();
    let go = if receipt.voucher.is_some() { "change-pay-rest" } else { "change-pay" };
    let (go, at) = (text_with(script, go, &[("total", Arg::from(total))]), side.page(&viewer, &number, "/pay"));
    let pay = pays.then(|| {
        view! {
            <LinkButton href=at tone=Tone::Accent>
                {go}
            </LinkButton>
        }
    });
    let why = (side == Side::Desk).then(|| view! { <Why typed=refused id="field-undo-why" /> });
    view! {
        <Notice tone=Tone::Warn title=t!(script, "change-open-title")>
            <ul>{lines}</ul>
            <p>{text}</p>
            {stuck}
            {counts
                .then(|| {
                    view! {
                        <Countdown label=t!(script, "held-left")>
                            <HoldClock left=left fixed=end over=t!(script, "held-over") />
                        </Countdown>
                    }
                })}
            <div class="cluster no-print">
                {pay}
                <form class="stack" method="post" action="/api/change/undo" novalidate>
                    <Hidden name="number" value=number.clone() />
                    <Hidden name="key" value=open.code />
                    <Hidden name="desk" value=side.flag() />
                    <Hidden name=SEEN value=to_micros(open.at).to_string() />
                    <Hidden name="back" value=side.page(&viewer, &number, "/change") />
                    {why}
                    <Button tone=Tone::Plain>{t!(script, "change-undo")}</Button>
                </form>
            </div>
        </Notice>
    }
    .into_any()
}
