//! Vouchers (B13): what a customer takes instead of losing a fee, and pays a later booking with.
//!
//! What is left of one is never a number that is counted down: it follows from what it was worth and from every use of it.

mod left;
mod view;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

pub use left::{Spent, left};
pub use view::{AppliedVoucher, Voucher, VoucherOffer};

use crate::{
    Fault, Instant,
    reader::Reader,
    time::{at, day_of},
    word::words,
};

/// How a voucher is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoucherKind {
    /// By one booking: what that leaves is gone.
    Single,
    /// By as many as it suffices for.
    Balance,
}

words!(VoucherKind { Single = "single", Balance = "balance" });

/// Where a use of a voucher stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UseStatus {
    /// Laid aside for a booking that is held: free again at the instant the hold is over.
    Held,
    /// Paid with.
    Used,
    /// Taken back by the customer before the booking was confirmed.
    Removed,
    /// The hold ran out; taken again if the money comes late.
    Lapsed,
}

words!(UseStatus { Held = "held", Used = "used", Removed = "removed", Lapsed = "lapsed" });

/// The end of the day so many days ahead.
#[must_use]
pub fn ends(now: Instant, days: u32) -> Instant {
    let after = day_of(now).checked_add_days(Days::new(u64::from(days) + 1)).unwrap_or(NaiveDate::MAX);
    at(after, NaiveTime::MIN)
}

/// The last day on which a voucher can be used that is over at an instant.
#[must_use]
pub fn last_day(expires: Instant) -> NaiveDate {
    day_of(expires - TimeDelta::microseconds(1))
}

/// Most characters of a number as typed.
const LONGEST: u32 = 40;

/// A voucher's number as typed: blanks and dashes do not matter, nor does the case.
///
/// # Errors
/// `required`, `too-long`, `bad-characters`, each at `voucher`.
pub fn read_number(typed: &str) -> Result<String, Vec<Fault>> {
    let mut reader = Reader::default();
    let line = reader.line("voucher", typed, LONGEST);
    let number: String = line.chars().filter(|ch| !matches!(ch, ' ' | '-')).collect::<String>().to_ascii_uppercase();
    if number.is_empty() && !reader.blames("voucher") {
        reader.fault("voucher", "required");
    }
    reader.done(Some(number))
}
