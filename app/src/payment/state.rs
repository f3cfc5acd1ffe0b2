//! What the customer must know of his payment now, in plain words (B8).

use domain::{
    booking::Status,
    payment::{Payment, PaymentStatus, Reason, Receipt},
};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{Button, Hidden, LinkButton, Notice, Tone};

use crate::Viewer;

/// The notice about where the payment stands; nothing while it was not begun.
#[component]
pub(crate) fn PayState(receipt: Receipt, came_back: bool) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let say = |tone: Tone, title: String, text: String| {
        view! {
            <Notice tone=tone title=title live=true>
                <p>{text}</p>
            </Notice>
        }
        .into_any()
    };
    let late = receipt.refunds.iter().find(|refund| refund.reason == Reason::Late).cloned();
    match (receipt.booking.status, late) {
        (Status::Confirmed, _) => say(
            Tone::Good,
            t!(script, "pay-paid-title"),
            t!(script, "pay-paid-text", total = format::money(receipt.paid.0 - receipt.refunded.0)),
        ),
        (Status::Expired, Some(refund)) => say(
            Tone::Warn,
            t!(script, "pay-returned-title"),
            t!(script, "pay-returned-text", time = format::moment(script, refund.promised)),
        ),
        _ if stuck(&receipt) => {
            let phone = t!(script, "footer-phone");
            say(Tone::Warn, t!(script, "pay-stuck-title"), t!(script, "pay-stuck-text", phone = phone))
        }
        (Status::Expired, None) => say(Tone::Warn, t!(script, "pay-expired-title"), t!(script, "pay-expired-text")),
        (Status::Cancelled, _) => say(Tone::Plain, t!(script, "pay-cancelled-title"), t!(script, "pay-cancelled-text")),
        (Status::Held, _) => match receipt.payments.last().cloned() {
            Some(last) if last.status == PaymentStatus::Open && came_back => {
                view! { <Waiting number=receipt.booking.number payment=last /> }.into_any()
            }
            Some(last) if last.status == PaymentStatus::Declined => {
                say(Tone::Warn, t!(script, "pay-declined-title"), t!(script, "pay-declined-text"))
            }
            Some(last) if last.status == PaymentStatus::Abandoned => {
                say(Tone::Info, t!(script, "pay-abandoned-title"), t!(script, "pay-abandoned-text"))
            }
            _ => ().into_any(),
        },
    }
}

/// A payment of the booking waits for a person.
#[must_use]
pub(super) fn stuck(receipt: &Receipt) -> bool {
    receipt.payments.iter().any(|payment| payment.status == PaymentStatus::Stuck)
}

/// The customer is back and the provider has not said a word yet.
#[component]
fn Waiting(number: String, payment: Payment) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    view! {
        <Notice tone=Tone::Info title=t!(script, "pay-waiting-title") live=true>
            <p>{t!(script, "pay-waiting-text")}</p>
            <div class="cluster">
                <form method="post" action="/api/payment/refresh">
                    <Hidden name="number" value=number.clone() />
                    <Hidden name="back" value=viewer.to(&format!("/bookings/{number}/pay")) />
                    <Button tone=Tone::Primary>{t!(script, "pay-waiting-go")}</Button>
                </form>
                {payment
                    .page
                    .map(|page| {
                        view! {
                            <LinkButton href=page tone=Tone::Plain>
                                {t!(script, "pay-back-to-page")}
                            </LinkButton>
                        }
                    })}
            </div>
        </Notice>
    }
}
