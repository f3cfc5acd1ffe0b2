//! A million random steps: bookings paid and not paid in time, changed, changes taken back or too late, divided, given up, some paid in
//! part with vouchers that others left. Beside it a reference that knows neither lines nor terms: it pays for single units and with
//! single coins, and tells shares by a table of hours.

mod by_hand;
mod purse;

use std::collections::BTreeMap;

use chrono::{Days, TimeDelta};

use self::{
    by_hand::{ByHand, Goes},
    purse::Purse,
};
use super::*;
use crate::{
    Fen, Instant,
    booking::{Item, Line, Status},
    payment::{Arrival, Reason, Settlement, settle, split},
    terms::{Relief, Terms},
    testing::{Dice, today},
    voucher::VoucherKind,
};

/// Steps in all.
const STEPS: usize = 1_000_000;

/// Bookings at a time.
const BOOKINGS: usize = 5;

/// Vouchers by when they were given.
type Purses = BTreeMap<usize, Purse>;

/// One booking of the machines beside its reference.
struct Pair {
    status: Status,
    lines: Vec<Line>,
    starts: Instant,
    floor: Fen,
    fees: Fen,
    /// What is left of each payment.
    payments: Vec<Fen>,
    /// All that came and all that went back.
    came: Fen,
    went: Fen,
    /// A part of it was paid with this voucher.
    by_voucher: Option<(usize, i64)>,
    by_hand: ByHand,
}

/// How often what was done.
#[derive(Debug, Default)]
struct Tally {
    changed: usize,
    taken_back: usize,
    expired: usize,
    late: usize,
    divided: usize,
    given_up: usize,
    vouchers: usize,
}

fn night(after: u64) -> Item {
    Item::Night(today() + Days::new(after))
}

fn lines(units: &[(u64, i64)]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (after, each) in units {
        match lines.iter_mut().find(|line| line.item == night(*after)) {
            Some(line) => (line.count, line.total) = (line.count + 1, line.each * (line.count + 1)),
            None => lines.push(Line { item: night(*after), count: 1, each: Fen(*each), total: Fen(*each) }),
        }
    }
    lines
}

/// Some rooms on some nights in a row, one price a night, that no other night of late had: so that "the last ones" are the same ones
/// for whoever counts lines and whoever counts units.
fn wish(dice: &mut Dice, prices: &mut i64) -> Vec<(u64, i64)> {
    let (first, nights, rooms) = (dice.throw(12), 1 + dice.throw(4), 1 + dice.throw(3));
    let mut units = Vec::new();
    for night in first..first + nights {
        *prices = (*prices + 61_803) % 99_991;
        units.extend(std::iter::repeat_n((u64::try_from(night).unwrap(), *prices + 1), rooms));
    }
    units
}

fn begins(units: &[(u64, i64)]) -> Instant {
    let first = units.iter().map(|(night, _)| *night).min().unwrap_or_default();
    crate::time::at(today() + Days::new(first + 30), chrono::NaiveTime::MIN)
}

fn hours(dice: &mut Dice) -> i64 {
    i64::try_from(dice.throw(80)).unwrap()
}

impl Pair {
    /// Held, and not paid yet.
    fn new(dice: &mut Dice, prices: &mut i64) -> Self {
        let units = wish(dice, prices);
        Self {
            status: Status::Held,
            lines: lines(&units),
            starts: begins(&units),
            floor: Fen::ZERO,
            fees: Fen::ZERO,
            payments: Vec::new(),
            came: Fen::ZERO,
            went: Fen::ZERO,
            by_voucher: None,
            by_hand: ByHand { units, ..ByHand::default() },
        }
    }

    fn total(&self) -> Fen {
        self.lines.iter().map(|line| line.total).sum()
    }

    fn kept(&self) -> Fen {
        self.came - self.went
    }

    fn before<'a>(&'a self, terms: &'a Terms) -> Before<'a> {
        let confirmed = self.status == Status::Confirmed;
        Before { confirmed, lines: &self.lines, starts: self.starts, floor: self.floor, terms, free: false }
    }

    /// Money comes, and what the machine says is done with it.
    fn receives(&mut self, asked: Fen, due: Fen, change: Option<bool>) -> Settlement {
        let outcome = settle(Arrival { booking: self.status, asked, due, received: asked, change });
        self.came = self.came + asked;
        self.payments.push(asked);
        if let Settlement::GiveBack(_) = outcome {
            self.gives_back(asked);
        }
        outcome
    }

    fn gives_back(&mut self, amount: Fen) {
        if amount == Fen::ZERO {
            return;
        }
        for (position, part) in split(&self.payments, amount).expect("no more than was paid") {
            assert!(part > Fen::ZERO && part <= self.payments[position]);
            self.payments[position] = self.payments[position] - part;
        }
        self.went = self.went + amount;
    }

