//! What somebody wants of one offer.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{Fault, Kind};

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
