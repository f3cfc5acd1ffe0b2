//! A search as typed in the address and as understood.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Wish;
use crate::{Fault, Kind, reader::Reader, text};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Most characters of the words looked for.
const WORDS: u32 = 60;
/// Most nights of a stay.
pub(super) const NIGHTS: u32 = 30;
/// Most rooms that can be searched for.
const ROOMS: u32 = 20;
/// Most heads that can be searched for.
const HEADS: u32 = 200;
/// Last page that can be asked for; far beyond what there is.
const PAGES: u32 = 10_000;

/// Heads when nothing is said.
const fn usual_heads(kind: Kind) -> u32 {
    match kind {
        Kind::Stay | Kind::Venue => 2,
        Kind::Trip => 1,
    }
}

impl SearchForm {
    /// Reads the query. Fields that mean nothing for the kind are passed over, however they are filled in.
    ///
    /// # Errors
    /// Every fault: `not-a-date`, `past`, `too-far`, `not-a-number`, `too-few`, `too-many`, `not-a-time`, `too-long`,
    /// `bad-characters`, `unknown` (a key that cannot be one), `more-rooms-than-heads`.
    pub fn parse(&self, kind: Kind, today: NaiveDate) -> Result<Search, Vec<Fault>> {
        let mut reader = Reader::default();
        let q = reader.line("q", &self.q, WORDS);
        let city = reader.key("city", &self.city);
        let day = reader.day_ahead("day", &self.day, Some(today.succ_opt().unwrap_or(today)), today);
        let (mut nights, mut rooms) = (1, 1);
        if kind == Kind::Stay {
            nights = reader.number("nights", &self.nights, Some(1), 1, NIGHTS);
            rooms = reader.number("rooms", &self.rooms, Some(1), 1, ROOMS);
        }
        // Three rooms without a word about guests are for three guests at least.
        let heads = reader.number("heads", &self.heads, Some(usual_heads(kind).max(rooms)), 1, HEADS);
        if rooms > heads && !reader.blames("heads") {
            reader.bound("rooms", "more-rooms-than-heads", heads);
        }
        let time = if kind == Kind::Stay { None } else { reader.time("time", &self.time) };
        let (mut from, mut to) = (String::new(), String::new());
        if kind == Kind::Trip {
            from = reader.key("from", &self.from);
            to = reader.key("to", &self.to);
        }
        let page = reader.number("page", &self.page, Some(1), 1, PAGES);
        reader.done(Some(Search { kind, q, city, day, nights, rooms, heads, time, from, to, page }))
    }
}

impl Search {
    /// What would be wished of an offer among the results; `at` is the slot or departure, `None` for a stay.
    #[must_use]
    pub fn wish(&self, at: Option<NaiveTime>) -> Wish {
        let stay = self.kind == Kind::Stay;
        Wish {
            day: self.day,
            nights: if stay { self.nights } else { 1 },
            units: if stay { self.rooms } else { self.heads },
            heads: self.heads,
            at: if stay { None } else { at },
            extras: Vec::new(),
        }
    }

    /// The query that asks for a page of the same results. The day is always in it, since its default moves with time;
    /// of the rest only what differs from its default.
    #[must_use]
    pub fn query(&self, page: u32) -> Vec<(&'static str, String)> {
        let number = |name, value: u32, usual| (name, if value == usual { String::new() } else { value.to_string() });
        [
            ("q", self.q.clone()),
            ("city", self.city.clone()),
            ("day", self.day.to_string()),
            number("nights", self.nights, 1),
            number("rooms", self.rooms, 1),
            number("heads", self.heads, usual_heads(self.kind)),
            ("time", self.time.map(text::hhmm).unwrap_or_default()),
            ("from", self.from.clone()),
            ("to", self.to.clone()),
            number("page", page, 1),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }
}

impl From<&Search> for SearchForm {
    fn from(search: &Search) -> Self {
        Self {
            q: search.q.clone(),
            city: search.city.clone(),
            day: search.day.to_string(),
            nights: search.nights.to_string(),
            rooms: search.rooms.to_string(),
            heads: search.heads.to_string(),
            time: search.time.map(text::hhmm).unwrap_or_default(),
            from: search.from.clone(),
            to: search.to.clone(),
            page: search.page.to_string(),
        }
    }
}
