//! What the home page and the search forms offer to choose from.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    Fen, Kind,
    catalogue::PlaceCard,
    time::{day_of, to_micros},
};
use entity::{offer, place, slice};
use i18n::Script;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    sea_query::{Expr, Func, Query},
};

use super::{assortment::Assortment, candidates::latest_entry, shift};
use crate::{Cx, Result};

/// Most places of a kind on the home page.
const OF_A_KIND: usize = 4;

/// Days in which the lowest price is looked for.
const DAYS: i64 = 30;

/// Recommended places, kind by kind, with the lowest price of the coming days.
pub async fn featured(cx: &Cx, script: Script) -> Result<Vec<PlaceCard>> {
    let places = place::Entity::find()
        .filter(place::Column::OffSince.is_null())
        .filter(place::Column::Recommended.eq(true))
        .order_by_asc(place::Column::Sort)
        .order_by_asc(place::Column::Id)
        .all(&cx.db)
        .await?;
    let mut chosen: Vec<(Kind, place::Model)> = Vec::new();
    for kind in Kind::ALL {
        let of_kind = places.iter().filter(|place| place.kind == kind.as_str()).take(OF_A_KIND);
        chosen.extend(of_kind.map(|place| (kind, place.clone())));
    }
    let ids: Vec<i64> = chosen.iter().map(|(_, place)| place.id).collect();
    let mut first: HashMap<i64, String> = HashMap::new();
    for offer in offer::Entity::of_places(ids.iter().copied()).all(&cx.db).await? {
        first.entry(offer.place_id).or_insert(offer.slug);
    }
    let lowest = lowest(cx, ids).await?;
    let card = |(kind, place): (Kind, place::Model)| {
        Some(PlaceCard {
            kind,
            name: place.name().get(script).to_owned(),
            city: place.city_name().get(script).to_owned(),
            summary: place.summary().get(script).to_owned(),
            offer: first.remove(&place.id)?,
            from: lowest.get(&place.id).copied(),
            art: place.art,
        })
    };
    Ok(chosen.into_iter().filter_map(card).collect())
}

/// Cities where a kind is sold: key and name, in the order of their places.
pub async fn cities(cx: &Cx, script: Script, kind: Kind) -> Result<Vec<(String, String)>> {
    let assortment = Assortment::get(cx).await?;
    let named = |place: &place::Model| (place.city.clone(), place.city_name().get(script).to_owned());
    Ok(without_doubles(in_order(&assortment, kind).into_iter().map(named)))
}

/// Stops of all routes, where one can start or end: key and name, in the order of the routes.
pub async fn stops(cx: &Cx, script: Script) -> Result<Vec<(String, String)>> {
    let assortment = Assortment::get(cx).await?;
    let ends = in_order(&assortment, Kind::Trip)
        .into_iter()
        .flat_map(|place| [(&place.origin, place.origin_name()), (&place.destination, place.destination_name())]);
    Ok(without_doubles(ends.filter_map(|(key, name)| Some((key.clone()?, name.get(script).to_owned())))))
}

/// Places of a kind in the house's order, recommended or not.
fn in_order(assortment: &Assortment, kind: Kind) -> Vec<&place::Model> {
    let mut places: Vec<_> = assortment.places(kind).collect();
    places.sort_by_key(|place| (place.sort, place.id));
    places
}

/// Lowest price of a unit that is sold at each place in the coming days.
async fn lowest(cx: &Cx, places: Vec<i64>) -> Result<BTreeMap<i64, Fen>> {
    let now = cx.now();
    let price = Expr::col((slice::Entity, slice::Column::PriceFen))
        .add(Expr::col((offer::Entity, offer::Column::SurchargeFen)));
    let query = Query::select()
        .column((offer::Entity, offer::Column::PlaceId))
        .expr_as(Func::min(price), "lowest")
        .from(offer::Entity)
        .inner_join(
            slice::Entity,
            Expr::col((slice::Entity, slice::Column::ResourceId)).equals((offer::Entity, offer::Column::ResourceId)),
        )
        .and_where(offer::Column::OffSince.is_null())
        .and_where(offer::Column::PlaceId.is_in(places))
        .and_where(slice::Column::Day.gte(day_of(now)))
        .and_where(slice::Column::Day.lte(shift(day_of(now), DAYS)))
        .and_where(latest_entry().gt(to_micros(now)))
        .and_where(slice::Column::Closed.eq(false))
        .group_by_col((offer::Entity, offer::Column::PlaceId))
        .take();
    let rows = cx.db.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get("", "place_id")?, Fen(row.try_get("", "lowest")?)))).collect()
}

fn without_doubles(pairs: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut seen = HashSet::new();
    pairs.into_iter().filter(|(key, _)| seen.insert(key.clone())).collect()
}
