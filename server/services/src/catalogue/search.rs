//! A page of results: places that fit the search, each with what its offers have left.

use std::collections::HashMap;

use domain::{
    Fen, Kind, Shortage,
    catalogue::{OfferHit, PlaceHit, Search, SearchPage},
    terms::Terms,
    time::wall_time,
};
use entity::{offer, place, policy};
use i18n::Script;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{
    alternatives::{Ask, alternatives},
    choice::{Choice, choices},
    last_night, matching,
    shelf::Shelf,
};
use crate::{Cx, Result, inventory::nearest};

/// What can be had of what is searched for, why not, and what could be had instead.
pub async fn search(cx: &Cx, script: Script, search: &Search) -> Result<SearchPage> {
    let now = cx.now();
    let found = matching::places(&cx.db, search).await?;
    let offers = matching::offers(&cx.db, search, found.places.iter().map(|place| place.id)).await?;
    let days = (search.day, last_night(search.day, search.wish(None).nights));
    let shelf = Shelf::load(&cx.db, &offers, days, now).await?;
    let terms = terms(cx, &offers).await?;
    let places: HashMap<i64, &place::Model> = found.places.iter().map(|place| (place.id, place)).collect();

    let mut hits: HashMap<i64, Vec<OfferHit>> = HashMap::new();
    let mut short: Vec<(Ask<'_>, usize)> = Vec::new();
    for offer in &offers {
        let Some(place) = places.get(&offer.place_id) else { continue };
        let hit = hit(&shelf, offer, search, terms.get(&offer.policy_id), script);
        let of_place = hits.entry(offer.place_id).or_default();
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
    let view = |place: &place::Model| {
        let mut offers = hits.remove(&place.id).unwrap_or_default();
        offers.sort_by_key(|hit| (hit.shortage.is_some(), hit.total));
        shown(place, search.kind, offers, script)
    };
    let hits = found.places.iter().map(view).collect();
    Ok(SearchPage { hits, total: found.total, page: search.page, pages: found.pages })
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

/// The terms of the offers, by policy.
async fn terms(cx: &Cx, offers: &[offer::Model]) -> Result<HashMap<i64, Terms>> {
    let ids = offers.iter().map(|offer| offer.policy_id);
    let policies = policy::Entity::find().filter(policy::Column::Id.is_in(ids)).all(&cx.db).await?;
    policies.iter().map(|policy| Ok((policy.id, policy.terms()?))).collect()
}
