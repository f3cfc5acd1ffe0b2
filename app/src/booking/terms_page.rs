//! The terms a booking was sold by, as the text that was hashed at the sale, so that anybody can check the hash on the confirmation
//! (B5).

use domain::booking::{Booking, Status};
use i18n::t;
use leptos::prelude::*;
use ui::{BackLink, Notice, PageTitle, Section, SummaryList, SummaryRow, Tone};

use super::api::show;
use crate::{
    Viewer,
    catalogue::FullTerms,
    frame::{Page, Refused},
};

/// `/bookings/{number}/terms`
#[component]
pub fn TermsPage() -> impl IntoView {
    let number = Viewer::current().segment(1);
    view! {
        <Suspense>
            {Suspend::new(async move {
                match show(number).await {
                    Ok(booking) => view! { <Whole booking=booking /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Whole(booking: Booking) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = booking.row.number.clone();
    let title = t!(script, "terms-page-title");
    let (tone, verdict) = if booking.terms_intact {
        (Tone::Good, t!(script, "terms-intact"))
    } else {
        (Tone::Bad, t!(script, "terms-broken"))
    };
    let rows = vec![SummaryRow::view(
        t!(script, "terms-hash"),
        view! { <code class="hash">{booking.terms_hash.clone()}</code> },
    )];
    let text = booking.terms.canonical();
    let over = !matches!(booking.row.status, Status::Held | Status::Confirmed);
    view! {
        <Page title=title.clone()>
            <BackLink href=viewer.to(&format!("/bookings/{number}")) label=t!(script, "back-to-booking") />
            <PageTitle title=title caption=number.clone() lede=t!(script, "terms-page-lede") />
            <Notice tone=tone>
                <p>{verdict}</p>
            </Notice>
            <FullTerms
                terms=booking.terms
                curve=booking.curve
                starts=booking.row.starts
                over=over
                hash=booking.terms_hash
            />
            <Section title=t!(script, "terms-text")>
                <p class="muted">{t!(script, "terms-text-lede")}</p>
                <pre class="verbatim" tabindex="0">{text}</pre>
                <SummaryList rows=rows />
            </Section>
        </Page>
    }
}
