//! Neighbouring days that are different in the same way, as one: how calendars are shown and typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Calendar;

/// Days that are different, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// They are make-up workdays; else holidays.
    pub works: bool,
    /// What they are called.
    pub name: String,
}

impl Calendar {
    /// The days that are different, in order, neighbours of one sort and one name as one.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (day, exception) in &self.days {
            match spans.last_mut() {
                Some(span)
                    if span.last.succ_opt() == Some(*day)
                        && span.works == exception.works
                        && span.name == exception.name =>
                {
                    span.last = *day;
                }
                _ => {
                    let (works, name) = (exception.works, exception.name.clone());
                    spans.push(Span { first: *day, last: *day, works, name });
                }
            }
        }
        spans
    }
}
