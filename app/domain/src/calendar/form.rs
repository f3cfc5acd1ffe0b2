//! A calendar as staff write it: windows in one line, days that are different one a line.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Calendar, DAY, Exception, Span, Window};
use crate::{Fault, reader::Reader, text};

/// Most days that are different.
const MOST: usize = 400;

/// Most characters of what a day is called.
const NAME: usize = 20;

/// A calendar as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarForm {
    /// Windows such as `09:00-12:00, 13:00-18:00`.
    pub windows: String,
    /// Working days as digits from 1 (Monday) to 7, separated by commas.
    pub weekdays: String,
    /// Holidays, one a line: `2026-10-01 name` or `2026-10-01..2026-10-07 name`.
    pub holidays: String,
    /// Make-up workdays in the same form.
    pub workdays: String,
}

impl CalendarForm {
    /// A calendar as it would be typed.
    #[must_use]
    pub fn of(calendar: &Calendar) -> Self {
        let windows: Vec<_> =
            calendar.windows.iter().map(|it| format!("{}-{}", clock(it.from), clock(it.until))).collect();
        let weekdays: Vec<_> =
            (1..).zip(calendar.weekdays).filter(|(_, works)| *works).map(|(day, _): (u8, _)| day.to_string()).collect();
        Self {
            windows: windows.join(", "),
            weekdays: weekdays.join(","),
            holidays: lines(calendar, false),
            workdays: lines(calendar, true),
        }
    }

    /// The calendar.
    ///
    /// # Errors
    /// Every fault: `required`, `not-a-window` (at `windows`), `unknown` (at `weekdays`), `not-a-day-line`, `day-twice`,
    /// `too-many`.
    pub fn parse(&self) -> Result<Calendar, Vec<Fault>> {
        let mut reader = Reader::default();
        let windows = self.read_windows(&mut reader);
        let weekdays = self.read_weekdays(&mut reader);
        let mut days = BTreeMap::new();
        read_days(&mut reader, ("holidays", &self.holidays), false, &mut days);
        read_days(&mut reader, ("workdays", &self.workdays), true, &mut days);
        reader.done(Some(Calendar { windows, weekdays, days }))
    }

    fn read_windows(&self, reader: &mut Reader) -> Vec<Window> {
        let mut windows: Vec<Window> = Vec::new();
        let typed: Vec<char> = self.windows.chars().map(text::narrow).collect();
        let typed: String = typed.into_iter().map(|ch| if text::is_dash(ch) { '-' } else { ch }).collect();
        let parts = typed.split([',', ';', '\u{3001}', '\n']).map(str::trim).filter(|part| !part.is_empty());
        for part in parts {
            let window = window(part);
            match window {
                Some(window) if windows.last().is_none_or(|last| last.until <= window.from) && windows.len() < 8 => {
                    windows.push(window);
                }
                _ => {
                    reader.fault("windows", "not-a-window");
                    return windows;
                }
            }
        }
        if windows.is_empty() {
            reader.fault("windows", "required");
        }
        windows
    }

    fn read_weekdays(&self, reader: &mut Reader) -> [bool; 7] {
        let mut weekdays = [false; 7];
        for part in self.weekdays.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            match part.parse::<usize>().ok().filter(|day| (1..=7).contains(day)) {
                Some(day) => weekdays[day - 1] = true,
                None => reader.fault("weekdays", "unknown"),
            }
        }
        if !weekdays.contains(&true) && !reader.blames("weekdays") {
            reader.fault("weekdays", "required");
        }
        weekdays
    }
}

fn read_days(
    reader: &mut Reader,
    (field, typed): (&str, &str),
    works: bool,
    days: &mut BTreeMap<NaiveDate, Exception>,
) {
    let Some(typed) = text::lines(typed) else {
        reader.fault(field, "bad-characters");
        return;
    };
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (span, name) = line.split_once([' ', '\u{3000}']).unwrap_or((line, ""));
        let (first, last) = span.split_once("..").unwrap_or((span, span));
        let name: String = name.trim().chars().take(NAME).collect();
        let (Some(first), Some(last)) = (text::day(first), text::day(last)) else {
            reader.fault(field, "not-a-day-line");
            return;
        };
        let length = last.signed_duration_since(first).num_days();
        if !(0..31).contains(&length) {
            reader.fault(field, "not-a-day-line");
            return;
        }
        for day in first.iter_days().take_while(|day| *day <= last) {
            if days.insert(day, Exception { works, name: name.clone() }).is_some() {
                reader.fault(field, "day-twice");
                return;
            }
        }
        if days.len() > MOST {
            reader.bound(field, "too-many", i64::try_from(MOST).unwrap_or_default());
            return;
        }
    }
}

fn window(part: &str) -> Option<Window> {
    let (from, until) = part.split_once('-')?;
    let (from, until) = (minute(from)?, minute(until)?);
    (from < until).then_some(Window { from, until })
}

/// A time of day in minutes; `24:00` is the end of the day.
fn minute(typed: &str) -> Option<u16> {
    if typed.trim() == "24:00" {
        return Some(DAY);
    }
    let time = text::time(typed)?;
    let minutes = chrono::Timelike::num_seconds_from_midnight(&time) / 60;
    u16::try_from(minutes).ok()
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The days of one sort, neighbours of one name as one line.
fn lines(calendar: &Calendar, works: bool) -> String {
    let line = |Span { first, last, name, .. }: Span| {
        let span = if first == last { first.to_string() } else { format!("{first}..{last}") };
        format!("{span} {name}").trim().to_owned()
    };
    calendar.spans().into_iter().filter(|span| span.works == works).map(line).collect::<Vec<_>>().join("\n")
}
