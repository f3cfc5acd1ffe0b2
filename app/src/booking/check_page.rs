//! The summary before committing (B3): every detail, the amount, the hold's end, the full terms.

use domain::{
    catalogue::{OfferPage, Quoted},
    payment::Way,
};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, Button, Hidden, PageTitle, Section, Tone};

use super::{
    detail::{contact_rows, counter, service_rows, wish_rows},
    steps::BookingSteps,
};
use crate::{
    Viewer,
    booking::api::{Draft, draft},
    catalogue::{FullTerms, NotAvailable, QuoteLines},
    form::{Refusal, Typed},
    frame::{Page, Refused},
    payment::PayChoice,
};

/// `/book/{slug}/check?draft=…`
#[component]
pub fn CheckPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match draft(viewer.param("draft"), viewer.param("retry")).await {
                    Ok(draft) => view! { <Summary draft=draft /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Summary(draft: Draft) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Draft { id, refusal, contact, offer, quoted, online, way } = draft;
    let edit = viewer.to(&format!("/book/{}?retry={id}", offer.slug));
    let title = t!(script, "check-title");
    let service = wish_rows(script, &offer, &quoted);
    let contact = contact_rows(script, &contact);
    let lines = quoted.lines.clone();
    let commit = match quoted.shortage.clone() {
        None => view! { <Commit id=id offer=offer.clone() quoted=quoted.clone() online=online way=way /> }.into_any(),
        Some(why) => view! { <NotAvailable why=why others=quoted.alternatives.clone() /> }.into_any(),
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=edit.clone() label=t!(script, "back-to-details") />
            <BookingSteps current=2 />
            <Refusal typed=Typed { refusal, ..Typed::default() } fields=[] />
            <PageTitle title=title lede=t!(script, "check-lede") />
            <Section title=t!(script, "section-service")>{service_rows(service)}</Section>
            <Section title=t!(script, "section-contact") more=Some((edit, t!(script, "edit")))>
                {service_rows(contact)}
            </Section>
            <Section title=t!(script, "section-price")>
                <QuoteLines lines=lines total=quoted.total />
            </Section>
            <FullTerms terms=offer.terms curve=quoted.curve starts=quoted.starts />
            {commit}
        </Page>
    }
}

/// The button that books, with what it means.
#[component]
fn Commit(id: String, offer: OfferPage, quoted: Quoted, online: bool, way: Way) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let back = viewer.to(&format!("/book/{}/check?draft={id}", offer.slug));
    let place = counter(offer.kind, &offer.place, &offer.address);
    let mut ways = vec![(Way::Counter, quoted.hold_until), (Way::Transfer, quoted.hold_until)];
    if online {
        ways.insert(0, (Way::Online, quoted.online_hold_until));
    }
    view! {
        <form class="stack" method="post" action="/api/booking/place" novalidate>
            <Hidden name="draft" value=id />
            <Hidden name="agreed" value=quoted.total.0.to_string() />
            <Hidden name="terms" value=offer.terms.version.clone() />
            <Hidden name="back" value=back />
            <PayChoice ways=ways chosen=way place=place />
            <Button tone=Tone::Accent wide=true>
                {t!(script, "place-booking", total = format::money(quoted.total.0))}
            </Button>
            <p class="muted">{t!(script, "place-agree")}</p>
        </form>
    }
}
