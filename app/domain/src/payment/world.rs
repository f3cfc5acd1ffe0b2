//! A million random steps through the machines, beside a reference that knows nothing of them: a till that counts what customers
//! gave and got, and a shelf that counts what is taken.

use std::collections::BTreeMap;

use super::*;
use crate::{
    Fen,
    booking::{Status, Step},
    testing::Dice,
};

/// Steps in all.
const STEPS: usize = 1_000_000;

/// Units that there are.
const CAPACITY: u32 = 20;

/// Bookings of a world; a full world is checked, emptied and begun anew.
const BOOKINGS: usize = 60;

struct Attempt {
    status: PaymentStatus,
    asked: Fen,
    received: Fen,
}

struct Return {
    status: RefundStatus,
    amount: Fen,
}

struct Case {
    status: Status,
    extended: bool,
    units: u32,
    /// Units of it count as taken.
    takes: bool,
    total: Fen,
    attempts: Vec<Attempt>,
    returns: Vec<Return>,
}

impl Case {
    fn take(&mut self, step: Step) {
        self.status = self.status.after(step).expect("a step the machine knows");
    }

    /// What is due, from the attempts and refunds alone; for what was given up nothing.
    fn owes(&self) -> Fen {
        if self.status == Status::Cancelled { Fen::ZERO } else { self.due() }
    }

    /// The price less what came and is not going back.
    fn due(&self) -> Fen {
        let paid: Fen =
            self.attempts.iter().filter(|one| one.status == PaymentStatus::Paid).map(|one| one.received).sum();
        let back: Fen = self.returns.iter().map(|one| one.amount).sum();
        self.total - (paid - back)
    }
}

#[derive(Default)]
struct World {
    cases: Vec<Case>,
    accounts: BTreeMap<Account, Fen>,
    /// The reference: what customers gave and what they got back.
    gave: Fen,
    got: Fen,
}

impl World {
    fn book(&mut self, fact: Fact) {
        for posting in postings(fact) {
            let account = self.accounts.entry(posting.account).or_default();
            *account = *account + posting.amount;
        }
    }

    fn free(&self) -> u32 {
        CAPACITY - self.cases.iter().filter(|case| case.takes).map(|case| case.units).sum::<u32>()
    }

    /// Money comes for an attempt: the same again changes nothing.
    fn arrives(&mut self, case: usize, attempt: usize, amount: Fen) {
        let free = self.free();
        let (arrival, stuck_before) = {
            let case = &self.cases[case];
            let one = &case.attempts[attempt];
            if one.status.after(PaymentStep::Arrive).is_none() || one.received > Fen::ZERO {
                return;
            }
            (
                Arrival { booking: case.status, asked: one.asked, due: case.owes(), received: amount, change: None },
                one.status,
            )
        };
        assert_ne!(stuck_before, PaymentStatus::Paid);
        self.gave = self.gave + amount;
        self.book(Fact::Received(Way::Online, amount));
        let outcome = settle(arrival);
        if arrival.received == arrival.asked {
            assert_ne!(outcome, Settlement::Stall, "what came as it was asked for waits for nobody");
        }
        let case = &mut self.cases[case];
        case.attempts[attempt].received = amount;
        if outcome == Settlement::Stall {
            case.attempts[attempt].status = PaymentStatus::Stuck;
            return;
        }
        case.attempts[attempt].status = PaymentStatus::Paid;
        let fits = case.units <= free;
        match outcome {
            Settlement::Confirm => case.take(Step::Pay),
            Settlement::Retake if fits => {
                case.take(Step::Retake);
                case.takes = true;
            }
            _ => {
                case.returns.push(Return { status: RefundStatus::Due, amount });
                return;
            }
        }
        let total = case.total;
        self.book(Fact::Sold(total));
    }

    /// The customer gives up; what was paid and is not going back yet goes back.
    fn cancels(&mut self, case: usize) {
        let case = &mut self.cases[case];
        let sold = case.status == Status::Confirmed;
        let kept = case.total - case.due();
        case.take(Step::Cancel);
        case.takes = false;
        if kept > Fen::ZERO {
            case.returns.push(Return { status: RefundStatus::Asked, amount: kept });
        }
        let total = case.total;
        if sold {
            self.book(Fact::Undone(total));
        }
    }

    fn refund(&mut self, case: usize, which: usize, step: RefundStep) {
        let one = &mut self.cases[case].returns[which];
        let Some(to) = one.status.after(step) else { return };
        one.status = to;
        let amount = one.amount;
        if to == RefundStatus::Done {
            self.got = self.got + amount;
            self.book(Fact::Refunded(Way::Online, amount));
        }
    }

    /// A person gives a stuck payment back.
    fn resolve(&mut self, case: usize, attempt: usize) {
        let case = &mut self.cases[case];
        if case.attempts[attempt].status == PaymentStatus::Stuck && case.attempts[attempt].received > Fen::ZERO {
            case.attempts[attempt].status = PaymentStatus::Paid;
            let amount = case.attempts[attempt].received;
            case.returns.push(Return { status: RefundStatus::Due, amount });
        }
    }

