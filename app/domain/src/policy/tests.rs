//! The form, and the replay against the fees that a table of hours gives.

use chrono::{Days, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::{
    Fen, Instant,
    booking::{Item, Line},
    terms::{PriceRule, Terms, Tier},
    testing::{said, today},
};

fn start() -> Instant {
    "2026-12-01T06:00:00Z".parse().unwrap()
}

fn tomorrow() -> chrono::NaiveDate {
    today() + Days::new(1)
}

#[test]
fn what_is_filled_in_is_read_back() {
    let relief = crate::terms::Relief { voucher_percent: 80, voucher_days: 90, voucher_single: true, move_days: 7 };
    let terms = Terms { change_fee: Fen(1_050), change_price: PriceRule::Least, relief, ..Terms::standard() };
    let proposal = PolicyForm::of(&terms, tomorrow()).parse(today()).unwrap();
    assert_eq!(proposal.terms, terms);
    assert_eq!(crate::time::day_of(proposal.from), tomorrow());
}

#[test]
fn every_fault_is_told_at_its_field() {
    let mut form = PolicyForm::of(&Terms::standard(), today());
    for (name, value) in [
        ("version", ""),
        ("hours1", "24"),
        ("percent2", "90"),
        ("hours3", ""),
        ("minimum_fee", "much"),
        ("change_price", "cheap"),
        ("hold_minutes", "0"),
        ("voucher_percent", "50"),
    ] {
        form.0.insert(name.to_owned(), value.to_owned());
    }
    let faults = said(form.parse(today()).unwrap_err());
    for fault in [
        "hours3 required",
        "change_price unknown",
        "minimum_fee not-an-amount",
        "from not-before-tomorrow",
        "version required",
        "tiers hours-not-falling",
        "hold_minutes too-few 1",
        "voucher_days too-few 1",
    ] {
        assert!(faults.iter().any(|found| found == fault), "{fault:?} not in {faults:?}");
    }
}

fn cancelled(total: i64, hours: i64) -> (String, Terms, Case) {
    let at = start() - TimeDelta::hours(hours);
    let case = Case::Cancelled { total: Fen(total), floor: Fen::ZERO, starts: start(), at };
    ("YS-1".to_owned(), Terms::standard(), case)
}

fn moved(hours: i64) -> (String, Terms, Case) {
    let line = |day: u64| Line {
        item: Item::Night(today() + Days::new(day)),
        count: 1,
        each: Fen(10_000),
        total: Fen(10_000),
    };
    let case = Case::Changed {
        lines: vec![line(8)],
        floor: Fen::ZERO,
        starts: start(),
        wanted: vec![line(9)],
        same_offer: true,
        then: start() + TimeDelta::days(1),
        free: false,
        at: start() - TimeDelta::hours(hours),
    };
    ("YS-2".to_owned(), Terms::standard(), case)
}

#[test]
fn a_replay_counts_cases_and_money() {
    let stricter = Terms {
        tiers: vec![Tier { hours: 72, percent: 100 }, Tier { hours: 24, percent: 50 }],
        change_hours: 24,
        change_fee: Fen(500),
        ..Terms::standard()
    };
    let cases = [cancelled(10_000, 100), cancelled(10_000, 50), cancelled(10_000, 10), moved(30), moved(10)];
    let replay = replay(&cases, &stricter);
    let cancelled = Tally { cases: 3, dearer: 2, cheaper: 0, refused: 0, was: Fen(5_000), would_be: Fen(15_000) };
    assert_eq!(replay.cancelled, cancelled);
    let changed = Tally { cases: 2, dearer: 1, cheaper: 0, refused: 1, was: Fen::ZERO, would_be: Fen(500) };
    assert_eq!(replay.changed, changed);
    let most: Vec<_> = replay.most.iter().map(|told| told.would_be.map(|fen| fen.0)).collect();
    assert_eq!(most, [None, Some(10_000), Some(5_000), Some(500)]);
}

proptest! {
    /// The same terms mean the same, whatever was done.
    #[test]
    fn the_same_terms_make_no_difference(totals in proptest::collection::vec((1i64..100_000, -10i64..200), 0..20)) {
        let cases: Vec<_> = totals.iter().map(|(total, hours)| cancelled(*total, *hours)).collect();
        let replay = replay(&cases, &Terms::standard());
        prop_assert_eq!(replay.cancelled.was, replay.cancelled.would_be);
        prop_assert!(replay.most.is_empty());
    }

    /// What is kept is what a table of hours says.
    #[test]
    fn what_would_be_kept_is_what_a_table_says(total in 0i64..1_000_000, hours in 0i64..100, first in 0u32..=100, second in 0u32..=100) {
        let (first, second) = (first.max(second), first.min(second));
        let tiers = vec![Tier { hours: 48, percent: first }, Tier { hours: 12, percent: second }];
        let proposal = Terms { tiers, ..Terms::standard() };
        let back = if hours >= 48 { first } else if hours >= 12 { second } else { 0 };
        let kept = total - (total * i64::from(back) * 2 + 100) / 200;
        let replay = replay(&[cancelled(total, hours)], &proposal);
        prop_assert_eq!(replay.cancelled.would_be, Fen(kept));
    }

    #[test]
    fn nothing_typed_makes_it_panic(name in "[a-z_]{1,12}[1-6]?", value: String) {
        let mut form = PolicyForm::of(&Terms::standard(), tomorrow());
        form.0.insert(name, value);
        let _ = form.parse(today());
    }
}
