//! Working time against a count of minutes, and what is typed for a calendar.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::testing::{Dice, said};

fn instant(text: &str) -> Instant {
    format!("{text}:00+08:00").parse().unwrap()
}

#[test]
fn lunch_nights_weekends_and_holidays_are_no_working_time() {
    let calendar = first();
    for (from, minutes, due) in [
        ("2026-11-23T10:00", 60, "2026-11-23T11:00"),
        ("2026-11-23T11:30", 60, "2026-11-23T13:30"),
        ("2026-11-23T11:00", 60, "2026-11-23T12:00"),
        ("2026-11-23T17:30", 60, "2026-11-24T09:30"),
        ("2026-11-27T17:30", 240, "2026-11-30T13:30"),
        ("2026-11-28T22:00", 60, "2026-11-30T10:00"),
        ("2026-11-23T12:30", 0, "2026-11-23T12:30"),
        // National Day from Thursday on, and a make-up Saturday after it.
        ("2026-09-30T17:00", 61, "2026-10-08T09:01"),
        ("2026-10-09T17:00", 120, "2026-10-10T10:00"),
        // The Sunday before Mid-Autumn works.
        ("2026-09-18T18:00", 60, "2026-09-20T10:00"),
        // Over the end of the year.
        ("2026-12-31T17:00", 61, "2027-01-04T09:01"),
    ] {
        assert_eq!(calendar.after(instant(from), minutes * MINUTE), Some(instant(due)), "{from} + {minutes}");
    }
    assert!(calendar.is_open(instant("2026-11-23T09:00")) && !calendar.is_open(instant("2026-11-23T12:00")));
    assert_eq!(calendar.next_open(instant("2026-11-28T03:00")), Some(instant("2026-11-30T09:00")));
    assert_eq!(calendar.next_open(instant("2026-11-23T10:30")), Some(instant("2026-11-23T10:30")));
    assert_eq!(calendar.day_minutes(), 480);
}

#[test]
fn working_days_are_counted_to_the_end_of_the_last() {
    let calendar = first();
    for (from, days, by) in [
        ("2026-11-23T10:00", 1, "2026-11-24T23:59"),
        ("2026-11-23T00:00", 3, "2026-11-26T23:59"),
        // Over a weekend, and begun on one.
        ("2026-11-27T10:00", 1, "2026-11-30T23:59"),
        ("2026-11-28T22:00", 2, "2026-12-01T23:59"),
        // Over National Day, with the make-up Saturday after it.
        ("2026-09-30T17:00", 1, "2026-10-08T23:59"),
        ("2026-09-30T17:00", 4, "2026-10-12T23:59"),
        ("2026-10-09T12:00", 1, "2026-10-10T23:59"),
        // The Sunday before Mid-Autumn works.
        ("2026-09-18T18:00", 1, "2026-09-20T23:59"),
        ("2026-11-28T22:00", 0, "2026-11-28T22:00"),
    ] {
        assert_eq!(calendar.days_after(instant(from), days), Some(instant(by)), "{from} + {days}");
    }
}

#[test]
fn a_calendar_without_work_ends_no_clock_and_no_program() {
    let never = Calendar { weekdays: [false; 7], ..Calendar::always() };
    assert_eq!(never.after(instant("2026-11-23T10:00"), MINUTE), None);
    assert_eq!(never.next_open(instant("2026-11-23T10:00")), None);
    assert_eq!(never.days_after(instant("2026-11-23T10:00"), 1), None);
    assert_eq!(never.worked(Instant::MIN_UTC, Instant::MIN_UTC + TimeDelta::days(1)), 0);
    assert_eq!(first().after(Instant::MAX_UTC, MINUTE), None);
}

#[test]
fn day_and_night_nothing_stops() {
    let (always, from) = (Calendar::always(), instant("2026-10-03T23:30"));
    assert_eq!(always.after(from, 12 * 60 * MINUTE), Some(instant("2026-10-04T11:30")));
    assert_eq!(always.worked(from, instant("2026-10-04T11:30")), 12 * 60 * MINUTE);
}

