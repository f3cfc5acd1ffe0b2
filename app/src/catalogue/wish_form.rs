//! The form for a wish: one GET form with two buttons, to see the price and to book.

use domain::{
    Kind,
    catalogue::{OfferPage, Quoted, SlotHit, WishForm},
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{Button, CheckField, Field, FieldRow, RadioCard, RadioCards, Tone};

use super::{
    live_quote_island::LiveQuote,
    quote::{glance, refused},
    results::unit_of,
    search_form::label_of,
};
use crate::{Viewer, form::Typed, form::query, words};

/// The fields of a wish with the message ids of their labels, in order.
#[must_use]
pub fn wish_labels(kind: Kind) -> Vec<(&'static str, &'static str)> {
    ["day", "nights", "rooms", "heads"]
        .map(|name| (name, label_of(kind, name)))
        .into_iter()
        .chain([("at", times_of(kind)), ("extras", "extras")])
        .collect()
}

/// The message id of what the times of a kind are called.
const fn times_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Trip => "departures",
        Kind::Stay | Kind::Venue => "slots",
    }
}

/// The wish in the page's address; extras come as boxes (`extra=a&extra=b`) or as a list (`extras=a,b`).
#[must_use]
pub fn wish_of(viewer: &Viewer) -> WishForm {
    let mut form: WishForm = query::read(&query::pairs(&viewer.query));
    let boxes = viewer.params("extra");
    if !boxes.is_empty() {
        form.extras = boxes.join(",");
    }
    form
}

/// The fields of a wish: days, heads, times and extras, for a new booking and for a change of one.
#[component]
pub(crate) fn WishInputs(
    /// The offer.
    offer: OfferPage,
    /// What was typed, blanks filled in.
    typed: Typed,
    /// Slots or departures of the day.
    slots: Vec<SlotHit>,
    /// The time that is booked: it stays open to who has it.
    #[prop(optional, into)]
    own: String,
) -> impl IntoView {
    let script = Viewer::current().script;
    let kind = offer.limits.kind;
    let typed = StoredValue::new(typed);
    let input = move |name: &'static str, input: &'static str| {
        let (least, keys) = if input == "number" { ("1", "numeric") } else { ("", "") };
        view! {
            <Field
                name=name
                label=i18n::text(script, label_of(kind, name))
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
        let options = times(script, &slots, &own);
        let label = i18n::text(script, times_of(kind));
        let (chosen, fault) = (typed.read_value().value("at"), typed.read_value().fault("at"));
        view! {
            <FieldRow>{input("day", "date")} {input("heads", "number")}</FieldRow>
            <RadioCards name="at" label=label options=options value=chosen fault=fault compact=true />
        }
        .into_any()
    };
    let extras = extras(&offer, &typed.read_value().value("extras"));
    view! {
        {fields}
        {extras}
    }
}

/// The times to choose from.
fn times(script: Script, slots: &[SlotHit], own: &str) -> Vec<RadioCard> {
    let card = |slot: &SlotHit| {
        let value = slot.at.format("%H:%M").to_string();
        let note = slot.shortage.as_ref().map_or_else(
            || t!(script, "slot-note", price = format::money(slot.each.0), free = slot.free),
            |why| words::shortage_in_short(script, why),
        );
        RadioCard { disabled: slot.shortage.is_some() && value != own, value, label: format::time(slot.at), note }
    };
    slots.iter().map(card).collect()
}

/// The extras, a box each; nothing where there are none.
fn extras(offer: &OfferPage, chosen: &str) -> Option<impl IntoView + use<>> {
    let script = Viewer::current().script;
    let kind = offer.limits.kind;
    let boxes: Vec<_> = offer
        .extras
        .iter()
        .map(|extra| {
            let note = if extra.per_head { unit_of(script, kind) } else { t!(script, "unit-once") };
            view! {
                <CheckField
                    name="extra"
                    id=format!("extra-{}", extra.code)
                    label=extra.name.clone()
                    value=extra.code.clone()
                    checked=chosen.split(',').any(|code| code == extra.code)
                    note=format!("{} {note}", format::money(extra.each.0))
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

/// The form.
#[component]
pub(super) fn WishFields(
    /// The offer.
    offer: OfferPage,
    /// What was typed, blanks filled in.
    typed: Typed,
    /// Slots or departures of the day.
    slots: Vec<SlotHit>,
    /// The answer to what was typed, if it was understood.
    quoted: Option<Quoted>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let start = quoted.as_ref().map_or_else(|| refused(typed.refusal.as_ref()), |quoted| glance(script, quoted));
    let (slug, reload) = (offer.slug.clone(), offer.limits.kind != Kind::Stay);
    view! {
        <LiveQuote slug=slug.clone() booking=String::new() start=start reload=reload>
            <form class="wish-form stack" method="get" action=viewer.to(&format!("/offers/{slug}")) novalidate>
                <h2>{t!(script, "wish-title")}</h2>
                <WishInputs offer=offer typed=typed slots=slots />
                <div class="cluster">
                    <button
                        type="submit"
                        class="button button--accent"
                        formaction=viewer.to(&format!("/book/{slug}"))
                    >
                        {t!(script, "book-now")}
                    </button>
                    <Button tone=Tone::Plain>{t!(script, "see-price")}</Button>
                </div>
            </form>
        </LiveQuote>
    }
}
