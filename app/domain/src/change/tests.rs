//! Changes and cancellations against small models: one that thinks in single units and pays each of them by itself, and one that
//! tells a cancellation by the hours left.

use chrono::{Days, NaiveTime, TimeDelta};
use i18n::Localized;
use proptest::prelude::*;

use super::*;
use crate::{
    Fen, Instant,
    booking::{Item, Line},
    catalogue::Wish,
    terms::{PriceRule, Terms, Tier},
    testing::today,
};

const TICK: TimeDelta = TimeDelta::microseconds(1);

fn start() -> Instant {
    "2026-12-01T06:00:00Z".parse().unwrap()
}

fn before_start(hours: i64) -> Instant {
    start() - TimeDelta::hours(hours)
}

fn night(after: u64) -> Item {
    Item::Night(today() + Days::new(after))
}

fn breakfast() -> Item {
    Item::Extra(Localized { hans: "早餐".to_owned(), hant: "早餐".to_owned() })
}

fn line(item: Item, count: u32, yuan: i64) -> Line {
    Line { item, count, each: Fen::yuan(yuan), total: Fen::yuan(yuan) * count }
}

/// Two rooms for two nights at 400 and 500 yuan.
fn stay() -> Vec<Line> {
    vec![line(night(0), 2, 400), line(night(1), 2, 500)]
}

fn changed(terms: &Terms, old: &[Line], floor: i64, new: &[Line], moved: bool, now: Instant) -> Priced {
    let before = Before { confirmed: true, lines: old, starts: start(), floor: Fen(floor), terms, free: false };
    let starts = if moved { start() + TimeDelta::days(30) } else { start() };
    price(&before, &Wanted { lines: new, same_offer: true, starts }, now)
}

#[test]
fn what_stays_keeps_the_price_it_was_sold_at() {
    let terms = Terms::standard();
    let dearer = [line(night(0), 2, 900), line(night(1), 2, 900), line(night(2), 2, 900)];
    let longer = changed(&terms, &stay(), 0, &dearer, false, before_start(10));
    assert_eq!(longer.difference, Fen::yuan(1_800), "a night more, at the price of now");
    assert_eq!(longer.lines, [stay(), vec![line(night(2), 2, 900)]].concat());
    let more = changed(&terms, &stay(), 0, &[line(night(0), 3, 450), line(night(1), 3, 500)], false, before_start(10));
    let lines = [line(night(0), 2, 400), line(night(0), 1, 450), line(night(1), 3, 500)];
    assert_eq!((more.difference, more.lines), (Fen::yuan(950), lines.to_vec()), "a room more");
}

#[test]
fn what_is_given_up_is_cancelled_by_the_terms() {
    let terms = Terms::standard();
    let shorter = |hours| changed(&terms, &stay(), 0, &[line(night(0), 2, 900)], false, before_start(hours));
    for (hours, fee) in [(48, 0), (24, 200), (2, 500), (1, 1_000)] {
        let priced = shorter(hours);
        assert_eq!((priced.given_up, priced.fee), (Fen::yuan(1_000), Fen::yuan(fee)), "{hours} hours before");
        assert_eq!(priced.difference, Fen::yuan(fee - 1_000));
        assert_eq!(priced.total, Fen::yuan(800));
    }
    let fewer = changed(&terms, &stay(), 0, &[line(night(0), 1, 900), line(night(1), 1, 900)], false, before_start(24));
    assert_eq!((fewer.given_up, fewer.fee), (Fen::yuan(900), Fen::yuan(180)), "a room less");
}

#[test]
fn what_is_moved_is_exchanged_and_its_price_counts_in_full() {
    let terms = Terms { change_fee: Fen::yuan(30), ..Terms::standard() };
    let later = [line(night(30), 2, 600), line(night(31), 2, 300)];
    let moved = changed(&terms, &stay(), 0, &later, true, before_start(10));
    assert_eq!((moved.given_up, moved.fee, moved.change_fee), (Fen::ZERO, Fen::ZERO, Fen::yuan(30)));
    assert_eq!(moved.difference, Fen::yuan(30));
    assert_eq!(moved.floor, Fen::yuan(900), "half of the price, the fee of ten hours before");
    // Moved and shortened: the last night is given up at the old time's share.
    let moved = changed(&terms, &stay(), 0, &later[..1], true, before_start(10));
    assert_eq!((moved.given_up, moved.fee), (Fen::yuan(1_000), Fen::yuan(500)));
    assert_eq!(moved.floor, Fen::yuan(400), "half of what was not given up");
}

