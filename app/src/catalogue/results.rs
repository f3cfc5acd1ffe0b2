//! The places found, with their offers, times and alternatives.

use domain::{
    Kind,
    catalogue::{OfferHit, PlaceHit, Search, SlotHit},
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{Alternatives, Fill, OfferRow, ResultCard, SlotCell, SlotGrid};

use super::quote::alternatives;
use crate::{Viewer, form::query, words};

/// From how few units on the number left is stressed.
const FEW: u32 = 5;

/// The places found.
#[component]
pub(super) fn Results(
    /// The places.
    hits: Vec<PlaceHit>,
    /// What was searched for.
    search: Search,
) -> impl IntoView {
    let script = Viewer::current().script;
    hits.into_iter()
        .map(|hit| {
            let offers = hit
                .offers
                .into_iter()
                .map(|offer| view! { <Offer offer=offer search=search.clone() /> })
                .collect_view();
            view! {
                <ResultCard
                    title=hit.name
                    art=hit.art
                    address=words::address(&hit.city, &hit.address)
                    summary=hit.summary
                    badge=if hit.recommended { t!(script, "recommended") } else { String::new() }
                >
                    {offers}
                </ResultCard>
            }
        })
        .collect_view()
}

#[component]
fn Offer(offer: OfferHit, search: Search) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let first = offer.slots.iter().find(|slot| slot.shortage.is_none()).map(|slot| slot.at);
    let address = |at| viewer.to(&format!("/offers/{}{}", offer.slug, query::write(search.wish(at).query())));
    let shortage = offer.shortage.as_ref().map(|why| words::shortage(script, why)).unwrap_or_default();
    let free = offer.shortage.is_none();
    let slots: Vec<_> = offer
        .slots
        .iter()
        .map(|slot| slot_cell(script, slot, slot.shortage.is_none().then(|| address(Some(slot.at))), false))
        .collect();
    let others = alternatives(&viewer, &offer.alternatives);
    let label = if search.kind == Kind::Trip { t!(script, "departures") } else { t!(script, "slots") };
    view! {
        <OfferRow
            name=offer.name
            href=address(first)
            action=t!(script, "offer-see")
            tags=offer.tags
            price=format::money(offer.each.0)
            price_note=unit_of(script, search.kind)
            total=if free { total_of(script, &search, &format::money(offer.total.0)) } else { String::new() }
            left=if free { t!(script, "left", free = offer.free) } else { String::new() }
            few=offer.free <= FEW
            note=offer
                .free_until
                .filter(|_| free)
                .map(|until| t!(script, "free-until", time = format::moment(script, until)))
                .unwrap_or_default()
            shortage=shortage
        >
            {(!slots.is_empty()).then(|| view! { <SlotGrid label=label slots=slots /> })}
            {(!others.is_empty()).then(|| view! { <Alternatives title=t!(script, "alternatives") items=others /> })}
        </OfferRow>
    }
}

/// A slot or departure in the grid; without an address it cannot be chosen.
#[must_use]
pub(super) fn slot_cell(script: Script, slot: &SlotHit, href: Option<String>, current: bool) -> SlotCell {
    let state = match &slot.shortage {
        None if slot.free <= FEW => Fill::Few,
        None => Fill::Free,
        Some(domain::Shortage::Closed(_)) => Fill::Closed,
        Some(_) => Fill::Full,
    };
    let note = slot
        .shortage
        .as_ref()
        .map_or_else(|| t!(script, "left", free = slot.free), |why| words::shortage_in_short(script, why));
    SlotCell { label: format::time(slot.at), note, href, state, current }
}

/// What one unit is.
#[must_use]
pub(super) fn unit_of(script: Script, kind: Kind) -> String {
    match kind {
        Kind::Stay => t!(script, "unit-night"),
        Kind::Venue => t!(script, "unit-head"),
        Kind::Trip => t!(script, "unit-seat"),
    }
}

fn total_of(script: Script, search: &Search, total: &str) -> String {
    match search.kind {
        Kind::Stay => t!(script, "total-stay", total = total, nights = search.nights, rooms = search.rooms),
        Kind::Venue => t!(script, "total-venue", total = total, heads = search.heads),
        Kind::Trip => t!(script, "total-trip", total = total, heads = search.heads),
    }
}
