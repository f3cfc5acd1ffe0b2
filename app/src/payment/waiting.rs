//! The provider's word is awaited: the customer scans its code, or has come back from its page.

use domain::payment::{Page, Receipt};
use i18n::t;
use leptos::prelude::*;
use ui::{Button, Hidden, LinkButton, Notice, Tone};

use super::wait_island::PayWatch;
use crate::Viewer;

/// The customer pays elsewhere, and the provider has not said a word yet.
#[component]
pub(super) fn Waiting(
    /// The money.
    receipt: Receipt,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = receipt.booking.number.clone();
    let page = match receipt.last_attempt().and_then(|last| last.page.clone()) {
        Some(Page::Address(page)) => Some(page),
        Some(Page::Code(_)) | None => None,
    };
    let (title, text) = match receipt.code {
        Some(_) => (t!(script, "pay-scan-title"), t!(script, "pay-scan-text")),
        None => (t!(script, "pay-waiting-title"), t!(script, "pay-waiting-text")),
    };
    let code = receipt.code.map(|code| {
        // A code is found by the quiet border around it: four of its squares.
        let frame = format!("-4 -4 {0} {0}", code.side + 8);
        view! {
            <svg class="pay-code" viewBox=frame role="img" aria-label=t!(script, "pay-scan-code")>
                <path d=code.path></path>
            </svg>
        }
    });
    view! {
        <Notice tone=Tone::Info title=title>
            <p>{text}</p>
            {code}
            <PayWatch
                number=number.clone()
                asking=t!(script, "pay-waiting-asking")
                tired=t!(script, "pay-waiting-tired")
            />
            <div class="cluster">
                <form method="post" action="/api/payment/refresh">
                    <Hidden name="number" value=number.clone() />
                    <Hidden name="back" value=viewer.to(&format!("/bookings/{number}/pay")) />
                    <Button tone=Tone::Primary>{t!(script, "pay-waiting-go")}</Button>
                </form>
                {page
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
