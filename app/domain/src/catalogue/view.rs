//! What pages show of the catalogue. Texts are in the reader's script already.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{OfferLimits, Wish};
use crate::{
    Fen, Instant, Kind, Shortage,
    booking::Line,
    terms::{Step, Terms},
};

/// A page of results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchPage {
    /// The places on this page.
    pub hits: Vec<PlaceHit>,
    /// Places found in all.
    pub total: u32,
    /// This page, from 1.
    pub page: u32,
    /// Pages in all, at least 1.
    pub pages: u32,
    /// What such places take, when there are some and none of them takes the party.
    pub bounds: Option<PartyBounds>,
}

/// What the offers of some places take in one booking, taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyBounds {
    /// Fewest units.
    pub least: u32,
    /// Most units.
    pub most: u32,
    /// Most heads of a unit.
    pub each: u32,
    /// Fewest nights of those that would take the party for longer; `None` when its nights are not what is in the way.
    pub nights: Option<u32>,
}

/// A place (hotel, venue, route) without availability, as the home page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceCard {
    /// What it sells.
    pub kind: Kind,
    /// Name.
    pub name: String,
    /// City.
    pub city: String,
    /// One sentence.
    pub summary: String,
    /// Name of its illustration among the assets, without extension.
    pub art: String,
    /// Slug of its first offer.
    pub offer: String,
    /// Lowest price of a unit in the coming 30 days; `None` when nothing is offered.
    pub from: Option<Fen>,
}

/// A place among the results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceHit {
    /// What it sells.
    pub kind: Kind,
    /// Name.
    pub name: String,
    /// City.
    pub city: String,
    /// Address; a route's boarding place.
    pub address: String,
    /// One sentence.
    pub summary: String,
    /// Name of its illustration.
    pub art: String,
    /// Recommended by the house.
    pub recommended: bool,
    /// Its offers, the cheapest available first, full ones last.
    pub offers: Vec<OfferHit>,
}

/// An offer (room type, place in a venue, seat class) among the results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferHit {
    /// Its address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Short features, such as "含早餐".
    pub tags: Vec<String>,
    /// Price of one unit: a night's average, a head, a seat.
    pub each: Fen,
    /// Price of what was searched for (of the first possible slot).
    pub total: Fen,
    /// Units left for the whole of what was searched for (the best slot).
    pub free: u32,
    /// Why it cannot be had, or `None` if it can.
    pub shortage: Option<Shortage>,
    /// Slots or departures of the day; empty for a stay.
    pub slots: Vec<SlotHit>,
    /// Up to three real alternatives when it cannot be had.
    pub alternatives: Vec<Alternative>,
    /// Free cancellation until then, by its terms, for the first possible slot; `None` if no longer.
    pub free_until: Option<Instant>,
}

/// A slot or a departure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotHit {
    /// Start.
    pub at: NaiveTime,
    /// End of the visit, arrival of the coach.
    pub until: NaiveTime,
    /// Units left.
    pub free: u32,
    /// Price of one unit.
    pub each: Fen,
    /// Why it cannot be had for the number wanted.
    pub shortage: Option<Shortage>,
}

/// In what an alternative differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// Another time of the same day.
    Time,
    /// Another day.
    Date,
    /// The same class elsewhere.
    Elsewhere,
}

/// Something else that really is free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// In what it differs.
    pub way: Way,
    /// The offer's slug.
    pub slug: String,
    /// Place and offer.
    pub name: String,
    /// The wish that would be fulfilled.
    pub wish: Wish,
    /// Its price.
    pub total: Fen,
    /// Units left.
    pub free: u32,
}

/// Something to add to a booking (K2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    /// Its code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Price of one.
    pub each: Fen,
    /// Charged for each head, else once.
    pub per_head: bool,
}

/// Everything about an offer that does not depend on the date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferPage {
    /// Its address.
    pub slug: String,
    /// What is sold.
    pub kind: Kind,
    /// Name of the offer.
    pub name: String,
    /// Features.
    pub tags: Vec<String>,
    /// What it is, some sentences.
    pub details: String,
    /// The place's name.
    pub place: String,
    /// Some sentences about the place.
    pub about: String,
    /// City.
    pub city: String,
    /// Address; a route's boarding place.
    pub address: String,
    /// Phone of the place.
    pub phone: String,
    /// Name of its illustration.
    pub art: String,
    /// Bounds of a booking.
    pub limits: OfferLimits,
    /// What can be added.
    pub extras: Vec<Extra>,
    /// Each guest's ID number is needed.
    pub needs_id: bool,
    /// Terms of a sale today.
    pub terms: Terms,
    /// Other offers of the same place: slug and name.
    pub siblings: Vec<(String, String)>,
}

/// A day in the availability calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCell {
    /// The day.
    pub day: NaiveDate,
    /// Units left (of the best slot).
    pub free: u32,
    /// Lowest price of a unit.
    pub each: Option<Fen>,
    /// Why nothing can be had.
    pub shortage: Option<Shortage>,
}

/// The answer to a wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// The wish that is priced.
    pub wish: Wish,
    /// Start of the service: check-in, slot, departure.
    pub starts: Instant,
    /// Its end.
    pub ends: Instant,
    /// The price, line by line.
    pub lines: Vec<Line>,
    /// The sum of the lines.
    pub total: Fen,
    /// Units left besides this wish's.
    pub free: u32,
    /// Why it cannot be had.
    pub shortage: Option<Shortage>,
    /// Up to three alternatives when it cannot be had.
    pub alternatives: Vec<Alternative>,
    /// What a cancellation gives back, from now on.
    pub curve: Vec<Step>,
    /// An unpaid booking made now would be held until then (pay at counter).
    pub hold_until: Instant,
    /// The same, if it is to be paid online.
    pub online_hold_until: Instant,
    /// Slots or departures of the day; empty for a stay.
    pub slots: Vec<SlotHit>,
}
