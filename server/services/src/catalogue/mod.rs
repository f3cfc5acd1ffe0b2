//! What can be had, when and at what price (B1): search, offer pages, quotes and real alternatives.
//!
//! Reads only; the units themselves are taken by `inventory`. Every page is a handful of queries for all its places
//! together, never one per offer.

mod alternatives;
mod assortment;
mod calendar;
mod candidates;
mod choice;
mod elsewhere;
mod lists;
mod matching;
mod offer;
mod plan;
mod quote;
mod search;
mod shelf;

pub(crate) use assortment::Keeper;
pub use calendar::{calendar, slots};
pub use lists::{cities, featured, stops};
pub(crate) use offer::booked_offer;
pub use offer::offer;
pub use plan::{Plan, plan};
pub(crate) use plan::{Ware, booked_plan};
pub use quote::quote;
pub use search::search;

use chrono::{NaiveDate, TimeDelta};

/// The day so many days later, or the day itself at the end of time.
fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

/// The last night of a stay, or the day itself.
fn last_night(day: NaiveDate, nights: u32) -> NaiveDate {
    shift(day, i64::from(nights.max(1)) - 1)
}
