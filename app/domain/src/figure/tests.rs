//! Figures: spans and their parts, rates, forms, and tables for other programs.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::*;
use crate::{
    case::Department,
    testing::{Dice, said, today},
    time::{day_of, to_micros},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span { from: day(from), until: day(until) }
}

fn form(from: &str, until: &str, by: &str, department: &str) -> FigureForm {
    let text = str::to_owned;
    FigureForm { from: text(from), until: text(until), by: text(by), department: text(department) }
}

fn rounds(count: u32) -> Tally {
    Tally { rounds: count, ..Tally::default() }
}

#[test]
fn a_blank_query_is_for_the_last_thirty_days() {
    let query = FigureForm::default().parse(today()).unwrap();
    assert_eq!((query.span, query.by, query.department), (span("2026-10-25", "2026-11-23"), By::Day, None));
    assert_eq!(query.span.days(), 30);
    let query = form("", "2026-03-31", "", "").parse(today()).unwrap();
    assert_eq!(query.span, span("2026-03-02", "2026-03-31"));
}

#[test]
fn a_query_by_weeks_or_months_is_for_the_last_twelve() {
    let parts = |by: &str| {
        let query = form("", "", by, "").parse(today()).unwrap();
        (query.span, query.span.divided(query.by).len())
    };
    assert_eq!(parts("week"), (span("2026-09-07", "2026-11-23"), 12));
    assert_eq!(parts("month"), (span("2025-12-01", "2026-11-23"), 12));
}

#[test]
fn a_query_is_read_and_written_as_it_was() {
    let typed = form("2026-01-01", "2026-06-30", "month", "coach");
    let query = typed.parse(today()).unwrap();
    assert_eq!((query.by, query.department), (By::Month, Some(Department::Coach)));
    assert_eq!(FigureForm::of(&query), typed);
}

#[test]
fn every_fault_of_a_query_is_told() {
    let faults = |form: FigureForm| said(form.parse(today()).unwrap_err());
    assert_eq!(
        faults(form("x", "2026-02-30", "year", "boats")),
        ["by unknown", "until not-a-date", "from not-a-date", "department unknown"]
    );
    assert_eq!(faults(form("2026-11-02", "2026-11-01", "", "")), ["until until-before-from"]);
    assert_eq!(faults(form("2024-01-01", "2026-01-01", "", "")), ["until span-too-long 731"]);
    assert!(form("2024-01-01", "2025-12-31", "", "").parse(today()).is_ok(), "two years with a leap day");
    let far = |text: &str| form(text, text, "", "").parse(today()).unwrap().span.before();
    assert_eq!((far("9999-12-31").until, far("0001-01-01").days()), (day("9999-12-30"), 1));
}

#[test]
fn weeks_begin_on_monday_and_months_on_the_first() {
    let weeks = span("2026-11-21", "2026-12-02").divided(By::Week);
    assert_eq!(
        weeks,
        [span("2026-11-21", "2026-11-22"), span("2026-11-23", "2026-11-29"), span("2026-11-30", "2026-12-02")]
    );
    let months = span("2026-01-31", "2026-03-01").divided(By::Month);
    assert_eq!(
        months,
        [span("2026-01-31", "2026-01-31"), span("2026-02-01", "2026-02-28"), span("2026-03-01", "2026-03-01")]
    );
    assert_eq!(span("2026-11-23", "2026-11-23").divided(By::Day), [span("2026-11-23", "2026-11-23")]);
}

#[test]
fn whole_months_are_compared_with_as_many_months_else_days_with_days() {
    assert_eq!(span("2026-11-01", "2026-11-30").before(), span("2026-10-01", "2026-10-31"));
    assert_eq!(span("2026-03-01", "2026-03-31").before(), span("2026-02-01", "2026-02-28"));
    assert_eq!(span("2026-01-01", "2026-03-31").before(), span("2025-10-01", "2025-12-31"));
    assert_eq!(span("2026-11-17", "2026-11-23").before(), span("2026-11-10", "2026-11-16"));
    assert_eq!(span("2026-11-23", "2026-11-23").before(), span("2026-11-22", "2026-11-22"));
}

