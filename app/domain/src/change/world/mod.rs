//! A million random steps of bookings that share the rooms of some nights: paid and not paid in time, changed, changes left open, paid,
//! taken back or too late, divided, given up, some paid in part with vouchers that others left. Beside it a reference that knows
//! neither lines nor terms: it pays for single units and with single coins, and tells shares by a table of hours.

mod by_hand;
mod pair;
mod purse;
mod slices;

use self::{
    pair::{Pair, Purses},
    slices::{Slices, Units},
};
use crate::{
    Fen,
    booking::Status,
    terms::{Relief, Terms},
    testing::Dice,
};

/// Steps in all.
const STEPS: usize = 1_000_000;

/// Bookings at a time.
const BOOKINGS: usize = 5;

/// How often what was done.
#[derive(Debug, Default)]
struct Tally {
    changed: usize,
    full: usize,
    taken_back: usize,
    expired: usize,
    late: usize,
    divided: usize,
    given_up: usize,
    vouchers: usize,
}

#[test]
fn a_million_random_steps_agree_with_single_units() {
    let relief = Relief { voucher_percent: 80, voucher_days: 365, ..Relief::default() };
    let (mut dice, mut prices, terms) = (Dice(20_261_127), 0, Terms { relief, ..Terms::standard() });
    let (mut purses, mut tally, mut slices) = (Purses::new(), Tally::default(), Slices::default());
    let mut pairs: Vec<Pair> = Vec::new();
    for step in 0..STEPS {
        if pairs.len() < BOOKINGS {
            let new = Pair::new(&mut dice, &mut prices);
            if slices.take(&new.by_hand.taken()) {
                pairs.push(new);
            } else {
                tally.full += 1;
            }
        }
        let which = dice.throw(pairs.len());
        let mut pair = pairs.swap_remove(which);
        match (pair.status, pair.open.take(), dice.throw(8)) {
            // Nothing else is possible before it is paid or taken back.
            (_, Some(open), 0..5) => pair.ends(open, &mut dice, &mut slices, &mut tally),
            (_, Some(open), _) => pair.open = Some(open),
            (Status::Held, _, 0..5) => pair.is_paid(&mut dice, &mut purses, &mut slices),
            (Status::Held, _, 5) => pair.expires(&mut slices, &mut tally),
            (Status::Expired, _, 0..4) => pair.is_paid(&mut dice, &mut purses, &mut slices),
            // Nobody pays for it any more.
            (Status::Expired, ..) => {}
            // What a voucher paid is not divided.
            (Status::Confirmed, _, 0) if pair.by_voucher.is_none() => {
                let part = pair.is_divided(&mut dice, &terms);
                tally.divided += usize::from(part.is_some());
                part.iter().for_each(Pair::agrees);
                pairs.extend(part);
            }
            (Status::Confirmed, _, 1) => {
                slices.give(&pair.by_hand.taken());
                let given = pair.is_given_up(&mut dice, &terms, &mut purses);
                tally.given_up += 1;
                tally.vouchers += usize::from(given.is_some());
                purses.extend(given.map(|purse| (step, purse)));
                continue;
            }
            _ => pair.changes(&mut dice, &mut prices, (&terms, &mut slices), &mut tally),
        }
        pair.agrees();
        if pair.status == Status::Expired && step % 3 == 0 {
            assert_eq!(pair.kept(), Fen::ZERO);
        } else {
            pairs.push(pair);
        }
        let mut held = Units::new();
        let living = pairs.iter().filter(|pair| pair.status != Status::Expired);
        for (night, count) in living.flat_map(Pair::holds) {
            *held.entry(night).or_default() += count;
        }
        slices.are(&held);
    }
    let Tally { changed, full, taken_back, expired, late, divided, given_up, vouchers } = tally;
    let least = [changed, full, taken_back, expired, late, divided, given_up, vouchers].into_iter().min();
    assert!(least.is_some_and(|least| least > STEPS / 200), "{tally:?}");
}
