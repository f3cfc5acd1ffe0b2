//! Which places and offers a search is about, before anything is asked about time.

use std::cmp::max;

use domain::{
    Kind,
    catalogue::{PartyBounds, Search, Wish},
};
use entity::{offer, place};
use i18n::convert::fold;

use super::assortment::Assortment;

/// Places on a page.
const PAGE: usize = 10;

/// A page of places.
pub(super) struct Found<'a> {
    pub(super) places: Vec<&'a place::Model>,
    /// Places in all.
    pub(super) total: u32,
    /// Pages in all, at least 1.
    pub(super) pages: u32,
}

/// The places of the search's page: recommended ones first, then in the house's order.
pub(super) fn places<'a>(assortment: &'a Assortment, search: &Search) -> Found<'a> {
    let folded = fold(&search.q);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let all = || {
        let fitting = |place: &&place::Model| {
            is_asked_for(place, search, &words) && offers(assortment, search, place.id).next().is_some()
        };
        assortment.places(search.kind).filter(fitting)
    };
    let skipped = usize::try_from(search.page.saturating_sub(1)).unwrap_or(usize::MAX).saturating_mul(PAGE);
    let total = all().count();
    Found {
        places: all().skip(skipped).take(PAGE).collect(),
        total: u32::try_from(total).unwrap_or(u32::MAX),
        pages: u32::try_from(max(total.div_ceil(PAGE), 1)).unwrap_or(u32::MAX),
    }
}

/// What the places that are asked for take, whatever the party; `None` when there are no such places.
pub(super) fn bounds(assortment: &Assortment, search: &Search) -> Option<PartyBounds> {
    let folded = fold(&search.q);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let asked_for = assortment.places(search.kind).filter(|place| is_asked_for(place, search, &words));
    let offers: Vec<_> = asked_for.flat_map(|place| assortment.offers(place.id)).collect();
    let least = offers.iter().map(|offer| offer.least).min()?;
    let most = offers.iter().map(|offer| offer.most).max()?;
    let each = offers.iter().map(|offer| offer.heads_per_unit).max()?;
    let wish = search.wish(None);
    let longer = offers.iter().filter(|offer| search.kind == Kind::Stay && has_room(offer, search.kind, &wish));
    let nights = longer.map(|offer| offer.least_nights).min();
    let [least, most, each] = [least, most, each].map(|bound| u32::try_from(bound).unwrap_or_default());
    Some(PartyBounds { least, most, each, nights: nights.and_then(|nights| u32::try_from(nights).ok()) })
}

/// What a place has for such a party, in the house's order.
pub(super) fn offers<'a>(
    assortment: &'a Assortment,
    search: &Search,
    place: i64,
) -> impl Iterator<Item = &'a offer::Model> {
    let (kind, wish) = (search.kind, search.wish(None));
    assortment.offers(place).iter().filter(move |offer| takes(offer, kind, &wish))
}

/// The place is where, and called what, the search says.
fn is_asked_for(place: &place::Model, search: &Search, words: &[&str]) -> bool {
    let is = |wanted: &str, found: Option<&str>| wanted.is_empty() || found == Some(wanted);
    is(&search.city, Some(&place.city))
        && is(&search.from, place.origin.as_deref())
        && is(&search.to, place.destination.as_deref())
        && words.iter().all(|word| place.search_text.contains(word))
}

/// The offer takes such a party at all, for so many nights.
fn takes(offer: &offer::Model, kind: Kind, wish: &Wish) -> bool {
    has_room(offer, kind, wish) && (kind != Kind::Stay || i64::from(offer.least_nights) <= i64::from(wish.nights))
}

/// The offer is large enough for such a party, and not too large.
fn has_room(offer: &offer::Model, kind: Kind, wish: &Wish) -> bool {
    let bounds = [offer.least, offer.most, offer.heads_per_unit].map(i64::from);
    let (units, heads) = (i64::from(wish.units), i64::from(wish.heads));
    let fits = (bounds[0]..=bounds[1]).contains(&units);
    fits && (kind != Kind::Stay || bounds[2] * max(units, 1) >= heads)
}
