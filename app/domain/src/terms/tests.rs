//! The terms against a small model that thinks in whole numbers and in durations, not in edges.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

const TICK: TimeDelta = TimeDelta::microseconds(1);

fn start() -> Instant {
    "2026-12-01T06:00:00Z".parse().unwrap()
}

fn before(hours: i64) -> Instant {
    start() - TimeDelta::hours(hours)
}

/// What is given back, told by how long it is until the service: no shared code, arithmetic in i128.
fn model(terms: &Terms, paid: i64, lead_micros: i128) -> i64 {
    let mut percent = 0;
    for tier in terms.tiers.iter().rev() {
        if lead_micros >= i128::from(tier.hours) * 3_600_000_000 {
            percent = i128::from(tier.percent);
        }
    }
    let paid = i128::from(paid.max(0));
    let mut back = (paid * percent * 2 + 100) / 200;
    if percent < 100 && back > paid - i128::from(terms.minimum_fee.0) {
        back = paid - i128::from(terms.minimum_fee.0);
    }
    i64::try_from(back.max(0)).unwrap()
}

prop_compose! {
    /// Terms that can be sold by.
    fn any_terms()(
        hours in proptest::collection::btree_set(0u32..200, 0..5),
        percents in proptest::collection::vec(0u32..=100, 5),
        fee in prop_oneof![Just(0i64), 0i64..50_000],
        hold_minutes in 1u32..2_000,
        counter_hours in 0u32..100,
        counter_close_hours in 0u32..50,
        change_fee in prop_oneof![Just(0i64), 1i64..20_000],
        rule in 0usize..3,
    ) -> Terms {
        let mut percents = percents;
        percents.sort_unstable_by(|one, other| other.cmp(one));
        let tiers = hours.into_iter().rev().zip(percents).map(|(hours, percent)| Tier { hours, percent }).collect();
        let (change_fee, change_price) = (Fen(change_fee), PriceRule::ALL[rule]);
        let (minimum_fee, standard) = (Fen(fee), Terms::standard());
        Terms { tiers, minimum_fee, change_fee, change_price, hold_minutes, counter_hours, counter_close_hours, ..standard }
    }
}

#[test]
fn standard_terms_give_back_by_the_hours() {
    let terms = Terms::standard();
    for (now, back) in [
        (before(1000), 10_000),
        (before(48) - TICK, 10_000),
        (before(48), 10_000),
        (before(48) + TICK, 8_000),
        (before(24), 8_000),
        (before(24) + TICK, 5_000),
        (before(2), 5_000),
        (before(2) + TICK, 0),
        (start(), 0),
        (start() + TimeDelta::days(3), 0),
    ] {
        assert_eq!(terms.refund(Fen(10_000), start(), now), Fen(back), "{now}");
    }
    assert_eq!(terms.refund(Fen(-5), start(), before(100)), Fen::ZERO);
    assert_eq!(terms.refund(Fen(i64::MAX), start(), before(100)), Fen(i64::MAX));
}

#[test]
fn the_minimum_fee_is_kept_of_what_is_not_given_back_in_full() {
    let terms = Terms { minimum_fee: Fen(3_000), ..Terms::standard() };
    assert_eq!(terms.refund(Fen(10_000), start(), before(48)), Fen(10_000), "in full: no fee");
    assert_eq!(terms.refund(Fen(10_000), start(), before(24)), Fen(7_000), "80 % would leave less than the fee");
    assert_eq!(terms.refund(Fen(10_000), start(), before(2)), Fen(5_000), "50 % leaves more than the fee");
    assert_eq!(terms.refund(Fen(2_000), start(), before(24)), Fen::ZERO, "never below nothing");
}

#[test]
fn the_curve_shows_what_is_still_ahead() {
    let terms = Terms::standard();
    let step = |until: Option<Instant>, percent, refund| Step { until, percent, refund: Fen(refund) };
    let whole = [
        step(Some(before(48)), 100, 999),
        step(Some(before(24)), 80, 799),
        step(Some(before(2)), 50, 500),
        step(None, 0, 0),
    ];
    for (now, passed) in
        [(before(90), 0), (before(48), 0), (before(48) + TICK, 1), (before(2), 2), (before(2) + TICK, 3)]
    {
        assert_eq!(terms.curve(Fen(999), start(), now), whole[passed..], "{now}");
    }
    assert_eq!(terms.curve(Fen(999), start(), start() + TICK), whole[3..]);
}