#[test]
fn a_span_is_of_business_days() {
    let (from, until) = span("2026-11-23", "2026-11-24").instants();
    assert_eq!(
        (from.to_rfc3339().as_str(), until.to_rfc3339().as_str()),
        ("2026-11-22T16:00:00+00:00", "2026-11-24T16:00:00+00:00")
    );
}

#[test]
fn a_rate_of_nothing_is_none_and_a_hundred_percent_is_all() {
    let share = |part, whole| Share { part, whole };
    assert_eq!((share(0, 0).permille(), share(0, 0).percent()), (None, None));
    assert_eq!(share(0, 7).percent().as_deref(), Some("0.0"));
    assert_eq!(share(2, 3).percent().as_deref(), Some("66.6"));
    assert_eq!(share(9_999, 10_000).percent().as_deref(), Some("99.9"), "not a hundred");
    assert_eq!(share(u32::MAX, u32::MAX).percent().as_deref(), Some("100.0"));
    assert_eq!(share(9, 10).over(share(19, 20)), Some(-50));
    assert_eq!(share(9, 10).over(share(0, 0)), None);
}

#[test]
fn rates_follow_from_a_tally() {
    let tally = Tally {
        rounds: 10,
        first_kept: 8,
        first_broken: 1,
        answer_kept: 5,
        answer_broken: 2,
        ratings: [1, 0, 1, 2, 4],
        judged: 3,
        accurate: 2,
        answered: 6,
        minutes: 333,
    };
    let shares = [tally.first(), tally.answer(), tally.satisfied(), tally.right()];
    assert_eq!(shares.map(|share| (share.part, share.whole)), [(8, 9), (5, 7), (6, 8), (2, 3)]);
    assert_eq!((tally.unsettled(), tally.average()), (3, Some(56)));
    let nothing = Tally::default();
    assert_eq!((nothing.first().percent(), nothing.average(), nothing.satisfied().permille()), (None, None, None));
}

#[test]
fn a_draw_and_a_verdict_are_read_and_every_fault_told() {
    let draw = |size: &str| DrawForm { size: size.to_owned(), ..DrawForm::default() }.parse(today());
    assert_eq!(draw("").unwrap(), Draw { span: span("2026-10-25", "2026-11-23"), size: 20 });
    assert_eq!(said(draw("0").unwrap_err()), ["size too-few 1"]);
    assert_eq!(said(draw("101").unwrap_err()), ["size too-many 100"]);
    assert_eq!(said(draw("viele").unwrap_err()), ["size not-a-number"]);
    assert_eq!(read_judgement("accurate", " ").unwrap(), (Verdict::Accurate, String::new()));
    assert_eq!(said(read_judgement("", "").unwrap_err()), ["verdict required"]);
    assert_eq!(said(read_judgement("maybe", "").unwrap_err()), ["verdict unknown"]);
    assert_eq!(said(read_judgement("inaccurate", " \n").unwrap_err()), ["why required"]);
    assert_eq!(said(read_judgement("inaccurate", &"长".repeat(501)).unwrap_err()), ["why too-long 500"]);
    assert_eq!(said(read_judgement("inaccurate", "a\u{202e}b").unwrap_err()), ["why bad-characters"]);
}

#[test]
fn a_table_is_one_that_spreadsheets_read() {
    let text = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let rows = [text(&["日期", "件数"]), text(&["a,b", "say \"hi\"\n"]), text(&["", "12.5"])];
    assert_eq!(write_csv(&rows), "\u{feff}日期,件数\r\n\"a,b\",\"say \"\"hi\"\"\n\"\r\n,12.5\r\n");
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-2", "'-2"),
        ("@x", "'@x"),
        ("＝HYPERLINK(1)", "'＝HYPERLINK(1)"),
        (" =1", "\"' =1\""),
        ("\t=1", "\"'\t=1\""),
        ("99.9", "99.9"),
        ("2026-11-23", "2026-11-23"),
    ] {
        assert_eq!(write_csv(&[vec![cell.to_owned()]]), format!("\u{feff}{written}\r\n"), "{cell:?}");
    }
}

/// What RFC 4180 makes of a text: the other way.
fn read_back(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.strip_prefix('\u{feff}').unwrap().chars().peekable();
    let mut quoted = false;
    while let Some(ch) = chars.next() {
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => cell.push(chars.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            ch => cell.push(ch),
        }
    }
    rows
}

