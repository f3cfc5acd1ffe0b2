//! A million random changes and cancellations, some paid in part with vouchers that others left, beside a reference that knows neither
//! lines nor terms: it pays for single units and with single coins, and tells shares by a table of hours.

use chrono::{Days, TimeDelta};

use super::*;
use crate::{
    Fen, Instant,
    booking::{Item, Line},
    terms::{Relief, Terms},
    testing::{Dice, today},
    voucher::{Spent, VoucherKind, left},
};

/// Steps in all.
const STEPS: usize = 1_000_000;

/// What a cancellation so many hours before keeps, in percent: the standard terms, told anew.
const KEPT: [(i64, i64); 3] = [(48, 0), (24, 20), (2, 50)];

/// The reference's booking: which night each unit is of, and what it cost.
#[derive(Clone, Default)]
struct ByHand {
    units: Vec<(u64, i64)>,
    floor: i64,
    fees: i64,
    paid: i64,
}

impl ByHand {
    fn price(&self) -> i64 {
        self.units.iter().map(|(_, each)| each).sum()
    }

    /// What is kept of an amount so many hours before the service.
    fn kept(amount: i64, hours: i64) -> i64 {
        let percent = KEPT.iter().find(|(least, _)| hours >= *least).map_or(100, |(_, percent)| *percent);
        // Half a fen is the customer's.
        amount - (amount * (100 - percent) * 2 + 100) / 200
    }

    /// Units of other nights, at the prices of now.
    fn becomes(&mut self, wanted: &[(u64, i64)], moved: bool, hours: i64) {
        let (mut pile, mut units, mut coming) = (self.units.clone(), Vec::new(), 0);
        let old = self.price();
        for (night, each) in wanted {
            match pile.iter().position(|(known, _)| known == night) {
                Some(position) => units.push(pile.remove(position)),
                None => {
                    units.push((*night, *each));
                    coming += 1;
                }
            }
        }
        let given_up: i64 = pile.iter().skip(coming).map(|(_, each)| each).sum();
        let of_floor = if given_up == 0 { 0 } else { (self.floor * given_up * 2 + old) / (old * 2) };
        let fee = Self::kept(given_up, hours).max(of_floor);
        self.floor -= of_floor;
        if moved {
            self.floor = self.floor.max(Self::kept(old - given_up, hours));
        }
        self.units = units;
        self.fees += fee;
        // He pays or has back what makes price and fees even.
        self.paid = self.price() + self.fees;
    }
}

/// One booking of the machines beside its reference.
struct Pair {
    lines: Vec<Line>,
    starts: Instant,
    floor: Fen,
    fees: Fen,
    kept: Fen,
    /// A part of it was paid with this voucher.
    by_voucher: Option<(usize, i64)>,
    by_hand: ByHand,
}

/// A voucher, and the coins that the reference has in its place.
struct Purse {
    kind: VoucherKind,
    worth: Fen,
    uses: Vec<Spent>,
    coins: i64,
    /// It pays a booking now.
    lent: bool,
}

impl Purse {
    fn agrees(&self) {
        assert_eq!(left(self.worth, &self.uses).0, self.coins);
        let net: i64 = self.uses.iter().map(|one| one.amount.0 - one.returned.0).sum();
        assert!(net + self.coins <= self.worth.0, "a voucher is spent beyond its worth");
    }

    /// Pays at most so much; gives how much.
    fn pays(&mut self, price: i64) -> i64 {
        let part = price.min(self.coins);
        let taken = if self.kind == VoucherKind::Balance { part } else { self.coins };
        self.uses.push(Spent { taken: Fen(taken), amount: Fen(part), returned: Fen::ZERO });
        self.coins -= taken;
        self.lent = true;
        self.agrees();
        part
    }

    /// So much of its last use comes back.
    fn has_back(&mut self, fen: i64, before: i64) {
        let last = self.uses.last_mut().expect("a use");
        last.returned = Fen(fen);
        let all = last.returned == last.amount;
        self.coins = match (self.kind, all) {
            (VoucherKind::Balance, _) => self.coins + fen,
            (VoucherKind::Single, true) => before,
            (VoucherKind::Single, false) => fen,
        };
        self.lent = false;
        self.agrees();
    }
}

fn lines(units: &[(u64, i64)]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (night, each) in units {
        let item = Item::Night(today() + Days::new(*night));
        match lines.iter_mut().find(|line| line.item == item) {
            Some(line) => (line.count, line.total) = (line.count + 1, line.each * (line.count + 1)),
            None => lines.push(Line { item, count: 1, each: Fen(*each), total: Fen(*each) }),
        }
    }
    lines
}

/// Some rooms on some nights in a row, one price a night.
fn wish(dice: &mut Dice) -> Vec<(u64, i64)> {
    let (first, nights, rooms) = (dice.throw(12), 1 + dice.throw(4), 1 + dice.throw(3));
    let mut units = Vec::new();
    for night in first..first + nights {
        let each = i64::try_from(1 + dice.throw(99_999)).unwrap();
        units.extend(std::iter::repeat_n((u64::try_from(night).unwrap(), each), rooms));
    }
    units
}