    fn step(&mut self, dice: &mut Dice) {
        if self.cases.is_empty() || dice.throw(12) == 0 {
            let units = 1 + u32::try_from(dice.throw(5)).unwrap_or_default();
            if units <= self.free() && self.cases.len() < BOOKINGS {
                let total = Fen(100 * i64::from(units));
                let (attempts, returns) = (Vec::new(), Vec::new());
                self.cases.push(Case {
                    status: Status::Held,
                    extended: false,
                    units,
                    takes: true,
                    total,
                    attempts,
                    returns,
                });
            }
            return;
        }
        let which = dice.throw(self.cases.len());
        let (attempts, returns) = (self.cases[which].attempts.len(), self.cases[which].returns.len());
        let case = &mut self.cases[which];
        match dice.throw(11) {
            // A change makes another price of what is not paid; an attempt to pay the old one may yet be paid.
            10 if case.status == Status::Held => {
                case.total = Fen(100 * i64::from(case.units) + i64::try_from(dice.throw(3)).unwrap_or_default());
            }
            0 if case.status == Status::Held && case.attempts.iter().all(|one| one.status != PaymentStatus::Open) => {
                let asked = case.due();
                if asked > Fen::ZERO {
                    case.attempts.push(Attempt { status: PaymentStatus::Open, asked, received: Fen::ZERO });
                }
            }
            1 | 2 if attempts > 0 => {
                let attempt = dice.throw(attempts);
                let asked = case.attempts[attempt].asked;
                let amount = if dice.throw(10) == 0 { asked + Fen(1) } else { asked };
                self.arrives(which, attempt, amount);
            }
            3 if attempts > 0 => {
                let attempt = &mut case.attempts[dice.throw(attempts)];
                let step = [PaymentStep::Decline, PaymentStep::Abandon][dice.throw(2)];
                // What is stuck with money in it is a person's.
                if let Some(to) = attempt.status.after(step).filter(|_| attempt.received == Fen::ZERO) {
                    attempt.status = to;
                }
            }
            4 if case.status == Status::Held => {
                case.take(Step::Expire);
                case.takes = false;
            }
            5 if case.status == Status::Held && !case.extended => {
                case.take(Step::Extend);
                case.extended = true;
            }
            6 | 7 if returns > 0 => {
                let step = RefundStep::ALL[dice.throw(RefundStep::ALL.len())];
                self.refund(which, dice.throw(returns), step);
            }
            9 if case.status.after(Step::Cancel).is_some() && dice.throw(3) == 0 => self.cancels(which),
            8 if attempts > 0 => self.resolve(which, dice.throw(attempts)),
            _ => {}
        }
    }

    fn holds(&self) {
        let taken: u32 = self.cases.iter().filter(|case| case.takes).map(|case| case.units).sum();
        assert!(taken <= CAPACITY, "{taken} units of {CAPACITY}");
        assert_eq!(self.accounts.values().copied().sum::<Fen>(), Fen::ZERO, "the books balance");
        let at_provider = self.accounts.get(&Account::Provider).copied().unwrap_or_default();
        assert_eq!(at_provider, self.gave - self.got, "what lies there is what was given and not given back");
        assert!(self.got <= self.gave, "more went back than came");
        for case in &self.cases {
            let confirmed = case.status == Status::Confirmed;
            assert!(
                !confirmed || (case.takes && case.due() <= Fen::ZERO),
                "a confirmed booking has its units and is paid"
            );
            assert!(case.takes == matches!(case.status, Status::Held | Status::Confirmed));
        }
    }

    /// Everything that waits is done: nobody has paid without a booking or his money.
    fn comes_to_rest(&mut self) {
        for case in 0..self.cases.len() {
            for attempt in 0..self.cases[case].attempts.len() {
                self.resolve(case, attempt);
            }
            for which in 0..self.cases[case].returns.len() {
                for step in [RefundStep::Check, RefundStep::Release, RefundStep::Finish] {
                    self.refund(case, which, step);
                }
            }
        }
        self.holds();
        let kept: Fen = self.cases.iter().filter(|case| case.status == Status::Confirmed).map(|case| case.total).sum();
        assert_eq!(self.gave - self.got, kept, "customers have paid for what they have, and for nothing else");
    }
}

#[test]
fn a_million_steps_conserve_money_and_capacity() {
    let (mut dice, mut world, mut worlds) = (Dice(20_261_124), World::default(), 0);
    for step in 0..STEPS {
        world.step(&mut dice);
        if step % 64 == 0 {
            world.holds();
        }
        if world.cases.len() == BOOKINGS {
            world.comes_to_rest();
            world = World::default();
            worlds += 1;
        }
    }
    world.comes_to_rest();
    assert!(worlds > 50, "only {worlds} worlds were filled");
}