#[test]
fn an_extra_goes_along_and_costs_its_share_when_left_out() {
    let terms = Terms::standard();
    let old = [stay(), vec![line(breakfast(), 4, 50)]].concat();
    let later = [line(night(30), 2, 400), line(night(31), 2, 500), line(breakfast(), 4, 80)];
    assert_eq!(
        changed(&terms, &old, 0, &later, true, before_start(10)).difference,
        Fen::ZERO,
        "breakfast keeps its price"
    );
    let without = changed(&terms, &old, 0, &later[..2], true, before_start(10));
    assert_eq!((without.given_up, without.fee, without.difference), (Fen::yuan(200), Fen::yuan(100), Fen::yuan(-100)));
}

#[test]
fn what_is_only_held_changes_without_fees() {
    let terms = Terms { change_fee: Fen::yuan(30), ..Terms::standard() };
    let (old, new) = (stay(), [line(night(30), 1, 100)]);
    let before =
        Before { confirmed: false, lines: &old, starts: start(), floor: Fen::ZERO, terms: &terms, free: false };
    let priced = price(&before, &Wanted { lines: &new, same_offer: false, starts: start() + TICK }, before_start(1));
    assert_eq!((priced.fee, priced.change_fee, priced.floor), (Fen::ZERO, Fen::ZERO, Fen::ZERO));
    assert_eq!(priced.difference, Fen::yuan(100 - 1_800));
}

#[test]
fn moving_away_first_saves_no_fee_however_often_it_is_done() {
    let terms = Terms::standard();
    let mut lines = vec![line(Item::Seat, 4, 100)];
    let (mut floor, mut starts, now) = (Fen::ZERO, start(), before_start(10));
    let kept_at_once = terms.fee(Fen::yuan(400), starts, now);
    for _ in 0..3 {
        let before = Before { confirmed: true, lines: &lines, starts, floor, terms: &terms, free: false };
        starts += TimeDelta::days(10);
        let priced = price(&before, &Wanted { lines: &lines, same_offer: true, starts }, now);
        (floor, lines) = (priced.floor, priced.lines);
        assert_eq!(priced.difference, Fen::ZERO);
    }
    let sold = Sold {
        confirmed: true,
        total: Fen::yuan(400),
        kept: Fen::yuan(400),
        fees: Fen::ZERO,
        floor,
        starts,
        terms: &terms,
    };
    assert_eq!(sold.cancellation(now).fee, kept_at_once);
    // Nor does giving up three of four seats first, and the last one then.
    let before = Before { confirmed: true, lines: &lines, starts, floor, terms: &terms, free: false };
    let one = [line(Item::Seat, 1, 100)];
    let priced = price(&before, &Wanted { lines: &one, same_offer: true, starts }, now);
    let (total, fees, kept) = (priced.total, priced.fee, Fen::yuan(400) + priced.difference);
    let rest = Sold { total, kept, fees, floor: priced.floor, ..sold }.cancellation(now);
    assert_eq!(priced.fee + rest.fee, kept_at_once);
}

#[test]
fn a_fee_above_what_was_paid_is_still_due() {
    let terms = Terms::standard();
    let money = |kept, floor| {
        let (total, kept, fees, floor) = (Fen::yuan(100), Fen::yuan(kept), Fen::ZERO, Fen::yuan(floor));
        Sold { confirmed: true, total, kept, fees, floor, starts: start(), terms: &terms }
            .cancellation(before_start(100))
    };
    assert_eq!(money(100, 500), Cancellation { fee: Fen::yuan(500), refund: Fen::ZERO, due: Fen::yuan(400) });
    assert_eq!(money(100, 60), Cancellation { fee: Fen::yuan(60), refund: Fen::yuan(40), due: Fen::ZERO });
    assert_eq!(money(100, 0), Cancellation { fee: Fen::ZERO, refund: Fen::yuan(100), due: Fen::ZERO });
}

#[test]
fn the_curve_shows_the_floor() {
    let terms = Terms::standard();
    let sold = Sold {
        confirmed: true,
        total: Fen::yuan(100),
        kept: Fen::yuan(100),
        fees: Fen::ZERO,
        floor: Fen::yuan(30),
        starts: start(),
        terms: &terms,
    };
    let curve: Vec<_> =
        sold.curve(before_start(100)).iter().map(|step| (step.until, step.percent, step.refund)).collect();
    let steps =
        [(Some(before_start(24)), 70, Fen::yuan(70)), (Some(before_start(2)), 50, Fen::yuan(50)), (None, 0, Fen::ZERO)];
    assert_eq!(curve, steps, "the first two steps are one");
}

