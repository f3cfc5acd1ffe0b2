//! A booking of the machines beside that of the reference.

use std::collections::BTreeMap;

use chrono::{Days, TimeDelta};

use super::{
    Tally,
    by_hand::{ByHand, Goes},
    purse::Purse,
    slices::{Slices, Units, beyond},
};
use crate::{
    Fen, Instant,
    booking::{Item, Line, Status},
    change::{Before, ChangeStatus, ChangeStep, Cut, Priced, Sold, Undivided, Wanted, divide, price},
    payment::{Arrival, Reason, Settlement, settle, split},
    terms::Terms,
    testing::{Dice, today},
    voucher::VoucherKind,
};

/// Vouchers by when they were given.
pub(super) type Purses = BTreeMap<usize, Purse>;

/// A change that waits for its difference, with what it holds beside the booking.
pub(super) struct Open {
    priced: Priced,
    starts: Instant,
    held: Units,
    by_hand: ByHand,
}

/// One booking of the machines beside its reference.
pub(super) struct Pair {
    pub(super) status: Status,
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
    pub(super) by_voucher: Option<(usize, i64)>,
    pub(super) by_hand: ByHand,
    pub(super) open: Option<Open>,
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
    pub(super) fn new(dice: &mut Dice, prices: &mut i64) -> Self {
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
            open: None,
        }
    }

    /// What it has of every night, by the reference.
    pub(super) fn holds(&self) -> Units {
        let mut units = self.by_hand.taken();
        for (night, count) in self.open.iter().flat_map(|open| &open.held) {
            *units.entry(*night).or_default() += count;
        }
        units
    }

    fn total(&self) -> Fen {
        self.lines.iter().map(|line| line.total).sum()
    }

    pub(super) fn kept(&self) -> Fen {
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
    pub(super) fn agrees(&self) {
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

    /// Its hold runs out.
    pub(super) fn expires(&mut self, slices: &mut Slices, tally: &mut Tally) {
        self.status = Status::Expired;
        slices.give(&self.by_hand.taken());
        tally.expired += 1;
    }

    /// Pays, perhaps too late: then the units may be gone.
    pub(super) fn is_paid(&mut self, dice: &mut Dice, purses: &mut Purses, slices: &mut Slices) {
        let total = self.total();
        let settlement = if self.status == Status::Held { Settlement::Confirm } else { Settlement::Retake };
        // The attempt of an amount that has become another one.
        if dice.throw(8) == 0 {
            let stale = self.receives(total + Fen(1), total, None);
            assert_eq!(stale, Settlement::GiveBack(Reason::Stale));
        }
        assert_eq!(self.receives(total, total, None), settlement);
        if settlement == Settlement::Retake && !slices.take(&self.by_hand.taken()) {
            self.gives_back(total);
            return;
        }
        self.status = Status::Confirmed;
        self.by_hand.paid = total.0;
        assert_eq!(self.receives(total, Fen::ZERO, None), Settlement::GiveBack(Reason::Twice));
        self.is_paid_by(dice, purses);
    }

    pub(super) fn changes(
        &mut self,
        dice: &mut Dice,
        prices: &mut i64,
        (terms, slices): (&Terms, &mut Slices),
        tally: &mut Tally,
    ) {
        let (wanted, hours) = (wish(dice, prices), hours(dice));
        let (now, starts) = (self.starts - TimeDelta::hours(hours), begins(&wanted));
        let asked = lines(&wanted);
        let priced = price(&self.before(terms), &Wanted { lines: &asked, same_offer: true, starts }, now);
        let is_paid = self.status == Status::Confirmed;
        let mut by_hand = self.by_hand.clone();
        by_hand.becomes(&wanted, starts != self.starts, hours, is_paid);
        // Only what is more than it has is taken.
        let held = beyond(&by_hand.taken(), &self.by_hand.taken());
        if !slices.take(&held) {
            tally.full += 1;
            return;
        }
        let waits = is_paid && priced.difference > Fen::ZERO;
        let open = Open { priced, starts, held, by_hand };
        if waits {
            self.open = Some(open);
            return;
        }
        if is_paid && open.priced.difference < Fen::ZERO {
            self.gives_back(Fen::ZERO - open.priced.difference);
        }
        self.becomes(open, slices, tally);
    }

    fn becomes(&mut self, open: Open, slices: &mut Slices, tally: &mut Tally) {
        slices.give(&beyond(&self.by_hand.taken(), &open.by_hand.taken()));
        self.by_hand = open.by_hand;
        self.fees = self.fees + open.priced.fee;
        (self.lines, self.starts, self.floor) = (open.priced.lines, open.starts, open.priced.floor);
        tally.changed += 1;
    }

    /// The difference of an open change comes, or it is taken back, or its hold runs out; what comes after that goes back.
    pub(super) fn ends(&mut self, open: Open, dice: &mut Dice, slices: &mut Slices, tally: &mut Tally) {
        let difference = open.priced.difference;
        let step = [ChangeStep::Settle, ChangeStep::Settle, ChangeStep::Undo, ChangeStep::Lapse][dice.throw(4)];
        let change = ChangeStatus::Open.after(step).expect("it is open");
        assert!(
            [ChangeStep::Settle, ChangeStep::Undo, ChangeStep::Lapse].iter().all(|step| change.after(*step).is_none())
        );
        if change == ChangeStatus::Settled {
            assert_eq!(self.receives(difference, difference, Some(true)), Settlement::Change);
            self.becomes(open, slices, tally);
            return;
        }
        slices.give(&open.held);
        tally.taken_back += 1;
        if dice.throw(2) == 0 {
            tally.late += 1;
            let late = self.receives(difference, Fen::ZERO, Some(false));
            assert_eq!(late, Settlement::GiveBack(Reason::Late), "the booking is as it was");
        }
    }

    /// A part becomes a booking of its own, if there is a part.
    pub(super) fn is_divided(&mut self, dice: &mut Dice, terms: &Terms) -> Option<Self> {
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
            open: None,
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
    pub(super) fn is_given_up(&mut self, dice: &mut Dice, terms: &Terms, purses: &mut Purses) -> Option<Purse> {
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
