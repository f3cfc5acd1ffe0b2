//! Which bookings the desk looks at.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Fault, Kind, reader::Reader};

/// What the address of the bookings page says. Words that are looked for may be a person's name or phone and are therefore
/// kept on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DayAddress {
    /// See [`DayForm::day`].
    pub day: String,
    /// See [`DayForm::kind`].
    pub kind: String,
    /// See [`DayForm::page`].
    pub page: String,
    /// What the words are kept under; blank for none.
    pub found: String,
}

/// What is asked of the bookings page, as typed.
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

impl DayAddress {
    /// The query with the words that were looked for.
    #[must_use]
    pub fn with(&self, words: String) -> DayForm {
        DayForm { day: self.day.clone(), q: words, kind: self.kind.clone(), page: self.page.clone() }
    }
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
