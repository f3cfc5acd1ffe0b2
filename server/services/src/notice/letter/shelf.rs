//! What notices are about: bookings with their places and offers, read in one go.

use std::collections::HashMap;

use entity::{booking, notice, offer, place};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{Cx, Error, Result};

/// Bookings, places and offers by their keys.
pub(in crate::notice) struct Shelf {
    bookings: HashMap<i64, booking::Model>,
    places: HashMap<i64, place::Model>,
    offers: HashMap<i64, offer::Model>,
}

impl Shelf {
    /// Everything that some notices need.
    pub(in crate::notice) async fn of(cx: &Cx, notices: &[notice::Model]) -> Result<Self> {
        let ids = notices.iter().map(|notice| notice.booking_id);
        let bookings = booking::Entity::find().filter(booking::Column::Id.is_in(ids)).all(&cx.db).await?;
        let ids = bookings.iter().map(|booking| booking.place_id);
        let places = place::Entity::find().filter(place::Column::Id.is_in(ids)).all(&cx.db).await?;
        let ids = bookings.iter().map(|booking| booking.offer_id);
        let offers = offer::Entity::find().filter(offer::Column::Id.is_in(ids)).all(&cx.db).await?;
        Ok(Self {
            bookings: bookings.into_iter().map(|row| (row.id, row)).collect(),
            places: places.into_iter().map(|row| (row.id, row)).collect(),
            offers: offers.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    /// A booking with its place and its offer.
    pub(super) fn get(&self, booking_id: i64) -> Result<(booking::Model, place::Model, offer::Model)> {
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
}