#[test]
fn neighbours_of_one_share_are_one_step() {
    let tiers = [(72, 100), (48, 100), (24, 0)].map(|(hours, percent)| Tier { hours, percent }).to_vec();
    let terms = Terms { tiers, ..Terms::standard() };
    let curve = terms.curve(Fen(100), start(), before(100));
    assert_eq!(
        curve.iter().map(|step| (step.until, step.percent)).collect::<Vec<_>>(),
        [(Some(before(48)), 100), (None, 0)]
    );
    assert_eq!(terms.free_until(start(), before(50)), Some(before(48)));
}

#[test]
fn free_cancellation_ends_with_the_last_full_tier() {
    let terms = Terms::standard();
    assert_eq!(terms.free_until(start(), before(48)), Some(before(48)));
    assert_eq!(terms.free_until(start(), before(48) + TICK), None);
    let never = Terms { tiers: vec![Tier { hours: 24, percent: 90 }], ..Terms::standard() };
    assert_eq!(never.free_until(start(), before(100)), None);
    assert_eq!(Terms { tiers: Vec::new(), ..never }.free_until(start(), before(100)), None);
}

#[test]
fn a_hold_for_the_counter_ends_by_the_rule() {
    let terms = Terms::standard();
    for (now, until, why) in [
        (before(240), before(216), "a day"),
        (before(26), before(2), "both at once"),
        (before(10), before(2), "the counter closes"),
        (before(2), before(2) + TimeDelta::minutes(30), "the shortest hold"),
        (start() - TimeDelta::minutes(150), before(2), "the counter closes in just half an hour"),
        (start() - TimeDelta::minutes(10), start(), "never beyond the start"),
        (start() + TimeDelta::hours(1), start(), "nothing is held after the start"),
    ] {
        assert_eq!(terms.hold_until(now, start()), until, "{why}");
    }
    assert_eq!(terms.online_hold_until(before(240), start()), before(240) + TimeDelta::minutes(30));
    assert_eq!(terms.online_hold_until(start() - TimeDelta::minutes(10), start()), start());
}

#[test]
fn the_standard_terms_are_valid_and_written_in_one_way() {
    let terms = Terms::standard();
    assert_eq!(terms.validate(), Ok(()));
    assert_eq!(
        terms.canonical(),
        "terms/1\ntier 48 100\ntier 24 80\ntier 2 50\nminimum_fee 0\nchange_hours 4\nhold_minutes 30\nextend_minutes 15\ncounter_hours 24\n\
         counter_close_hours 2\nversion standard-1"
    );
}

#[test]
fn what_is_had_instead_of_a_fee_is_part_of_the_text() {
    let relief = Relief { voucher_percent: 80, voucher_days: 365, voucher_single: true, move_days: 30 };
    let terms = Terms { relief, ..Terms::standard() };
    assert_eq!(terms.validate(), Ok(()));
    assert!(terms.canonical().contains("\nvoucher 80 365 single\nfree_move 30\nversion"), "{}", terms.canonical());
    let offer = relief.voucher(Fen(1_001), start()).unwrap();
    assert_eq!(offer.worth, Fen(801));
    let last = crate::voucher::last_day(offer.expires);
    assert_eq!(last, crate::time::day_of(start() + TimeDelta::days(365)));
    assert_eq!(offer.expires, crate::time::at(last.succ_opt().unwrap(), chrono::NaiveTime::MIN));
    assert_eq!(relief.voucher(Fen::ZERO, start()), None);
    assert_eq!(Relief::default().voucher(Fen(1_000), start()), None);
}