#[test]
fn the_holidays_that_are_known_are_read() {
    let calendar = first();
    let works = |day: &str| calendar.works(day.parse::<NaiveDate>().unwrap());
    for day in ["2026-02-14", "2026-02-28", "2026-01-04", "2026-05-09", "2026-09-20", "2026-10-10"] {
        assert!(works(day), "{day}");
    }
    for day in ["2026-01-01", "2026-02-17", "2026-04-06", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-07"] {
        assert!(!works(day), "{day}");
    }
    assert!(!works("2027-02-08") && works("2027-02-09"));
}

#[test]
fn a_calendar_is_typed_as_it_is_shown() {
    let calendar = first();
    let form = CalendarForm::of(&calendar);
    assert_eq!(form.windows, "09:00-12:00, 13:00-18:00");
    assert_eq!(form.weekdays, "1,2,3,4,5");
    assert!(form.holidays.contains("2026-10-01..2026-10-07 ") && form.workdays.lines().count() == 6);
    assert_eq!(form.parse().unwrap(), calendar);
}

#[test]
fn what_is_no_calendar_is_told_at_its_field() {
    let form = |windows: &str, weekdays: &str, holidays: &str, workdays: &str| CalendarForm {
        windows: windows.to_owned(),
        weekdays: weekdays.to_owned(),
        holidays: holidays.to_owned(),
        workdays: workdays.to_owned(),
    };
    let faults = form("", "", "tomorrow", "2026-10-01 a\n2026-10-01 b").parse().unwrap_err();
    assert_eq!(
        said(faults),
        ["windows required", "weekdays required", "holidays not-a-day-line", "workdays day-twice"]
    );
    for windows in ["9-12", "12:00-09:00", "09:00-12:00, 11:00-13:00", "09:00"] {
        assert_eq!(said(form(windows, "1", "", "").parse().unwrap_err()), ["windows not-a-window"], "{windows}");
    }
    assert_eq!(said(form("0:00-24:00", "8", "", "").parse().unwrap_err()), ["weekdays unknown"]);
    let backwards = form("0:00-24:00", "1", "2026-10-07..2026-10-01", "");
    assert_eq!(said(backwards.parse().unwrap_err()), ["holidays not-a-day-line"]);
    assert_eq!(form("０：００－２４：００", "1,2,3,4,5,6,7", "", "").parse().unwrap(), Calendar::always());
}

proptest! {
    #[test]
    fn nothing_typed_makes_it_panic(windows: String, weekdays: String, holidays: String, workdays: String) {
        let _ = CalendarForm { windows, weekdays, holidays, workdays }.parse();
    }

    #[test]
    fn working_time_is_what_a_count_of_minutes_says(seed in 1u64.., from in 0i64..60 * 24 * 40, length in 0i64..60 * 24 * 30) {
        let calendar = any(&mut Dice(seed));
        let start = instant("2026-09-10T00:00") + TimeDelta::minutes(from);
        let end = start + TimeDelta::minutes(length);
        let counted = (0..length).filter(|at| calendar.is_open(start + TimeDelta::minutes(*at))).count() as i64;
        prop_assert_eq!(calendar.worked(start, end), counted * MINUTE);
        // The way there is the first way there.
        if let Some(due) = calendar.after(start, counted * MINUTE) {
            prop_assert!(due <= end);
            prop_assert_eq!(calendar.worked(start, due), counted * MINUTE);
        }
    }
}

/// A calendar that nobody would have thought of.
pub(crate) fn any(dice: &mut Dice) -> Calendar {
    let mut edges: Vec<u16> = (0..2 * (1 + dice.throw(3))).map(|_| dice.throw(usize::from(DAY) + 1) as u16).collect();
    edges.sort_unstable();
    edges.dedup();
    let windows: Vec<_> = edges.chunks_exact(2).map(|pair| Window { from: pair[0], until: pair[1] }).collect();
    let windows = if windows.is_empty() { first().windows } else { windows };
    let mut weekdays = [false; 7];
    weekdays.iter_mut().for_each(|day| *day = dice.throw(3) > 0);
    weekdays[dice.throw(7)] = true;
    let mut days = first().days;
    for _ in 0..dice.throw(20) {
        let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap() + chrono::Days::new(dice.throw(90) as u64);
        days.insert(day, Exception { works: dice.throw(2) == 0, name: String::new() });
    }
    Calendar { windows, weekdays, days }
}
