//! Working time 工作日历 (C6): several windows a day, public holidays, make-up workdays. Pure arithmetic on instants; which days
//! are holidays is data.

mod first;
mod form;
mod span;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

pub use first::first;
pub use form::CalendarForm;
pub use span::Span;

use crate::{
    Instant,
    time::{at, day_of, to_micros},
};

/// Microseconds of a minute.
pub const MINUTE: i64 = 60_000_000;

/// Minutes of a day.
pub(crate) const DAY: u16 = 24 * 60;

/// Nobody waits longer: working time is looked for in so many days.
const HORIZON: u64 = 4 * 366;

/// A stretch of a working day, in minutes after midnight; its end is no longer part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// First minute.
    pub from: u16,
    /// The minute after the last.
    pub until: u16,
}

/// A day that is not what its weekday says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// It is a make-up workday 调休上班; else a holiday.
    pub works: bool,
    /// What it is called.
    pub name: String,
}

/// When work is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The windows of a working day, in order and apart from one another.
    pub windows: Vec<Window>,
    /// Which weekdays are working days, from Monday on.
    pub weekdays: [bool; 7],
    /// Days that are different.
    pub days: BTreeMap<NaiveDate, Exception>,
}

impl Calendar {
    /// Day and night, every day: nothing stops its clocks.
    #[must_use]
    pub fn always() -> Self {
        Self { windows: vec![Window { from: 0, until: DAY }], weekdays: [true; 7], days: BTreeMap::new() }
    }

    /// Work is done on a day.
    #[must_use]
    pub fn works(&self, day: NaiveDate) -> bool {
        match self.days.get(&day) {
            Some(exception) => exception.works,
            None => self.weekdays[day.weekday().num_days_from_monday() as usize],
        }
    }

    /// Work is done at an instant.
    #[must_use]
    pub fn is_open(&self, instant: Instant) -> bool {
        self.stretches(day_of(instant)).any(|(from, until)| from <= instant && instant < until)
    }

    /// The first instant of working time from an instant on; `None` where there is none for years.
    #[must_use]
    pub fn next_open(&self, instant: Instant) -> Option<Instant> {
        let days = day_of(instant).iter_days().take(HORIZON as usize);
        days.flat_map(|day| self.stretches(day).collect::<Vec<_>>())
            .find(|(_, until)| *until > instant)
            .map(|(from, _)| from.max(instant))
    }

    /// Working time between two instants, microseconds; nothing when they are in the wrong order.
    #[must_use]
    pub fn worked(&self, from: Instant, to: Instant) -> i64 {
        if to <= from {
            return 0;
        }
        let (first, last) = (day_of(from), day_of(to));
        first
            .iter_days()
            .take_while(|day| *day <= last)
            .flat_map(|day| self.stretches(day).collect::<Vec<_>>())
            .map(|(start, end)| (to_micros(end.min(to)) - to_micros(start.max(from))).max(0))
            .sum()
    }

    /// The first instant by which so much working time (microseconds) has gone by since another; at once for nothing, `None`
    /// where there is not so much for years.
    #[must_use]
    pub fn after(&self, from: Instant, span: i64) -> Option<Instant> {
        if span <= 0 {
            return Some(from);
        }
        let mut left = span;
        let last = day_of(from).checked_add_days(Days::new(HORIZON))?;
        for day in day_of(from).iter_days().take_while(|day| *day <= last) {
            for (start, end) in self.stretches(day) {
                let start = start.max(from);
                let length = to_micros(end) - to_micros(start);
                if length >= left {
                    return Some(start + TimeDelta::microseconds(left));
                }
                left -= length.max(0);
            }
        }
        None
    }

    /// The last minute of the so-manieth working day after that of an instant, whatever its windows; the instant itself for none,
    /// `None` where there are not so many for years.
    #[must_use]
    pub fn days_after(&self, from: Instant, days: u32) -> Option<Instant> {
        let Some(before) = days.checked_sub(1) else { return Some(from) };
        let ahead = day_of(from).iter_days().skip(1).take(HORIZON as usize);
        let day = ahead.filter(|day| self.works(*day)).nth(before as usize)?;
        Some(at(day, NaiveTime::MIN) + TimeDelta::minutes(i64::from(DAY) - 1))
    }

    /// Minutes of a usual working day.
    #[must_use]
    pub fn day_minutes(&self) -> u32 {
        self.windows.iter().map(|window| u32::from(window.until.saturating_sub(window.from))).sum()
    }

    /// The stretches of working time of a day, in order.
    fn stretches(&self, day: NaiveDate) -> impl Iterator<Item = (Instant, Instant)> + '_ {
        let windows: &[Window] = if self.works(day) { &self.windows } else { &[] };
        let midnight = at(day, NaiveTime::MIN);
        let instant = move |minute: u16| midnight + TimeDelta::minutes(i64::from(minute));
        windows.iter().map(move |window| (instant(window.from), instant(window.until)))
    }
}