    /// Nothing is lost, nothing is new: units, prices, money.
    fn agrees(&self) {
        let mut taken = BTreeMap::new();
        for line in &self.lines {
            let Item::Night(day) = line.item else { panic!("{line:?}") };
            *taken.entry(u64::try_from((day - today()).num_days()).unwrap()).or_default() += line.count;
        }
        assert_eq!(taken, self.by_hand.taken(), "units are conserved");
        assert_eq!(self.total().0, self.by_hand.price());
        assert_eq!((self.fees.0, self.floor.0), (self.by_hand.fees, self.by_hand.floor));
        assert_eq!(self.kept().0, self.by_hand.paid, "money is conserved");
        assert_eq!(self.payments.iter().copied().sum::<Fen>(), self.kept());
        assert!(self.went <= self.came);
    }

    /// Pays, or does not in time; what comes too late finds the units gone every other time.
    fn is_paid(&mut self, dice: &mut Dice, purses: &mut Purses, tally: &mut Tally) {
        let total = self.total();
        let settlement = match dice.throw(8) {
            0 => {
                self.status = Status::Expired;
                tally.expired += 1;
                if dice.throw(2) == 0 {
                    return;
                }
                Settlement::Retake
            }
            _ => Settlement::Confirm,
        };
        // The attempt of an amount that has become another one.
        if dice.throw(8) == 0 {
            let stale = self.receives(total + Fen(1), total, None);
            assert_eq!(stale, Settlement::GiveBack(Reason::Stale));
        }
        assert_eq!(self.receives(total, total, None), settlement);
        if settlement == Settlement::Retake && dice.throw(2) == 0 {
            self.gives_back(total);
            return;
        }
        self.status = Status::Confirmed;
        self.by_hand.paid = total.0;
        assert_eq!(self.receives(total, Fen::ZERO, None), Settlement::GiveBack(Reason::Twice));
        self.is_paid_by(dice, purses);
    }

    fn changes(&mut self, dice: &mut Dice, prices: &mut i64, terms: &Terms, tally: &mut Tally) {
        let (wanted, hours) = (wish(dice, prices), hours(dice));
        let (now, starts) = (self.starts - TimeDelta::hours(hours), begins(&wanted));
        let asked = lines(&wanted);
        let priced = price(&self.before(terms), &Wanted { lines: &asked, same_offer: true, starts }, now);
        let is_paid = self.status == Status::Confirmed;
        if is_paid && priced.difference > Fen::ZERO && !self.settles(dice, priced.difference, tally) {
            return;
        }
        if is_paid && priced.difference < Fen::ZERO {
            self.gives_back(Fen::ZERO - priced.difference);
        }
        self.by_hand.becomes(&wanted, starts != self.starts, hours, is_paid);
        self.fees = self.fees + priced.fee;
        (self.lines, self.starts, self.floor) = (priced.lines, starts, priced.floor);
        tally.changed += 1;
    }

    /// Whether the difference of an open change comes while it is open.
    fn settles(&mut self, dice: &mut Dice, difference: Fen, tally: &mut Tally) -> bool {
        let mut change = ChangeStatus::Open;
        let step = [ChangeStep::Settle, ChangeStep::Settle, ChangeStep::Undo, ChangeStep::Lapse][dice.throw(4)];
        change = change.after(step).expect("it is open");
        assert!(
            [ChangeStep::Settle, ChangeStep::Undo, ChangeStep::Lapse].iter().all(|step| change.after(*step).is_none())
        );
        if change == ChangeStatus::Settled {
            assert_eq!(self.receives(difference, difference, Some(true)), Settlement::Change);
            return true;
        }
        tally.taken_back += 1;
        if dice.throw(2) == 0 {
            tally.late += 1;
            let late = self.receives(difference, Fen::ZERO, Some(false));
            assert_eq!(late, Settlement::GiveBack(Reason::Late), "the booking is as it was");
        }
        false
    }

    /// A part becomes a booking of its own, if there is a part.
    fn is_divided(&mut self, dice: &mut Dice, terms: &Terms) -> Option<Self> {
        let nights: Vec<u64> = self.by_hand.taken().into_keys().collect();
        let rooms = self.by_hand.taken().values().copied().min().unwrap_or_default();
        let (cut, goes) = if nights.len() > 1 && dice.throw(2) == 0 {
            let from = nights[1 + dice.throw(nights.len() - 1)];
            (Cut::From(today() + Days::new(from)), Goes::From(from))
        } else if rooms > 1 {
            let units = 1 + dice.throw(usize::try_from(rooms).unwrap() - 1);
            let go = u32::try_from(units).unwrap();
            (Cut::Units { units: go, heads: go }, Goes::Rooms(units))
        } else {
            return None;
        };
        let hours = hours(dice);
        let whole = Undivided {
            units: rooms,
            heads: rooms,
            day: today() + Days::new(nights[0]),
            nights: u32::try_from(nights.len()).unwrap(),
            lines: &self.lines,
            floor: self.floor,
            starts: self.starts,
            terms,
        };
        let divided = divide(&whole, cut, self.starts - TimeDelta::hours(hours)).expect("a part");
        let by_hand = self.by_hand.divided(&goes, hours);
        let part = divided.goes.total();
        let mut payments = Vec::new();
        for (position, share) in split(&self.payments, part).expect("it is paid for") {
            self.payments[position] = self.payments[position] - share;
            payments.push(share);
        }
        self.came = self.came - part;
        (self.lines, self.floor) = (divided.stays.lines, divided.stays.floor);
        Some(Self {
            status: Status::Confirmed,
            lines: divided.goes.lines,
            starts: begins(&by_hand.units),
            floor: divided.goes.floor,
            fees: Fen::ZERO,
            payments,
            came: part,
            went: Fen::ZERO,
            by_voucher: None,
            by_hand,
        })
    }