/// Which part a day is in, the long way.
fn same_part(by: By, one: NaiveDate, other: NaiveDate) -> bool {
    let monday = |day: NaiveDate| day - Days::new(u64::from(day.weekday().days_since(Weekday::Mon)));
    match by {
        By::Day => one == other,
        By::Week => monday(one) == monday(other),
        By::Month => (one.year(), one.month()) == (other.year(), other.month()),
    }
}

proptest! {
    #[test]
    fn parts_cover_a_span_without_gap_or_overlap(start in 0u64..2000, length in 0u64..731, by in 0usize..3) {
        let from = day("2023-01-01") + Days::new(start);
        let whole = Span { from, until: from + Days::new(length) };
        let by = By::ALL[by];
        let parts = whole.divided(by);
        prop_assert_eq!((parts[0].from, parts[parts.len() - 1].until), (whole.from, whole.until));
        for pair in parts.windows(2) {
            prop_assert_eq!(pair[0].until.succ_opt(), Some(pair[1].from));
            prop_assert!(!same_part(by, pair[0].until, pair[1].from));
        }
        for part in &parts {
            prop_assert!(part.from <= part.until && same_part(by, part.from, part.until));
        }
        let before = whole.before();
        prop_assert_eq!(before.until.succ_opt(), Some(whole.from));
        prop_assert!(before.days() == whole.days() || (from.day() == 1 && before.from.day() == 1));
    }

    #[test]
    fn what_is_gathered_is_what_is_counted_one_by_one(seed in 1u64.., by in 0usize..3, length in 0u64..120) {
        let mut dice = Dice(seed);
        let (from, by) = (day("2026-01-29"), By::ALL[by]);
        let whole = Span { from, until: from + Days::new(length) };
        let days: Vec<_> = (0..200)
            .map(|_| (from + Days::new(dice.throw(140) as u64) - Days::new(10), rounds(dice.throw(9) as u32)))
            .collect();
        for (part, tally) in gather(whole, by, &days) {
            let mine = |day: NaiveDate| (whole.from..=whole.until).contains(&day) && same_part(by, day, part.from);
            let count: u32 = days.iter().filter(|(day, _)| mine(*day)).map(|(_, tally)| tally.rounds).sum();
            prop_assert_eq!(tally.rounds, count);
        }
    }

    #[test]
    fn the_instants_of_a_span_are_those_of_its_days(start in 0u64..9000, length in 0u64..800) {
        let from = day("2020-02-29") + Days::new(start);
        let whole = Span { from, until: from + Days::new(length) };
        let (first, end) = whole.instants();
        let last = crate::time::from_micros(to_micros(end) - 1);
        prop_assert_eq!((day_of(first), day_of(last)), (whole.from, whole.until));
    }

    #[test]
    fn a_rate_is_between_nothing_and_all(part: u32, more: u32) {
        let share = Share { part: part / 2, whole: part / 2 + more / 2 };
        let cut = share.permille();
        prop_assert_eq!(cut.is_none(), share.whole == 0);
        prop_assert!(cut.is_none_or(|cut| cut <= 1000 && (cut < 1000 || share.part == share.whole)));
    }

    #[test]
    fn a_table_can_be_read_back(cells in proptest::collection::vec(proptest::collection::vec(".*", 2..4), 0..5)) {
        let read = read_back(&write_csv(&cells));
        prop_assert_eq!(read.len(), cells.len());
        for (read, cell) in read.iter().flatten().zip(cells.iter().flatten()) {
            prop_assert!(read == cell || *read == format!("'{cell}"), "{read:?} of {cell:?}");
            let reckons = read.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}']);
            prop_assert!(!reckons, "{read:?}");
        }
    }

    #[test]
    fn nothing_typed_makes_it_panic(a: String, b: String, c: String, d: String) {
        let _ = FigureForm { from: a.clone(), until: b.clone(), by: c.clone(), department: d.clone() }.parse(today());
        let _ = DrawForm { from: a.clone(), until: b.clone(), size: c.clone() }.parse(today());
        let _ = read_judgement(&a, &b);
    }
}
