//! Bookings as they are shown: what was sold comes from the booking itself, names of place and offer from the catalogue.

use std::collections::HashMap;

use chrono::NaiveTime;
use domain::{
    Fen, Instant,
    booking::{Booking, BookingRow},
    contact::IdNumber,
    time::from_micros,
};
use entity::{
    booking::{Entity, Model},
    booking_event, offer, place,
};
use i18n::Script;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    cancel::{self, Money},
    record, timeline,
};
use crate::{Error, Result, change, secret};

/// What a list shows of bookings, in the same order.
pub(crate) async fn rows<C: ConnectionTrait>(
    db: &C,
    script: Script,
    now: Instant,
    bookings: &[Model],
) -> Result<Vec<BookingRow>> {
    let sold = Sold::of(db, bookings).await?;
    bookings.iter().map(|booking| sold.row(script, now, booking)).collect()
}

/// A booking, whole.
pub(crate) async fn whole<C: ConnectionTrait>(db: &C, script: Script, now: Instant, booking: Model) -> Result<Booking> {
    let sold = Sold::of(db, std::slice::from_ref(&booking)).await?;
    let row = sold.row(script, now, &booking)?;
    let (place, offer) = sold.both(&booking)?;
    let events = booking_event::Entity::of_booking(booking.id).all(db).await?;
    let terms = booking.terms()?;
    let terms_intact = secret::sha256(terms.canonical()) == booking.terms_hash;
    let lines = booking.lines()?;
    let of_price = record::price_hash(&lines, Fen(booking.total_fen));
    let price_intact = booking.price_hash.as_ref().is_none_or(|hash| *hash == of_price);
    let money = Money { kept: Fen::ZERO, fees: Fen(booking.fee_fen) };
    let curve = cancel::sold(&booking, &money, &terms, now)?.curve(now);
    let (whole, parts): (Vec<_>, Vec<_>) =
        Entity::kin_of(&booking).all(db).await?.into_iter().partition(|kin| Some(kin.id) == booking.divided_from);
    Ok(Booking {
        slug: offer.slug.clone(),
        address: place.address().get(script).to_owned(),
        place_phone: place.phone.clone(),
        tags: offer.tags(script),
        art: place.art.clone(),
        lines,
        curve,
        change_until: terms.change_until(row.starts),
        terms,
        changes: change::past(db, script, booking.id, now).await?,
        fees: money.fees,
        terms_intact,
        terms_hash: booking.terms_hash,
        price_intact,
        price_hash: booking.price_hash,
        email: booking.email.unwrap_or_default(),
        id_number: masked(booking.id_number.as_deref()),
        arrival: booking.arrival.as_deref().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok()),
        remarks: booking.remarks,
        preferences: booking.preferences,
        hold_until: booking.hold_until.map(from_micros),
        placed: from_micros(booking.placed_at),
        divided_from: whole.into_iter().next().map(|whole| whole.number),
        parts: parts.into_iter().map(|part| part.number).collect(),
        former: timeline::former(&events),
        events: events.into_iter().map(Into::into).collect(),
        row,
    })
}

/// The places and offers of some bookings.
struct Sold {
    places: HashMap<i64, place::Model>,
    offers: HashMap<i64, offer::Model>,
}

impl Sold {
    async fn of<C: ConnectionTrait>(db: &C, bookings: &[Model]) -> Result<Self> {
        if bookings.is_empty() {
            return Ok(Self { places: HashMap::new(), offers: HashMap::new() });
        }
        let places = bookings.iter().map(|booking| booking.place_id);
        let places = place::Entity::find().filter(place::Column::Id.is_in(places)).all(db).await?;
        let offers = bookings.iter().map(|booking| booking.offer_id);
        let offers = offer::Entity::find().filter(offer::Column::Id.is_in(offers)).all(db).await?;
        Ok(Self {
            places: places.into_iter().map(|place| (place.id, place)).collect(),
            offers: offers.into_iter().map(|offer| (offer.id, offer)).collect(),
        })
    }

    fn both(&self, booking: &Model) -> Result<(&place::Model, &offer::Model)> {
        let found = self.places.get(&booking.place_id).zip(self.offers.get(&booking.offer_id));
        found.ok_or_else(|| Error::Internal(format!("booking {} is of nothing that is sold", booking.number)))
    }

    fn row(&self, script: Script, now: Instant, booking: &Model) -> Result<BookingRow> {
        let (place, offer) = self.both(booking)?;
        Ok(BookingRow {
            number: booking.number.clone(),
            kind: booking.kind()?,
            place: place.name().get(script).to_owned(),
            offer: offer.name().get(script).to_owned(),
            starts: from_micros(booking.starts_at),
            ends: from_micros(booking.ends_at),
            units: u32::try_from(booking.units).unwrap_or_default(),
            heads: u32::try_from(booking.heads).unwrap_or_default(),
            total: Fen(booking.total_fen),
            status: booking.status_at(now)?,
            name: booking.name.clone(),
            phone: booking.phone.clone(),
        })
    }
}

/// An ID number is never shown whole again, not even to its owner: a screen may be looked at by others.
fn masked(id_number: Option<&str>) -> String {
    id_number.and_then(|text| text.parse::<IdNumber>().ok()).map(|number| number.masked()).unwrap_or_default()
}