    /// A voucher that somebody has left pays a part of it.
    fn is_paid_by(&mut self, dice: &mut Dice, purses: &mut Purses) {
        let usable = purses.iter_mut().find(|(_, purse)| purse.coins > 0 && !purse.lent);
        if let Some((which, purse)) = usable.filter(|_| dice.throw(2) == 0) {
            self.by_voucher = Some((*which, purse.coins));
            purse.pays(self.kept().0);
        }
    }

    /// Gives the voucher for what was lost, if there is one.
    fn is_given_up(&mut self, dice: &mut Dice, terms: &Terms, purses: &mut Purses) -> Option<Purse> {
        let hours = hours(dice);
        let (total, by_hand) = (Fen(self.by_hand.price()), &self.by_hand);
        let sold = Sold {
            confirmed: true,
            total,
            kept: self.kept(),
            fees: self.fees,
            floor: self.floor,
            starts: self.starts,
            terms,
        };
        let quote = sold.cancellation(self.starts - TimeDelta::hours(hours));
        let fee = ByHand::kept(total.0, hours).max(by_hand.floor);
        assert_eq!(quote.fee.0, fee);
        assert_eq!(quote.refund.0 - quote.due.0, by_hand.paid - by_hand.fees - fee, "refund or due, never both");
        assert!(quote.refund <= self.kept() && (quote.refund == Fen::ZERO || quote.due == Fen::ZERO));
        let lost = by_hand.paid - by_hand.fees - quote.refund.0;
        self.gives_back(quote.refund);
        self.status = Status::Cancelled;
        if quote.due > Fen::ZERO {
            assert_eq!(
                self.receives(quote.due, quote.due, None),
                Settlement::Keep,
                "a fee that is due does not expire"
            );
        }
        if let Some((which, before)) = self.by_voucher {
            let purse = purses.get_mut(&which).expect("it was lent");
            let part = purse.uses.last().expect("a use").amount;
            purse.has_back(quote.refund.min(part).0, before);
            if purse.coins == 0 {
                purses.remove(&which);
            }
        }
        let offer = terms.relief.voucher(Fen(lost), self.starts);
        assert_eq!(offer.as_ref().map_or(0, |offer| offer.worth.0), (lost.max(0) * 80 * 2 + 100) / 200);
        let kind = if dice.throw(2) == 0 { VoucherKind::Single } else { VoucherKind::Balance };
        offer.map(|offer| Purse { kind, worth: offer.worth, uses: Vec::new(), coins: offer.worth.0, lent: false })
    }
}

#[test]
fn a_million_random_steps_agree_with_single_units() {
    let relief = Relief { voucher_percent: 80, voucher_days: 365, ..Relief::default() };
    let (mut dice, mut prices, terms) = (Dice(20_261_127), 0, Terms { relief, ..Terms::standard() });
    let (mut purses, mut tally, mut pairs): (_, _, Vec<Pair>) = (Purses::new(), Tally::default(), Vec::new());
    for step in 0..STEPS {
        if pairs.len() < BOOKINGS {
            pairs.push(Pair::new(&mut dice, &mut prices));
        }
        let which = dice.throw(pairs.len());
        match (pairs[which].status, dice.throw(8)) {
            (Status::Held, 0..6) => pairs[which].is_paid(&mut dice, &mut purses, &mut tally),
            // What a voucher paid is not divided.
            (Status::Confirmed, 0) if pairs[which].by_voucher.is_none() => {
                let part = pairs[which].is_divided(&mut dice, &terms);
                tally.divided += usize::from(part.is_some());
                if let Some(part) = part {
                    part.agrees();
                    pairs.push(part);
                }
            }
            (Status::Confirmed, 1) => {
                let given = pairs[which].is_given_up(&mut dice, &terms, &mut purses);
                tally.given_up += 1;
                tally.vouchers += usize::from(given.is_some());
                purses.extend(given.map(|purse| (step, purse)));
                pairs.swap_remove(which);
                continue;
            }
            _ => pairs[which].changes(&mut dice, &mut prices, &terms, &mut tally),
        }
        pairs[which].agrees();
        if pairs[which].status == Status::Expired {
            assert_eq!(pairs.swap_remove(which).kept(), Fen::ZERO);
        }
    }
    let Tally { changed, taken_back, expired, late, divided, given_up, vouchers } = tally;
    let least = [changed, taken_back, expired, late, divided, given_up, vouchers].into_iter().min();
    assert!(least.is_some_and(|least| least > STEPS / 200), "{tally:?}");
}
