//! A search as typed in the address and as understood.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{Fault, Kind};

/// The query of a results page, as typed. Blank fields take their defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SearchForm {
    /// Words from a name, a district or an address, in either script.
    pub q: String,
    /// The city's key, such as `beijing`; blank for all.
    pub city: String,
    /// Arrival, visit or travel day, `YYYY-MM-DD`; blank for tomorrow.
    pub day: String,
    /// Nights of a stay; blank for 1.
    pub nights: String,
    /// Rooms of a stay; blank for 1.
    pub rooms: String,
    /// Guests, heads or passengers; blank for 2 (trip: 1).
    pub heads: String,
    /// Earliest time of a slot or a departure, `HH:MM`; blank for any.
    pub time: String,
    /// Where a trip starts: a stop's key; blank for all.
    pub from: String,
    /// Where a trip ends: a stop's key; blank for all.
    pub to: String,
    /// Which page of the results; blank for 1.
    pub page: String,
}

/// A search as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What is looked for.
    pub kind: Kind,
    /// Words, trimmed, at most 60 characters.
    pub q: String,
    /// City key or blank.
    pub city: String,
    /// Arrival, visit or travel day: today to 365 days ahead.
    pub day: NaiveDate,
    /// Nights, 1–30; 1 for a venue or a trip.
    pub nights: u32,
    /// Rooms, 1–20; 1 for a venue or a trip.
    pub rooms: u32,
    /// Guests, heads or passengers, 1–200.
    pub heads: u32,
    /// Earliest time.
    pub time: Option<NaiveTime>,
    /// Origin's key or blank.
    pub from: String,
    /// Destination's key or blank.
    pub to: String,
    /// Page of the results, from 1.
    pub page: u32,
}
