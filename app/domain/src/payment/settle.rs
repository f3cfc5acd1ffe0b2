//! What money that has arrived does to its booking (B8): every outcome is defined.

use serde::{Deserialize, Serialize};

use super::Reason;
use crate::{Fen, booking::Status};

/// Money that has arrived for a booking, and what is known at that instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// Where the booking stands at that instant.
    pub booking: Status,
    /// What was asked for by this attempt.
    pub asked: Fen,
    /// What is still due for the booking.
    pub due: Fen,
    /// What came.
    pub received: Fen,
    /// It was asked for the difference of a change: whether that still waits for it.
    pub change: Option<bool>,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Settlement {
    /// The hold is good: sell the units, confirm the booking.
    Confirm,
    /// The hold is gone: take the units again; where they are somebody else's, give back with [`Reason::Late`].
    Retake,
    /// The difference of a change has come: make it good.
    Change,
    /// The fee of a cancellation that was still due: it stays.
    Keep,
    /// Give all of it back.
    GiveBack(Reason),
    /// A person decides: the amount is not the one that was asked for.
    Stall,
}

/// What money does. The amount is looked at last: what can only be given back is given back whatever it is.
#[must_use]
pub fn settle(arrival: Arrival) -> Settlement {
    let as_asked = arrival.received == arrival.asked;
    let right = as_asked && arrival.received == arrival.due;
    match (arrival.booking, arrival.change) {
        (Status::Confirmed, Some(true)) if right => Settlement::Change,
        // The booking is as it was before, and paid.
        (Status::Confirmed, Some(false)) => Settlement::GiveBack(Reason::Late),
        (Status::Cancelled, _) if right && arrival.due > Fen::ZERO => Settlement::Keep,
        (Status::Cancelled, _) => Settlement::GiveBack(Reason::Cancelled),
        (Status::Confirmed, None) if arrival.due <= Fen::ZERO => Settlement::GiveBack(Reason::Twice),
        (Status::Held, _) if right => Settlement::Confirm,
        (Status::Expired, _) if right => Settlement::Retake,
        // The attempt died when its amount did.
        _ if as_asked && !right => Settlement::GiveBack(Reason::Stale),
        (Status::Held | Status::Expired, _) | (Status::Confirmed, None | Some(true)) => Settlement::Stall,
    }
}
