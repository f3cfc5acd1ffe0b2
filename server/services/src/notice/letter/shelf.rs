//! What notices are about: bookings with their places and offers, changes of them that wait, cases with what was said, read in one go.

use std::collections::HashMap;

use domain::{Instant, notice::Topic};
use entity::{booking, booking_change, case_event, case_file, case_round, notice, offer, place};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Deserialize;

use crate::{Cx, Error, Result};

/// Bookings, places, offers and cases by their keys, changes by their codes.
pub(in crate::notice) struct Shelf {
    bookings: HashMap<i64, booking::Model>,
    places: HashMap<i64, place::Model>,
    offers: HashMap<i64, offer::Model>,
    changes: HashMap<String, booking_change::Model>,
    cases: HashMap<i64, case_file::Model>,
    said: Vec<case_event::Model>,
    /// Case and round.
    rated: Vec<(i64, i32)>,
}

/// A change that waits for its difference, and what it is to.
pub(super) struct Wanted {
    pub(super) change: booking_change::Model,
    pub(super) place: place::Model,
    pub(super) offer: offer::Model,
}

impl Shelf {
    /// Everything that some notices need.
    pub(in crate::notice) async fn of(cx: &Cx, notices: &[notice::Model]) -> Result<Self> {
        let (cases, said) = cases(cx, notices).await?;
        let rated = rated(cx, &cases).await?;
        let ids = notices.iter().filter_map(|notice| notice.booking_id);
        let bookings = booking::Entity::find().filter(booking::Column::Id.is_in(ids)).all(&cx.db).await?;
        let changes = changes(cx, notices).await?;
        let ids = bookings.iter().map(|booking| booking.place_id);
        let ids = ids.chain(changes.values().map(|change| change.place_id));
        let places = place::Entity::find().filter(place::Column::Id.is_in(ids)).all(&cx.db).await?;
        let ids = bookings.iter().map(|booking| booking.offer_id);
        let ids = ids.chain(changes.values().map(|change| change.offer_id));
        let offers = offer::Entity::find().filter(offer::Column::Id.is_in(ids)).all(&cx.db).await?;
        Ok(Self {
            bookings: bookings.into_iter().map(|row| (row.id, row)).collect(),
            places: places.into_iter().map(|row| (row.id, row)).collect(),
            offers: offers.into_iter().map(|row| (row.id, row)).collect(),
            changes,
            cases,
            said,
            rated,
        })
    }

    /// A booking with its place and its offer.
    pub(super) fn booking(&self, booking_id: i64) -> Result<(booking::Model, place::Model, offer::Model)> {
        let booking = self.bookings.get(&booking_id);
        let place = booking.and_then(|booking| self.places.get(&booking.place_id));
        let offer = booking.and_then(|booking| self.offers.get(&booking.offer_id));
        booking
            .zip(place)
            .zip(offer)
            .map(|((booking, place), offer)| (booking.clone(), place.clone(), offer.clone()))
            .ok_or_else(|| {
                Error::Internal(format!("a notice is about booking {booking_id}, of which nothing is known"))
            })
    }

    /// A change, while it waits for its difference.
    pub(super) fn wanted(&self, code: &str, now: Instant) -> Option<Wanted> {
        let change = self.changes.get(code).filter(|change| change.is_live(now))?;
        let (place, offer) = self.places.get(&change.place_id).zip(self.offers.get(&change.offer_id))?;
        Some(Wanted { change: change.clone(), place: place.clone(), offer: offer.clone() })
    }

    /// A case.
    pub(super) fn case(&self, case_id: i64) -> Result<case_file::Model> {
        let found = self.cases.get(&case_id).cloned();
        found.ok_or_else(|| Error::Internal(format!("a notice is about case {case_id}, of which nothing is known")))
    }

    /// Whether a round of it was rated.
    pub(super) fn is_rated(&self, case_id: i64, round: i32) -> bool {
        self.rated.contains(&(case_id, round))
    }

    /// An entry of its log that customers may read.
    pub(super) fn said(&self, case_id: i64, seq: i32) -> Option<case_event::Model> {
        self.said.iter().find(|event| event.case_id == case_id && event.seq == seq && event.public).cloned()
    }
}

/// The changes that some notices tell of.
async fn changes(cx: &Cx, notices: &[notice::Model]) -> Result<HashMap<String, booking_change::Model>> {
    #[derive(Deserialize)]
    struct Named {
        code: String,
    }
    let telling = notices.iter().filter(|notice| notice.topic == Topic::Changing.as_str());
    let codes = telling.map(|notice| serde_json::from_str::<Named>(&notice.detail)).map(|named| Ok(named?.code));
    let codes = codes.collect::<Result<Vec<_>>>()?;
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let found = booking_change::Entity::find().filter(booking_change::Column::Code.is_in(codes)).all(&cx.db).await?;
    Ok(found.into_iter().map(|row| (row.code.clone(), row)).collect())
}

/// The rounds of some cases that were rated.
async fn rated(cx: &Cx, cases: &HashMap<i64, case_file::Model>) -> Result<Vec<(i64, i32)>> {
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    use case_round::Column;
    let rated = case_round::Entity::find()
        .filter(Column::CaseId.is_in(cases.keys().copied()))
        .filter(Column::Rating.is_not_null())
        .select_only()
        .columns([Column::CaseId, Column::Round])
        .into_tuple();
    Ok(rated.all(&cx.db).await?)
}

/// The cases of some notices, and what was said in them.
async fn cases(cx: &Cx, notices: &[notice::Model]) -> Result<(HashMap<i64, case_file::Model>, Vec<case_event::Model>)> {
    let ids: Vec<i64> = notices.iter().filter_map(|notice| notice.case_id).collect();
    if ids.is_empty() {
        return Ok((HashMap::new(), Vec::new()));
    }
    let said = case_event::Entity::find().filter(case_event::Column::CaseId.is_in(ids.clone())).all(&cx.db).await?;
    let found = case_file::Entity::find().filter(case_file::Column::Id.is_in(ids)).all(&cx.db).await?;
    Ok((found.into_iter().map(|row| (row.id, row)).collect(), said))
}
