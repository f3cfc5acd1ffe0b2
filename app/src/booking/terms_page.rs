//! The terms a booking was sold by and its price, as the texts that were hashed, so that anybody can check the hashes on the
//! confirmation (B5).

use domain::booking::{Booking, Status, price_text};
use i18n::{t, text};
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
    let price = booking.price_hash.clone().map(|hash| {
        let text = price_text(&booking.lines, booking.row.total);
        let intact = booking.price_intact;
        let verdict = view! { <Verdict id=if intact { "price-intact" } else { "price-broken" } intact=intact /> };
        (verdict, view! { <Hashed title=t!(script, "price-text") text=text hash=hash /> })
    });
    let (verdict, price) = price.unzip();
    let (intact, hash, text) = (booking.terms_intact, booking.terms_hash.clone(), booking.terms.canonical());
    let over = !matches!(booking.row.status, Status::Held | Status::Confirmed);
    view! {
        <Page title=title.clone()>
            <BackLink href=viewer.to(&format!("/bookings/{number}")) label=t!(script, "back-to-booking") />
            <PageTitle title=title caption=number.clone() lede=t!(script, "terms-page-lede") />
            <Verdict id=if intact { "terms-intact" } else { "terms-broken" } intact=intact />
            {verdict}
            <FullTerms
                terms=booking.terms
                curve=booking.curve
                starts=booking.row.starts
                over=over
                hash=booking.terms_hash
            />
            <Hashed title=t!(script, "terms-text") text=text hash=hash />
            {price}
        </Page>
    }
}

/// Whether a text has the hash that it had.
#[component]
fn Verdict(
    /// Message id.
    id: &'static str,
    /// It has.
    intact: bool,
) -> impl IntoView {
    let script = Viewer::current().script;
    view! {
        <Notice tone=if intact { Tone::Good } else { Tone::Bad }>
            <p>{text(script, id)}</p>
        </Notice>
    }
}

/// A text with its hash, to check it.
#[component]
fn Hashed(#[prop(into)] title: String, text: String, hash: String) -> impl IntoView {
    let script = Viewer::current().script;
    let rows = vec![SummaryRow::view(t!(script, "terms-hash"), view! { <code class="hash">{hash}</code> })];
    view! {
        <Section title=title>
            <p class="muted">{t!(script, "terms-text-lede")}</p>
            <pre class="verbatim" tabindex="0">{text}</pre>
            <SummaryList rows=rows />
        </Section>
    }
}
