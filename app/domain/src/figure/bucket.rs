//! Spans of business days, and the days, weeks and months they are divided into.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::Tally;
use crate::{Instant, time::at, word::words};

/// What figures are counted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// The business day.
    #[default]
    Day,
    /// The week from Monday on.
    Week,
    /// The month.
    Month,
}

words!(By { Day = "day", Week = "week", Month = "month" });

/// Business days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first.
    pub from: NaiveDate,
    /// The last; not before the first.
    pub until: NaiveDate,
}

impl Span {
    /// What is looked at unless it is said otherwise: 30 days, 12 weeks or 12 months, the last as far as it is over.
    #[must_use]
    pub fn usual(by: By, until: NaiveDate) -> Self {
        let from = match by {
            By::Day => until.checked_sub_days(Days::new(29)),
            By::Week => {
                until.week(Weekday::Mon).checked_first_day().and_then(|day| day.checked_sub_days(Days::new(77)))
            }
            By::Month => until.with_day(1).and_then(|day| day.checked_sub_months(Months::new(11))),
        };
        Self { from: from.unwrap_or(until), until }
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from(self.until.signed_duration_since(self.from).num_days() + 1).unwrap_or(0)
    }

    /// From when on, and until before when.
    #[must_use]
    pub fn instants(self) -> (Instant, Instant) {
        (at(self.from, NaiveTime::MIN), at(next(self.until), NaiveTime::MIN))
    }

    /// The span just before that is as long: as many months where it is made of whole months, else as many days.
    #[must_use]
    pub fn before(self) -> Self {
        let until = self.from.pred_opt().unwrap_or(NaiveDate::MIN);
        let after = next(self.until);
        let from = if self.from.day() == 1 && after.day() == 1 {
            let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
            let months = u32::try_from(months(after) - months(self.from)).unwrap_or(0);
            self.from.checked_sub_months(Months::new(months))
        } else {
            self.from.checked_sub_days(Days::new(u64::from(self.days())))
        };
        Self { from: from.unwrap_or(NaiveDate::MIN), until }
    }

    /// Its days, weeks or months in order; the first and the last as far as they are in it.
    #[must_use]
    pub fn divided(self, by: By) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut from = self.from;
        while from <= self.until {
            let until = last(from, by).min(self.until);
            parts.push(Self { from, until });
            match until.succ_opt() {
                Some(day) => from = day,
                None => break,
            }
        }
        parts
    }
}

/// The last day of the day, week or month that a day is in.
fn last(day: NaiveDate, by: By) -> NaiveDate {
    let end = match by {
        By::Day => Some(day),
        By::Week => Some(day.week(Weekday::Mon).checked_last_day().unwrap_or(NaiveDate::MAX)),
        By::Month => day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1))?.pred_opt()),
    };
    end.unwrap_or(NaiveDate::MAX)
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}

/// Tallies by the day put together into those of a span's parts. Days outside are left out; parts without a day are empty.
#[must_use]
pub fn gather(span: Span, by: By, days: &[(NaiveDate, Tally)]) -> Vec<(Span, Tally)> {
    let mut parts: Vec<(Span, Tally)> = span.divided(by).into_iter().map(|part| (part, Tally::default())).collect();
    for (day, tally) in days {
        // Parts are in order and touch: the one that a day is in is the first that does not end before it.
        let index = parts.partition_point(|(part, _)| part.until < *day);
        if let Some((part, sum)) = parts.get_mut(index)
            && part.from <= *day
        {
            *sum += *tally;
        }
    }
    parts
}
