//! The staff's side (A1): roles and the queues' views.

mod day;
mod role;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use day::{DayAddress, DayForm, DayQuery};
pub use role::{Permission, Role};

use crate::booking::BookingRow;

/// Bookings whose service touches a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayPage {
    /// The day.
    pub day: NaiveDate,
    /// The words that were looked for in all days; blank for this day.
    pub words: String,
    /// Rows of this page.
    pub rows: Vec<BookingRow>,
    /// Rows in all.
    pub total: u32,
    /// This page.
    pub page: u32,
    /// Pages in all, at least 1.
    pub pages: u32,
    /// Arrivals (stay), parties (venue), passengers (trip) of that day.
    pub counts: [u32; 3],
}

/// Who of the staff is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffCard {
    /// Sign-in name.
    pub login: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
}