fn begins(units: &[(u64, i64)]) -> Instant {
    let first = units.iter().map(|(night, _)| *night).min().unwrap_or_default();
    crate::time::at(today() + Days::new(first + 30), chrono::NaiveTime::MIN)
}

impl Pair {
    fn new(dice: &mut Dice) -> Self {
        let units = wish(dice);
        let paid = units.iter().map(|(_, each)| each).sum();
        let by_hand = ByHand { units: units.clone(), paid, ..ByHand::default() };
        Self {
            lines: lines(&units),
            starts: begins(&units),
            floor: Fen::ZERO,
            fees: Fen::ZERO,
            kept: Fen(paid),
            by_voucher: None,
            by_hand,
        }
    }

    fn changes(&mut self, dice: &mut Dice, terms: &Terms) {
        let (wanted, hours) = (wish(dice), i64::try_from(dice.throw(80)).unwrap());
        let (now, starts) = (self.starts - TimeDelta::hours(hours), begins(&wanted));
        let before =
            Before { confirmed: true, lines: &self.lines, starts: self.starts, floor: self.floor, terms, free: false };
        let asked = lines(&wanted);
        let priced = price(&before, &Wanted { lines: &asked, same_offer: true, starts }, now);
        self.by_hand.becomes(&wanted, starts != self.starts, hours);
        self.kept = self.kept + priced.difference;
        self.fees = self.fees + priced.fee;
        assert_eq!(priced.total.0, self.by_hand.price());
        assert_eq!((self.fees.0, priced.floor.0), (self.by_hand.fees, self.by_hand.floor));
        assert_eq!(self.kept.0, self.by_hand.paid, "money is conserved");
        (self.lines, self.starts, self.floor) = (priced.lines, starts, priced.floor);
    }

    /// A voucher that somebody has left pays a part of it.
    fn is_paid_by(&mut self, dice: &mut Dice, purses: &mut [Purse]) {
        let Some(which) = purses.iter().position(|purse| purse.coins > 0 && !purse.lent) else { return };
        if dice.throw(2) == 0 {
            let before = purses[which].coins;
            purses[which].pays(self.kept.0);
            self.by_voucher = Some((which, before));
        }
    }

    /// Gives the voucher for what was lost, if there is one.
    fn is_given_up(&self, dice: &mut Dice, terms: &Terms, purses: &mut [Purse]) -> Option<Purse> {
        let hours = i64::try_from(dice.throw(80)).unwrap();
        let (total, by_hand) = (Fen(self.by_hand.price()), &self.by_hand);
        let sold = Sold {
            confirmed: true,
            total,
            kept: self.kept,
            fees: self.fees,
            floor: self.floor,
            starts: self.starts,
            terms,
        };
        let quote = sold.cancellation(self.starts - TimeDelta::hours(hours));
        let fee = ByHand::kept(total.0, hours).max(by_hand.floor);
        assert_eq!(quote.fee.0, fee);
        assert_eq!(quote.refund.0 - quote.due.0, by_hand.paid - by_hand.fees - fee, "refund or due, never both");
        assert!(quote.refund <= self.kept && (quote.refund == Fen::ZERO || quote.due == Fen::ZERO));
        if let Some((which, before)) = self.by_voucher {
            let part = purses[which].uses.last().expect("a use").amount;
            purses[which].has_back(quote.refund.min(part).0, before);
        }
        let lost = by_hand.paid - by_hand.fees - quote.refund.0;
        let offer = terms.relief.voucher(Fen(lost), self.starts);
        assert_eq!(offer.as_ref().map_or(0, |offer| offer.worth.0), (lost.max(0) * 80 * 2 + 100) / 200);
        let kind = if dice.throw(2) == 0 { VoucherKind::Single } else { VoucherKind::Balance };
        offer.map(|offer| Purse { kind, worth: offer.worth, uses: Vec::new(), coins: offer.worth.0, lent: false })
    }
}

#[test]
fn a_million_changes_and_cancellations_agree_with_single_units() {
    let relief = Relief { voucher_percent: 80, voucher_days: 365, ..Relief::default() };
    let (mut dice, terms) = (Dice(20_261_127), Terms { relief, ..Terms::standard() });
    let (mut purses, mut vouchers): (Vec<Purse>, usize) = (Vec::new(), 0);
    let (mut pair, mut given_up) = (Pair::new(&mut dice), 0);
    for _ in 0..STEPS {
        if dice.throw(6) == 0 {
            let given = pair.is_given_up(&mut dice, &terms, &mut purses);
            // What is used up, or lent to a booking that is gone, is looked at no more.
            purses.retain(|purse| purse.coins > 0);
            vouchers += usize::from(given.is_some());
            purses.extend(given);
            pair = Pair::new(&mut dice);
            pair.is_paid_by(&mut dice, &mut purses);
            given_up += 1;
        } else {
            pair.changes(&mut dice, &terms);
        }
    }
    assert!(given_up > 100_000 && vouchers > 50_000, "only {given_up} were given up, for {vouchers} vouchers");
}
