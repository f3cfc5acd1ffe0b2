//! Which bookings the desk looks at.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Fault, Kind, reader::Reader};

/// The query of the bookings page, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DayForm {
    /// The day, `YYYY-MM-DD`; blank for today.
    pub day: String,
    /// Number, name or phone; searched over all days when not blank.
    pub q: String,
    /// A kind or blank.
    pub kind: String,
    /// Page from 1.
    pub page: String,
}

/// The query, as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayQuery {
    /// The day; may be past.
    pub day: NaiveDate,
    /// Words, at most 60 characters; blank for the whole day.
    pub q: String,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Page from 1.
    pub page: u32,
}

impl DayForm {
    /// Reads the query.
    ///
    /// # Errors
    /// Every fault: `not-a-date`, `too-long`, `bad-characters`, `unknown` (a kind), `not-a-number`, `too-few`,
    /// `too-many`.
    pub fn parse(&self, today: NaiveDate) -> Result<DayQuery, Vec<Fault>> {
        let mut reader = Reader::default();
        let day = reader.day("day", &self.day, Some(today)).unwrap_or(today);
        let q = reader.line("q", &self.q, 60);
        let kind = match self.kind.trim() {
            "" => None,
            kind => {
                let kind = kind.parse().ok();
                if kind.is_none() {
                    reader.fault("kind", "unknown");
                }
                kind
            }
        };
        let page = reader.number("page", &self.page, Some(1), 1, 10_000);
        reader.done(Some(DayQuery { day, q, kind, page }))
    }
}

impl DayQuery {
    /// The query that asks for a page of the same list.
    #[must_use]
    pub fn query(&self, page: u32) -> Vec<(&'static str, String)> {
        [
            ("day", self.day.to_string()),
            ("q", self.q.clone()),
            ("kind", self.kind.map(|kind| kind.to_string()).unwrap_or_default()),
            ("page", if page == 1 { String::new() } else { page.to_string() }),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }
}