#[test]
fn operations_say_what_becomes_of_what() {
    let day = today();
    let wish = Wish { day, nights: 2, units: 1, heads: 2, at: None, extras: vec!["tea".to_owned()] };
    let from = Asked { slug: "lake".to_owned(), wish: wish.clone(), free: false };
    assert_eq!(operations(&from, &from), []);
    let wish = Wish { day: day + Days::new(1), nights: 1, units: 2, heads: 3, extras: Vec::new(), ..wish };
    let to = Asked { slug: "hill".to_owned(), wish, free: false };
    let all = [
        Operation::Offer("lake".to_owned(), "hill".to_owned()),
        Operation::Day(day, day + Days::new(1)),
        Operation::Nights(2, 1),
        Operation::Rooms(1, 2),
        Operation::Heads(2, 3),
        Operation::Extras(vec!["tea".to_owned()], Vec::new()),
    ];
    assert_eq!(operations(&from, &to), all);
    let at = |hour| Some(NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
    let seat = |hour| {
        let wish = Wish { nights: 1, at: at(hour), ..from.wish.clone() };
        Asked { slug: "bus".to_owned(), wish, free: false }
    };
    assert_eq!(operations(&seat(8), &seat(9)), [Operation::Time(at(8).unwrap(), at(9).unwrap())]);
}

#[test]
fn a_price_rule_knows_what_may_follow() {
    for (rule, lower, same, higher) in [
        (PriceRule::Any, true, true, true),
        (PriceRule::Least, false, true, true),
        (PriceRule::Same, false, true, false),
    ] {
        let allowed = [9, 10, 11].map(|after| rule.allows(Fen(10), Fen(after)));
        assert_eq!(allowed, [lower, same, higher], "{rule}");
    }
}

/// Every edge of every tier, to the microsecond, at midnight, at the ends of months and years and on a 29th of February.
#[test]
fn every_edge_is_exact() {
    let tiers = [(168, 90), (48, 70), (24, 40), (2, 10)].map(|(hours, percent)| Tier { hours, percent }).to_vec();
    let terms = Terms { tiers, minimum_fee: Fen(500), ..Terms::standard() };
    let (total, mut edges) = (Fen(99_999), 0);
    let third = |item: Item, count: u32| Line { item, count, each: Fen(33_333), total: Fen(33_333) * count };
    // All that is sold of each kind, and what is left where two thirds of it are given up.
    let sold = [
        (vec![third(Item::Head, 3)], third(Item::Head, 1)),
        (vec![third(night(0), 1), third(night(1), 2)], third(night(0), 1)),
        (vec![third(Item::Seat, 2), third(breakfast(), 1)], third(breakfast(), 1)),
    ];
    for starts in [
        "2026-12-01T16:00:00Z", // midnight in Shanghai
        "2026-12-31T16:00:00Z", // the first instant of a year
        "2027-01-31T15:59:59.999999Z",
        "2028-02-29T04:00:00Z",
        "2028-02-28T16:00:00Z",
        "2028-03-01T00:00:00Z",
    ] {
        let starts: Instant = starts.parse().unwrap();
        let until = starts - TimeDelta::hours(i64::from(terms.change_hours));
        assert_eq!(terms.change_until(starts), until, "the last instant to move what starts at {starts}");
        for (position, tier) in terms.tiers.iter().enumerate() {
            let edge = starts - TimeDelta::hours(i64::from(tier.hours));
            let after = terms.tiers.get(position + 1).map_or(0, |next| next.percent);
            for (now, percent) in [(edge - TICK, tier.percent), (edge, tier.percent), (edge + TICK, after)] {
                let back = |of: i64| (i128::from(of) * i128::from(percent) * 2 + 100) / 200;
                let whole = Sold {
                    confirmed: true,
                    total,
                    kept: total,
                    fees: Fen::ZERO,
                    floor: Fen::ZERO,
                    starts,
                    terms: &terms,
                };
                let quote = whole.cancellation(now);
                assert_eq!(i128::from(quote.refund.0), back(total.0), "{percent} % at {now}");
                assert_eq!(whole.curve(now)[0].refund, quote.refund, "what is shown at {now}");
                for (lines, left) in &sold {
                    let before =
                        Before { confirmed: true, lines, starts, floor: Fen::ZERO, terms: &terms, free: false };
                    let later = Wanted { lines, same_offer: true, starts: starts + TimeDelta::days(1) };
                    assert_eq!(price(&before, &later, now).floor, quote.fee, "what moving takes along at {now}");
                    let less = Wanted { lines: std::slice::from_ref(left), same_offer: true, starts };
                    let less = price(&before, &less, now);
                    assert_eq!((less.given_up, less.floor), (Fen(66_666), Fen::ZERO), "{lines:?}");
                    assert_eq!(i128::from(-less.difference.0), back(66_666), "{percent} % of a part at {now}");
                    edges += 1;
                }
            }
        }
    }
    assert_eq!(edges, 216);
}

/// One unit of the reference: what it is, by a number, and what it costs.
type Unit = (u8, i64);

fn units(counts: &[(u8, u8, i64)]) -> Vec<Unit> {
    counts.iter().flat_map(|(item, count, each)| std::iter::repeat_n((*item, *each), usize::from(*count))).collect()
}

fn as_lines(counts: &[(u8, u8, i64)]) -> Vec<Line> {
    let known = |(item, count, each): &(u8, u8, i64)| Line {
        item: night(u64::from(*item)),
        count: u32::from(*count),
        each: Fen(*each),
        total: Fen(*each) * u32::from(*count),
    };
    counts.iter().filter(|(_, count, _)| *count > 0).map(known).collect()
}

/// The reference: takes units one by one from piles, and knows nothing of lines. Gives the new price and what is given up.
fn by_hand(old: &[Unit], new: &[Unit]) -> (i64, i64) {
    let (mut pile, mut total, mut coming) = (old.to_vec(), 0, 0_usize);
    for (item, each) in new {
        match pile.iter().position(|(known, _)| known == item) {
            Some(position) => total += pile.remove(position).1,
            None => (total, coming) = (total + each, coming + 1),
        }
    }
    let given_up = pile.iter().skip(coming).map(|(_, each)| each).sum();
    (total, given_up)
}

prop_compose! {
    /// Some nights, each with so many rooms at a price.
    fn any_nights()(counts in proptest::collection::btree_map(0u8..8, (0u8..4, 1i64..90_000), 1..6)) -> Vec<(u8, u8, i64)> {
        counts.into_iter().map(|(item, (count, each))| (item, count, each)).collect()
    }
}

proptest! {
    #[test]
    fn a_change_costs_what_single_units_cost(
        old in any_nights(), new in any_nights(), floor in 0i64..50_000, lead in 0i64..100, moved: bool,
    ) {
        let terms = Terms { change_fee: Fen(777), minimum_fee: Fen(300), ..Terms::standard() };
        let now = before_start(lead);
        let priced = changed(&terms, &as_lines(&old), floor, &as_lines(&new), moved, now);
        let (total, given_up) = by_hand(&units(&old), &units(&new));
        prop_assert_eq!((priced.total.0, priced.given_up.0), (total, given_up));
        let sum: i64 = units(&old).iter().map(|(_, each)| each).sum();
        prop_assert_eq!(priced.lines.iter().map(|line| line.total).sum::<Fen>(), priced.total);
        prop_assert_eq!(priced.difference.0, total + priced.fee.0 + priced.change_fee.0 - sum);
        prop_assert!(priced.fee >= terms.fee(Fen(given_up), start(), now));
        prop_assert!(priced.fee.0 <= given_up.max(floor) && priced.floor >= Fen::ZERO);
        prop_assert_eq!(priced.change_fee.0, if moved { 777 } else { 0 });
    }

    /// Giving up in two goes never costs less than at once, but for a fen of rounding in each.
    #[test]
    fn two_goes_are_no_cheaper_than_one(first in 1u32..5, rest in 1u32..5, lead in 0i64..60, floor in 0i64..40_000) {
        let (terms, now) = (Terms::standard(), before_start(lead));
        let all = [Line { item: Item::Head, count: first + rest, each: Fen(9_999), total: Fen(9_999) * (first + rest) }];
        let part = [Line { item: Item::Head, count: rest, each: Fen(9_999), total: Fen(9_999) * rest }];
        let whole = Sold {
            confirmed: true, total: all[0].total, kept: all[0].total, fees: Fen::ZERO, floor: Fen(floor), starts: start(),
            terms: &terms,
        };
        let priced = changed(&terms, &all, floor, &part, false, now);
        let then = Sold { total: priced.total, fees: priced.fee, floor: priced.floor, ..whole };
        let kept = whole.kept + priced.difference;
        let then = Sold { kept, ..then }.cancellation(now);
        prop_assert!(priced.fee.0 + then.fee.0 + 2 >= whole.cancellation(now).fee.0);
    }

    #[test]
    fn money_is_conserved_by_a_cancellation(
        total in 0i64..1_000_000, kept in 0i64..1_000_000, fees in 0i64..10_000, floor in 0i64..500_000, lead in -50i64..100,
        confirmed: bool,
    ) {
        let terms = Terms { minimum_fee: Fen(1_234), ..Terms::standard() };
        let sold = Sold {
            confirmed, total: Fen(total), kept: Fen(kept), fees: Fen(fees), floor: Fen(floor), starts: start(), terms: &terms,
        };
        let quote = sold.cancellation(before_start(lead));
        prop_assert_eq!(kept - fees - quote.fee.0, quote.refund.0 - quote.due.0);
        prop_assert!(quote.refund >= Fen::ZERO && quote.due >= Fen::ZERO && (quote.refund == Fen::ZERO || quote.due == Fen::ZERO));
        prop_assert!(quote.refund.0 <= kept);
    }
}
