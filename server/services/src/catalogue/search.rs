//! A page of results: places that fit the search, each with what its offers have left.

use std::collections::HashMap;

use domain::{
    Fen, Kind, Shortage,
    catalogue::{OfferHit, PlaceHit, Search, SearchPage},
    terms::Terms,
    time::wall_time,
};
use entity::{offer, place};
use i18n::Script;

use super::{
    alternatives::{Ask, alternatives},
    assortment::Assortment,
    choice::{Choice, choices},
    last_night, matching,
    shelf::Shelf,
};
use crate::{Cx, Result, inventory::nearest};

/// What can be had of what is searched for, why not, and what could be had instead.
pub async fn search(cx: &Cx, script: Script, search: &Search) -> Result<SearchPage> {
    let now = cx.now();
    let assortment = Assortment::get(cx).await?;
    let found = matching::places(&assortment, search);
    let offers: Vec<(&place::Model, &offer::Model)> = found
        .places
        .iter()
        .flat_map(|place| matching::offers(&assortment, search, place.id).map(|offer| (*place, offer)))
        .collect();
    let days = (search.day, last_night(search.day, search.wish(None).nights));
    let shelf = Shelf::load(&cx.db, offers.iter().map(|(_, offer)| *offer), days, now).await?;

    let mut hits: HashMap<i64, Vec<OfferHit>> = HashMap::new();
    let mut short: Vec<(Ask<'_>, usize)> = Vec::new();
    for (place, offer) in offers {
        let hit = hit(&shelf, offer, search, assortment.terms(offer, now), script);
        let of_place = hits.entry(place.id).or_default();
        if hit.shortage.is_some() {
            let wish = search.wish(search.time);
            short.push((Ask { offer, place, wish, extras: &[] }, of_place.len()));
        }
        of_place.push(hit);
    }
    let (asks, positions): (Vec<_>, Vec<_>) = short.into_iter().unzip();
    let found_instead = alternatives(&cx.db, script, &asks, now).await?;
    for ((ask, position), instead) in asks.iter().zip(positions).zip(found_instead) {
        if let Some(hit) = hits.get_mut(&ask.offer.place_id).and_then(|hits| hits.get_mut(position)) {
            hit.alternatives = instead;
        }
    }
    let view = |place: &&place::Model| {
        let mut offers = hits.remove(&place.id).unwrap_or_default();
        offers.sort_by_key(|hit| (hit.shortage.is_some(), hit.total));
        shown(place, search.kind, offers, script)
    };
    let hits = found.places.iter().map(view).collect();
    let bounds = if found.total == 0 { matching::bounds(&assortment, search) } else { None };
    Ok(SearchPage { hits, total: found.total, page: search.page, pages: found.pages, bounds })
}

fn shown(place: &place::Model, kind: Kind, offers: Vec<OfferHit>, script: Script) -> PlaceHit {
    PlaceHit {
        kind,
        name: place.name().get(script).to_owned(),
        city: place.city_name().get(script).to_owned(),
        address: place.address().get(script).to_owned(),
        summary: place.summary().get(script).to_owned(),
        art: place.art.clone(),
        recommended: place.recommended,
        offers,
    }
}

/// What an offer has, without alternatives.
fn hit(shelf: &Shelf, offer: &offer::Model, search: &Search, terms: Option<&Terms>, script: Script) -> OfferHit {
    let wish = search.wish(None);
    let mut choices = choices(shelf, offer, search.kind, wish.day, (wish.nights, wish.units));
    choices.retain(|choice| search.time.is_none_or(|earliest| wall_time(choice.starts()) >= earliest));
    let possible = choices.iter().find(|choice| choice.is_free());
    let shortage = match possible {
        Some(_) => None,
        None => nearest(choices.iter().filter_map(|choice| choice.shortage(script))).or(Some(Shortage::None)),
    };
    let first = possible.or(choices.first());
    OfferHit {
        slug: offer.slug.clone(),
        name: offer.name().get(script).to_owned(),
        tags: offer.tags(script),
        each: first.map_or(Fen::ZERO, Choice::each),
        total: first.map_or(Fen::ZERO, Choice::total),
        free: choices.iter().map(Choice::free).max().unwrap_or(0),
        free_until: first.zip(terms).and_then(|(choice, terms)| terms.free_until(choice.starts(), shelf.now)),
        slots: match search.kind {
            Kind::Stay => Vec::new(),
            Kind::Venue | Kind::Trip => choices.iter().map(|choice| choice.slot(script)).collect(),
        },
        shortage,
        alternatives: Vec::new(),
    }
}
