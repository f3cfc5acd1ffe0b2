//! The same class at another place: of a stay or a venue in the same city before others, of a trip on the same route;
//! the nearest price first.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    Fen, Instant, Kind,
    catalogue::{Alternative, OfferLimits, Way, Wish},
};
use entity::{extra, offer, place};
use i18n::Script;
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use super::{
    alternatives::{Ask, distance, extras_total, full_name, met},
    candidates::candidates,
    choice::{Choice, choices},
    last_night,
    shelf::Shelf,
};
use crate::Result;

/// Most alternatives elsewhere.
const MOST: usize = 2;

/// Candidates for all the wishes of a page.
pub(super) struct Elsewhere {
    offers: Vec<(offer::Model, place::Model)>,
    extras: HashMap<i64, Vec<extra::Model>>,
    shelf: Shelf,
}

impl Elsewhere {
    /// One query for the candidates of each class, then one for all their rows of a kind. `usual` is the price of a unit
    /// that each of the wishes would have had.
    pub(super) async fn load(
        db: &impl ConnectionTrait,
        asks: &[Ask<'_>],
        usual: &[Option<Fen>],
        now: Instant,
    ) -> Result<Self> {
        let mut classes = BTreeMap::new();
        for (ask, usual) in asks.iter().zip(usual) {
            let route = (&ask.place.origin, &ask.place.destination);
            let key = (&ask.offer.class, ask.wish.day, ask.wish.units, &ask.place.city, route);
            classes.entry(key).or_insert((ask, usual));
        }
        let mut ids: Vec<i64> = Vec::new();
        for (ask, usual) in classes.into_values() {
            for row in db.query_all(&candidates(ask, usual.unwrap_or_default(), now)).await? {
                ids.push(row.try_get("", "id")?);
            }
        }
        let rows = offer::Entity::find().filter(offer::Column::Id.is_in(ids.iter().copied())).all(db).await?;
        let places: HashMap<i64, place::Model> = place::Entity::find()
            .filter(place::Column::Id.is_in(rows.iter().map(|offer| offer.place_id)))
            .all(db)
            .await?
            .into_iter()
            .map(|place| (place.id, place))
            .collect();
        let mut extras: HashMap<i64, Vec<extra::Model>> = HashMap::new();
        if asks.iter().any(|ask| !ask.wish.extras.is_empty()) {
            for extra in extra::Entity::find().filter(extra::Column::OfferId.is_in(ids)).all(db).await? {
                extras.entry(extra.offer_id).or_default().push(extra);
            }
        }
        let first = asks.iter().map(|ask| ask.wish.day).min().unwrap_or_default();
        let last = asks.iter().map(|ask| last_night(ask.wish.day, ask.wish.nights)).max().unwrap_or_default();
        let shelf = Shelf::load(db, &rows, (first, last), now).await?;
        let with_place = |offer: offer::Model| places.get(&offer.place_id).cloned().map(|place| (offer, place));
        Ok(Self { offers: rows.into_iter().filter_map(with_place).collect(), extras, shelf })
    }

    /// What is free elsewhere for a wish, the best first and one offer of a place.
    pub(super) fn of(&self, ask: &Ask<'_>, kind: Kind, usual: Option<Fen>, script: Script) -> Vec<Alternative> {
        let mut found: Vec<((bool, u64), i64, Alternative)> = Vec::new();
        for (offer, place) in self.offers.iter().filter(|(offer, place)| stands_in(ask, kind, offer, place)) {
            let limits = offer.limits(Vec::new()).ok();
            let Some(units) = limits.and_then(|limits| units(&limits, &ask.wish)) else { continue };
            let mut choices = choices(&self.shelf, offer, kind, ask.wish.day, (ask.wish.nights, units));
            choices.retain(Choice::is_free);
            let nearest = choices.iter().min_by_key(|choice| distance(choice, ask.wish.at));
            let Some(choice) = nearest else { continue };
            let extras = self.extras.get(&offer.id).map_or(&[][..], Vec::as_slice);
            let kept = ask.wish.extras.iter().filter(|code| extras.iter().any(|extra| extra.code == **code));
            let wish = met(choice, kind, &ask.wish, units, kept.cloned().collect());
            let total = choice.total() + extras_total(extras, &wish);
            let (slug, name) = (offer.slug.clone(), full_name(place, offer, script));
            let alternative = Alternative { way: Way::Elsewhere, slug, name, wish, total, free: choice.free() };
            let gap = choice.each().0.abs_diff(usual.unwrap_or_default().0);
            found.push(((place.city != ask.place.city, gap), place.id, alternative));
        }
        found.sort_by_key(|(rank, ..)| *rank);
        let mut named = HashSet::new();
        found.retain(|(_, place, _)| named.insert(*place));
        found.into_iter().map(|(.., alternative)| alternative).take(MOST).collect()
    }
}

/// Whether an offer is another one of the class that serves the same purpose.
fn stands_in(ask: &Ask<'_>, kind: Kind, offer: &offer::Model, place: &place::Model) -> bool {
    let route = kind != Kind::Trip || (place.origin == ask.place.origin && place.destination == ask.place.destination);
    offer.kind == ask.offer.kind && offer.class == ask.offer.class && offer.place_id != ask.offer.place_id && route
}

/// Units of an offer that take the party, if it takes it at all.
fn units(limits: &OfferLimits, wish: &Wish) -> Option<u32> {
    let units = match limits.kind {
        Kind::Stay => wish.units.max(wish.heads.div_ceil(limits.heads_per_unit.max(1))),
        Kind::Venue | Kind::Trip => wish.units,
    };
    let long_enough = limits.kind != Kind::Stay || wish.nights >= limits.least_nights;
    (long_enough && units >= limits.least && units <= limits.most).then_some(units)
}
