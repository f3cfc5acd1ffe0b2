//! The terms of a sale (B5, B11): what a cancellation gives back, until when a change is possible, how long an unpaid
//! booking is held.

use serde::{Deserialize, Serialize};

use crate::{Fen, Instant};

/// From so many hours before the service on, this share is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// Hours before the start of the service.
    pub hours: u32,
    /// Percent of the amount that is given back.
    pub percent: u32,
}

/// The terms as they are when something is sold; a snapshot goes into the booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The policy's version, for people.
    pub version: String,
    /// Tiers, hours strictly falling, percentages not rising. Later than the last: nothing.
    pub tiers: Vec<Tier>,
    /// Kept of every cancellation that is not given back in full.
    pub minimum_fee: Fen,
    /// A change is possible until so many hours before the service (B10).
    pub change_hours: u32,
    /// An unpaid booking to be paid online is held so many minutes (B6).
    pub hold_minutes: u32,
    /// An unpaid booking to be paid at the counter is held so many hours, at most until `counter_close_hours` before
    /// the service.
    pub counter_hours: u32,
    /// Payment at the counter closes so many hours before the service.
    pub counter_close_hours: u32,
}

/// One step of the cancellation curve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The step holds before this instant; `None` for the last one.
    pub until: Option<Instant>,
    /// Percent given back.
    pub percent: u32,
    /// Amount given back.
    pub refund: Fen,
}
