//! The forms of a change: what is wanted instead, and what can be told anew.

use domain::{
    Kind,
    booking::Booking,
    catalogue::{OfferPage, SlotHit},
    change::DetailsForm,
};
use i18n::t;
use leptos::prelude::*;
use ui::{Button, Field, Hidden, Section, SelectField, TextArea, Tone};

use super::{
    api::FREE,
    side::{Side, Why},
};
use crate::{
    Viewer,
    catalogue::{LiveQuote, WishInputs, api::Glance},
    form::Typed,
};

/// What is wanted instead; a plain GET form, because nothing in it is about a person.
#[component]
pub(super) fn WishedFor(
    /// The booking.
    booking: Booking,
    /// What it may be changed to.
    offers: Vec<(String, String)>,
    /// The offer wanted.
    offer: OfferPage,
    /// As typed.
    typed: Typed,
    /// Times of the day wanted.
    slots: Vec<SlotHit>,
    /// What the server says of it.
    start: Glance,
    /// It is to be the free move of an urgent case.
    free: bool,
) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let (kind, number) = (booking.row.kind, booking.row.number);
    let fault = typed.fault("slug");
    let several = (fault.is_some() || (offers.len() > 1 && !free)).then(|| {
        view! {
            <SelectField
                name="slug"
                label=t!(script, "change-offer")
                options=offers
                value=offer.slug.clone()
                fault=fault
            />
        }
    });
    let marked = free.then(|| view! { <Hidden name="free" value=FREE /> });
    let (slug, own) = (offer.slug.clone(), typed.value("at"));
    let form = view! {
        <form class="wish-form stack" method="get" action=side.page(&viewer, &number, "/change") novalidate>
            <h2>{t!(script, "change-want")}</h2>
            {marked}
            {several}
            <WishInputs offer=offer typed=typed slots=slots own=own />
            <Button tone=Tone::Primary>{t!(script, "change-see")}</Button>
        </form>
    };
    match side {
        Side::Desk => form.into_any(),
        Side::Customer => view! {
            <LiveQuote slug=slug booking=number start=start reload=kind != Kind::Stay>
                {form}
            </LiveQuote>
        }
        .into_any(),
    }
}

/// What can be told anew, whatever the house is.
#[component]
pub(super) fn Details(
    /// What is sold.
    kind: Kind,
    /// What is said now, or what was refused.
    typed: Typed,
    /// What is said now.
    said: DetailsForm,
) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let typed = if typed.fields.is_empty() { Typed::of(&said) } else { typed };
    let number = said.number;
    let arrival = (kind == Kind::Stay).then(|| {
        view! {
            <Field
                name="arrival"
                label=t!(script, "contact-arrival")
                note=t!(script, "optional")
                kind="time"
                value=typed.value("arrival")
                fault=typed.fault("arrival")
            />
        }
    });
    let why = (side == Side::Desk).then(|| {
        view! { <Why typed=typed.clone() label="change-details-why" id="field-details-why" /> }
    });
    view! {
        <Section title=t!(script, "change-details")>
            <form class="stack narrow" method="post" action="/api/change/details" novalidate>
                <p class="muted">{t!(script, "change-details-lede")}</p>
                <Hidden name="number" value=number.clone() />
                <Hidden name="desk" value=side.flag() />
                <Hidden name="back" value=side.page(&viewer, &number, "/change") />
                {arrival}
                <TextArea
                    name="remarks"
                    label=t!(script, "contact-remarks")
                    note=t!(script, "optional")
                    value=typed.value("remarks")
                    fault=typed.fault("remarks")
                    hint=t!(script, "contact-remarks-hint")
                />
                <Field
                    name="preferences"
                    label=t!(script, "contact-preferences")
                    note=t!(script, "optional")
                    value=typed.value("preferences")
                    fault=typed.fault("preferences")
                    hint=t!(script, "contact-preferences-hint")
                />
                {why}
                <Button tone=Tone::Plain>{t!(script, "change-details-go")}</Button>
            </form>
        </Section>
    }
}
