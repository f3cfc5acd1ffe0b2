//! What we promise: the policy of a kind of cases, data that staff can change. A case keeps what it was promised when it was
//! opened.

use serde::{Deserialize, Serialize};

use super::{Duty, Kind, Level, Priority};
use crate::{Fault, calendar::MINUTE, reader::Reader};

/// Promises and limits; minutes are minutes of the calendar the kind goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// A first word comes within so many minutes.
    pub first: u32,
    /// The answer to a simple question within so many.
    pub simple: u32,
    /// To a complex one.
    pub complex: u32,
    /// What is urgent has this share of it, percent.
    pub urgent: u32,
    /// The clock of the answer stands still while the customer is asked something.
    pub pauses: bool,
    /// A case can be opened again for so many days.
    pub reopen_days: u32,
    /// Those whom a case is handed to have so many minutes unless it is said otherwise.
    pub leg: u32,
    /// Staff are reminded so many minutes before a promise is broken.
    pub remind: u32,
    /// A rating is possible for so many days, and asked for once more after this many.
    pub rating_days: u32,
    /// See `rating_days`.
    pub rating_again: u32,
}

impl Promise {
    /// What a new house promises (C6, D3).
    #[must_use]
    pub const fn first_of(kind: Kind) -> Self {
        let inquiry = Self {
            first: 60,
            simple: 4 * 60,
            complex: 3 * 8 * 60,
            urgent: 50,
            pauses: true,
            reopen_days: 14,
            leg: 2 * 60,
            remind: 30,
            rating_days: 30,
            rating_again: 3,
        };
        match kind {
            Kind::Inquiry => inquiry,
            Kind::Complaint => Self {
                first: 12 * 60,
                simple: 24 * 60,
                complex: 24 * 60,
                urgent: 100,
                pauses: false,
                remind: 60,
                ..inquiry
            },
        }
    }

    /// How long a duty may take, microseconds of the calendar.
    #[must_use]
    pub fn target(&self, duty: Duty, level: Level, priority: Priority) -> i64 {
        let minutes = match (duty, level) {
            (Duty::First, _) => self.first,
            (Duty::Answer, Level::Simple) => self.simple,
            (Duty::Answer, Level::Complex) => self.complex,
        };
        let share = if priority == Priority::Urgent { self.urgent } else { 100 };
        i64::from(minutes) * i64::from(share) * MINUTE / 100
    }
}

/// The promises as typed: minutes, percent, days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PromiseForm {
    /// See [`Promise::first`].
    pub first: String,
    /// See [`Promise::simple`].
    pub simple: String,
    /// See [`Promise::complex`].
    pub complex: String,
    /// See [`Promise::urgent`].
    pub urgent: String,
    /// See [`Promise::reopen_days`].
    pub reopen_days: String,
    /// See [`Promise::leg`].
    pub leg: String,
    /// See [`Promise::remind`].
    pub remind: String,
    /// See [`Promise::rating_days`].
    pub rating_days: String,
    /// See [`Promise::rating_again`].
    pub rating_again: String,
}

impl PromiseForm {
    /// The promises as they would be typed.
    #[must_use]
    pub fn of(promise: &Promise) -> Self {
        Self {
            first: promise.first.to_string(),
            simple: promise.simple.to_string(),
            complex: promise.complex.to_string(),
            urgent: promise.urgent.to_string(),
            reopen_days: promise.reopen_days.to_string(),
            leg: promise.leg.to_string(),
            remind: promise.remind.to_string(),
            rating_days: promise.rating_days.to_string(),
            rating_again: promise.rating_again.to_string(),
        }
    }

    /// The promises; whether clocks wait for customers is the kind's nature and stays as it `was`.
    ///
    /// # Errors
    /// Every fault: `required`, `not-a-number`, `too-few`, `too-many`; `not-longer` where a complex question has less time than a
    /// simple one.
    pub fn parse(&self, was: &Promise) -> Result<Promise, Vec<Fault>> {
        let mut reader = Reader::default();
        let longest = 60 * 24 * 60;
        let mut minutes = |field: &str, typed: &str| reader.number(field, typed, None, 5, longest);
        let (first, simple) = (minutes("first", &self.first), minutes("simple", &self.simple));
        let (complex, leg) = (minutes("complex", &self.complex), minutes("leg", &self.leg));
        let remind = minutes("remind", &self.remind);
        let urgent = reader.number("urgent", &self.urgent, None, 10, 100);
        let reopen_days = reader.number("reopen_days", &self.reopen_days, None, 1, 365);
        let rating_days = reader.number("rating_days", &self.rating_days, None, 1, 365);
        let rating_again = reader.number("rating_again", &self.rating_again, None, 1, 365);
        if rating_again > rating_days && !reader.blames("rating_again") {
            reader.bound("rating_again", "too-many", rating_days);
        }
        if complex < simple && !reader.blames("complex") {
            reader.fault("complex", "not-longer");
        }
        reader.done(Some(Promise {
            first,
            simple,
            complex,
            urgent,
            pauses: was.pauses,
            reopen_days,
            leg,
            remind,
            rating_days,
            rating_again,
        }))
    }
}
