//! The forms of a change: what is wanted instead, and what can be told anew.

use domain::{
    Kind,
    booking::Booking,
    catalogue::{OfferPage, SlotHit},
    change::DetailsForm,
};
use i18n::{format, t, text};
use leptos::prelude::*;
use ui::{Button, CheckField, Field, FieldRow, Hidden, RadioCard, RadioCards, Section, SelectField, TextArea, Tone};

use crate::{
    Viewer,
    catalogue::{LiveQuote, api::Glance, label_of, times_of},
    form::Typed,
    words,
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
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let (kind, number) = (booking.row.kind, booking.row.number);
    let typed = StoredValue::new(typed);
    let input = move |name: &'static str, input: &'static str| {
        let (least, keys) = if input == "number" { ("1", "numeric") } else { ("", "") };
        view! {
            <Field
                name=name
                label=text(script, label_of(kind, name))
                kind=input
                value=typed.read_value().value(name)
                fault=typed.read_value().fault(name)
                min=least
                inputmode=keys
            />
        }
    };
    let fields = if kind == Kind::Stay {
        view! {
            <FieldRow>{input("day", "date")} {input("nights", "number")}</FieldRow>
            <FieldRow>{input("rooms", "number")} {input("heads", "number")}</FieldRow>
        }
        .into_any()
    } else {
        let times = view! { <Times kind=kind slots=slots chosen=typed.read_value().value("at") fault=typed.read_value().fault("at") /> };
        view! { <FieldRow>{input("day", "date")} {input("heads", "number")}</FieldRow> {times} }.into_any()
    };
    let several = (offers.len() > 1).then(|| {
        view! {
            <SelectField
                name="slug"
                label=t!(script, "change-offer")
                options=offers
                value=offer.slug.clone()
                fault=typed.read_value().fault("slug")
            />
        }
    });
    let chosen = typed.read_value().value("extras");
    let boxes = extras(&offer, &chosen);
    view! {
        <LiveQuote slug=offer.slug.clone() booking=number.clone() start=start reload=kind != Kind::Stay>
            <form class="wish-form stack" method="get" action=viewer.to(&format!("/bookings/{number}/change")) novalidate>
                <h2>{t!(script, "change-want")}</h2>
                {several}
                {fields}
                {boxes}
                <Button tone=Tone::Primary>{t!(script, "change-see")}</Button>
            </form>
        </LiveQuote>
    }
}

/// The times to choose from.
#[component]
fn Times(kind: Kind, slots: Vec<SlotHit>, chosen: String, fault: Option<String>) -> impl IntoView {
    let script = Viewer::current().script;
    let options: Vec<_> = slots
        .iter()
        .map(|slot| {
            let value = slot.at.format("%H:%M").to_string();
            let note = slot.shortage.as_ref().map_or_else(
                || t!(script, "slot-note", price = format::money(slot.each.0), free = slot.free),
                |why| words::shortage_in_short(script, why),
            );
            // The time that is booked stays open to who has it.
            let disabled = slot.shortage.is_some() && value != chosen;
            RadioCard { value, label: format::time(slot.at), note, disabled }
        })
        .collect();
    view! {
        <RadioCards name="at" label=text(script, times_of(kind)) options=options value=chosen fault=fault compact=true />
    }
}

fn extras(offer: &OfferPage, chosen: &str) -> Option<impl IntoView + use<>> {
    let script = Viewer::current().script;
    let boxes: Vec<_> = offer
        .extras
        .iter()
        .map(|extra| {
            view! {
                <CheckField
                    name="extra"
                    id=format!("extra-{}", extra.code)
                    label=extra.name.clone()
                    value=extra.code.clone()
                    checked=chosen.split(',').any(|code| code == extra.code)
                    note=format::money(extra.each.0)
                />
            }
        })
        .collect();
    (!boxes.is_empty()).then(|| {
        view! {
            <fieldset class="extras">
                <legend>{t!(script, "extras")}</legend>
                {boxes}
            </fieldset>
        }
    })
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
    let script = viewer.script;
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
    view! {
        <Section title=t!(script, "change-details")>
            <form class="stack narrow" method="post" action="/api/change/details" novalidate>
                <p class="muted">{t!(script, "change-details-lede")}</p>
                <Hidden name="number" value=number.clone() />
                <Hidden name="back" value=viewer.to(&format!("/bookings/{number}/change")) />
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
                <Button tone=Tone::Plain>{t!(script, "change-details-go")}</Button>
            </form>
        </Section>
    }
}
