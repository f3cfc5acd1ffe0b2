//! What somebody wants of one offer.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::search::NIGHTS;
use crate::{Fault, Kind, reader::Reader, text};

/// The wish as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WishForm {
    /// Arrival, visit or travel day, `YYYY-MM-DD`.
    pub day: String,
    /// Nights of a stay.
    pub nights: String,
    /// Rooms of a stay.
    pub rooms: String,
    /// Guests, heads or passengers.
    pub heads: String,
    /// Start of a slot or departure, `HH:MM`.
    pub at: String,
    /// Codes of extras, separated by commas.
    pub extras: String,
}

/// What an offer allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferLimits {
    /// What is sold.
    pub kind: Kind,
    /// Guests that fit into one room (stay), else 1.
    pub heads_per_unit: u32,
    /// Fewest heads (or rooms) of one booking.
    pub least: u32,
    /// Most rooms (stay) or heads (venue, trip) of one booking.
    pub most: u32,
    /// Fewest nights of a stay, else 1.
    pub least_nights: u32,
    /// Codes of the extras it has.
    pub extras: Vec<String>,
}

/// The wish as understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Arrival, visit or travel day.
    pub day: NaiveDate,
    /// Nights; 1 for a venue or a trip.
    pub nights: u32,
    /// What is claimed of each slice: rooms of a stay, heads of a venue, seats of a trip.
    pub units: u32,
    /// Guests, heads or passengers.
    pub heads: u32,
    /// Start of the slot or departure; `None` for a stay.
    pub at: Option<NaiveTime>,
    /// Codes of extras, sorted, without doubles.
    pub extras: Vec<String>,
}

impl WishForm {
    /// The wish with its blanks filled by what is usual: tomorrow, the fewest nights and rooms, two heads (trip: one) as
    /// far as the offer allows. A slot or departure has no usual time and stays blank.
    #[must_use]
    pub fn or_usual(&self, limits: &OfferLimits, today: NaiveDate) -> Self {
        let or = |typed: &String, usual: String| if typed.trim().is_empty() { usual } else { typed.clone() };
        let least = limits.least.max(1);
        let usual = match limits.kind {
            Kind::Stay => {
                let rooms = text::whole(&self.rooms).and_then(|rooms| u32::try_from(rooms).ok()).unwrap_or(least);
                2.min(limits.heads_per_unit.saturating_mul(rooms)).max(rooms)
            }
            Kind::Venue => 2.min(limits.most).max(least),
            Kind::Trip => least,
        };
        let mut form = self.clone();
        form.day = or(&self.day, today.succ_opt().unwrap_or(today).to_string());
        form.heads = or(&self.heads, usual.to_string());
        if limits.kind == Kind::Stay {
            form.nights = or(&self.nights, limits.least_nights.to_string());
            form.rooms = or(&self.rooms, least.to_string());
        }
        form
    }

    /// Reads the wish within what the offer allows. Day, heads and (venue, trip) the time are needed; nights and rooms
    /// of a stay are as few as can be when blank. Fields that mean nothing for the kind are passed over.
    ///
    /// # Errors
    /// Every fault: `required`, `not-a-date`, `past`, `too-far`, `not-a-number`, `too-few`, `too-many`, `not-a-time`,
    /// `more-rooms-than-heads`, `unknown` (an extra).
    pub fn parse(&self, limits: &OfferLimits, today: NaiveDate) -> Result<Wish, Vec<Fault>> {
        let mut reader = Reader::default();
        let least = limits.least.max(1);
        let day = reader.day_ahead("day", &self.day, None, today);
        let (nights, units, heads, at) = if limits.kind == Kind::Stay {
            let fewest = limits.least_nights.max(1);
            let nights = reader.number("nights", &self.nights, Some(fewest), fewest, NIGHTS);
            let rooms = reader.number("rooms", &self.rooms, Some(least), least, limits.most);
            // Rooms that make no sense must not make the heads wrong too.
            let fitting = if reader.blames("rooms") { limits.most } else { rooms };
            let most = limits.heads_per_unit.max(1).saturating_mul(fitting).max(1);
            let heads = reader.number("heads", &self.heads, None, 1, most);
            if rooms > heads && !reader.blames("heads") {
                reader.bound("rooms", "more-rooms-than-heads", heads);
            }
            (nights, rooms, heads, None)
        } else {
            let heads = reader.number("heads", &self.heads, None, least, limits.most);
            if self.at.trim().is_empty() {
                reader.fault("at", "required");
            }
            (1, heads, heads, reader.time("at", &self.at))
        };
        let extras = read_extras(&self.extras, limits);
        if extras.is_none() {
            reader.fault("extras", "unknown");
        }
        reader.done(extras.map(|extras| Wish { day, nights, units, heads, at, extras }))
    }
}

/// The codes of extras, sorted and without doubles; `None` when the offer lacks one of them.
fn read_extras(typed: &str, limits: &OfferLimits) -> Option<Vec<String>> {
    let mut extras = Vec::new();
    for code in typed.split([',', '，', '、']).map(str::trim).filter(|code| !code.is_empty()) {
        let known = limits.extras.iter().find(|known| *known == code)?;
        if !extras.contains(known) {
            extras.push(known.clone());
        }
    }
    extras.sort();
    Some(extras)
}

impl Wish {
    /// The query of an address that carries this wish, as [`WishForm`] reads it.
    #[must_use]
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let form = WishForm::from(self);
        [
            ("day", form.day),
            ("nights", form.nights),
            ("rooms", form.rooms),
            ("heads", form.heads),
            ("at", form.at),
            ("extras", form.extras),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }
}

impl From<&Wish> for WishForm {
    /// Only a stay has no time, so that nights and rooms are said of a stay alone.
    fn from(wish: &Wish) -> Self {
        let stay = |number: u32| if wish.at.is_none() { number.to_string() } else { String::new() };
        Self {
            day: wish.day.to_string(),
            nights: stay(wish.nights),
            rooms: stay(wish.units),
            heads: wish.heads.to_string(),
            at: wish.at.map(text::hhmm).unwrap_or_default(),
            extras: wish.extras.join(","),
        }
    }
}
