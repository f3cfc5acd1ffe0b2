//! What can be told anew without any price: when the guests come, what they need.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::{
    Fault, Kind,
    booking::{PREFERENCES, REMARKS},
    reader::Reader,
};

/// The details as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    /// Number of the booking.
    pub number: String,
    /// When a stay's guests arrive, `HH:MM`; may be blank.
    pub arrival: String,
    /// Allergy, religious diet, accessibility and the like.
    pub remarks: String,
    /// Preferences.
    pub preferences: String,
}

/// Most characters of why somebody gives up.
const WHY: u32 = 200;

/// Why a booking is given up, as typed; may be blank.
///
/// # Errors
/// `too-long`, `bad-characters`.
pub fn read_why(typed: &str) -> Result<String, Vec<Fault>> {
    let mut reader = Reader::default();
    let why = reader.lines("why", typed, WHY);
    reader.done(Some(why))
}

impl DetailsForm {
    /// Arrival, remarks and preferences.
    ///
    /// # Errors
    /// Every fault: `too-long`, `bad-characters`, `not-a-time`.
    pub fn parse(&self, kind: Kind) -> Result<(Option<NaiveTime>, String, String), Vec<Fault>> {
        let mut reader = Reader::default();
        let arrival = if kind == Kind::Stay { reader.time("arrival", &self.arrival) } else { None };
        let remarks = reader.lines("remarks", &self.remarks, REMARKS);
        let preferences = reader.lines("preferences", &self.preferences, PREFERENCES);
        reader.done(Some((arrival, remarks, preferences)))
    }
}