#[test]
fn terms_that_make_no_sense_are_refused_with_every_reason() {
    let tiers = [(24, 50), (24, 101), (9_000, 10)].map(|(hours, percent)| Tier { hours, percent }).to_vec();
    let terms = Terms {
        version: " ".to_owned(),
        tiers,
        minimum_fee: Fen(-1),
        change_hours: 9_000,
        change_fee: Fen(-1),
        change_price: PriceRule::Same,
        hold_minutes: 0,
        extend_minutes: 0,
        counter_hours: 9_000,
        counter_close_hours: 9_000,
        relief: Relief { voucher_percent: 101, voucher_days: 0, voucher_single: false, move_days: 366 },
    };
    let found: Vec<_> = terms.validate().unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect();
    let expected = [
        ("version", "required"),
        ("tiers", "too-many"),
        ("tiers", "too-many"),
        ("tiers", "hours-not-falling"),
        ("tiers", "percent-rising"),
        ("tiers", "hours-not-falling"),
        ("minimum_fee", "too-few"),
        ("change_hours", "too-many"),
        ("change_fee", "too-few"),
        ("hold_minutes", "too-few"),
        ("counter_hours", "too-many"),
        ("counter_close_hours", "too-many"),
        ("voucher_percent", "too-many"),
        ("voucher_days", "too-few"),
        ("move_days", "too-many"),
    ];
    assert_eq!(found, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
}

proptest! {
    #[test]
    fn a_refund_is_the_models(terms in any_terms(), paid in -10i64..10_000_000, lead in -200i64..300, ticks in -1i64..=1) {
        prop_assert_eq!(terms.validate(), Ok(()));
        let now = before(lead) + TICK * i32::try_from(ticks).unwrap();
        let expected = model(&terms, paid, i128::from(lead) * 3_600_000_000 - i128::from(ticks));
        prop_assert_eq!(terms.refund(Fen(paid), start(), now), Fen(expected));
    }

    #[test]
    fn what_is_quoted_is_what_is_given_at_every_edge(terms in any_terms(), paid in 0i64..10_000_000, asked in 0i64..300) {
        let asked = before(asked);
        let curve = terms.curve(Fen(paid), start(), asked);
        let given = |now: Instant| terms.refund(Fen(paid), start(), now);
        prop_assert_eq!(curve[0].refund, given(asked));
        for pair in curve.windows(2) {
            let edge = pair[0].until.unwrap();
            prop_assert!(edge >= asked);
            for (now, step) in [(edge - TICK, &pair[0]), (edge, &pair[0]), (edge + TICK, &pair[1])] {
                if now >= asked {
                    prop_assert_eq!(step.refund, given(now));
                    let lead = i128::from((start() - now).num_microseconds().unwrap());
                    prop_assert_eq!(step.refund.0, model(&terms, paid, lead));
                }
            }
            prop_assert!(pair[0].refund >= pair[1].refund && pair[0].percent > pair[1].percent);
            prop_assert!(pair[1].until.is_none_or(|until| until > edge));
        }
        let last = &curve[curve.len() - 1];
        prop_assert_eq!((last.until, last.percent, last.refund), (None, 0, Fen::ZERO));
    }

    #[test]
    fn free_means_all_of_it(terms in any_terms(), asked in 0i64..300) {
        let asked = before(asked);
        let paid = Fen(12_345);
        match terms.free_until(start(), asked) {
            Some(until) => {
                prop_assert_eq!(terms.refund(paid, start(), until), paid);
                prop_assert!(terms.refund(paid, start(), until + TICK) < paid);
            }
            None => prop_assert!(terms.refund(paid, start(), asked) < paid),
        }
    }

    #[test]
    fn a_hold_is_never_beyond_the_start_nor_shorter_than_promised(terms in any_terms(), lead in 0i64..20_000) {
        let now = start() - TimeDelta::minutes(lead);
        let shortest = now + TimeDelta::minutes(i64::from(terms.hold_minutes));
        for until in [terms.hold_until(now, start()), terms.online_hold_until(now, start())] {
            prop_assert!(until <= start());
            prop_assert!(until >= shortest || until == start());
        }
    }

    #[test]
    fn wild_terms_and_times_never_panic(
        tiers in proptest::collection::vec((any::<u32>(), any::<u32>()), 0..6),
        numbers: [u32; 4], fee: i64, paid: i64, starts: i64, now: i64,
    ) {
        let tiers = tiers.into_iter().map(|(hours, percent)| Tier { hours, percent }).collect();
        let [change_hours, hold_minutes, counter_hours, counter_close_hours] = numbers;
        let terms = Terms {
            tiers, minimum_fee: Fen(fee), change_hours, hold_minutes, counter_hours, counter_close_hours, ..Terms::standard()
        };
        let (starts, now) = (from_micros(starts), from_micros(now));
        let back = terms.refund(Fen(paid), starts, now);
        prop_assert!(back >= Fen::ZERO && back <= Fen(paid.max(0)));
        prop_assert_eq!(terms.curve(Fen(paid), starts, now)[0].refund, back);
        let _ = (terms.free_until(starts, now), terms.hold_until(now, starts), terms.online_hold_until(now, starts));
        let _ = (terms.validate(), terms.canonical());
    }

    #[test]
    fn different_terms_are_written_differently(one in any_terms(), other in any_terms(), name in "[a-z\n 0-9]{0,20}") {
        prop_assert_eq!(one.canonical() == other.canonical(), one == other);
        let renamed = Terms { version: name, ..one.clone() };
        prop_assert_eq!(one.canonical() == renamed.canonical(), one == renamed);
        let json = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(serde_json::from_str::<Terms>(&json).unwrap().canonical(), one.canonical());
    }
}
