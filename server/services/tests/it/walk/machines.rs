//! The same the long way, in memory: the machines of `domain`, claims that lapse and are swept, and double-entry books, put
//! together as the services do.

use std::collections::{BTreeMap, HashSet};

use chrono::TimeDelta;
use domain::{
    Fen, Instant,
    booking::{self, Status},
    payment::{
        Account, Arrival, Fact, PaymentStatus, PaymentStep, RefundStatus, RefundStep, Settlement, Way, postings, settle,
    },
    terms::Terms,
    time::from_micros,
};

use super::{PRICE, SEATS, Seen, Step, Truth};

struct Refund {
    amount: i64,
    status: RefundStatus,
}

struct Payment {
    truth: Truth,
    status: PaymentStatus,
    received: Option<i64>,
    refunds: Vec<Refund>,
}

struct Row {
    seats: u32,
    status: Status,
    until: Instant,
    extended: bool,
    /// The claim still counts in `taken`.
    claimed: bool,
    payments: Vec<Payment>,
    books: BTreeMap<Account, i64>,
    facts: usize,
}

/// The world.
pub struct Machines {
    now: Instant,
    starts: Instant,
    taken: u32,
    rows: Vec<Row>,
    told: HashSet<u64>,
    messages: u64,
    last: Option<(u64, usize, usize, Truth)>,
}

impl Default for Machines {
    fn default() -> Self {
        let now = from_micros(1_800_000_000_000_000);
        let starts = now + TimeDelta::days(400);
        Self { now, starts, taken: 0, rows: Vec::new(), told: HashSet::new(), messages: 0, last: None }
    }
}

impl Machines {
    pub fn does(&mut self, step: &Step) {
        let (now, starts) = (self.now, self.starts);
        match *step {
            Step::Hold { seats } => self.holds(seats),
            Step::Extend { b } => {
                let row = &mut self.rows[b];
                let longer = Terms::standard().extended(row.until, starts).filter(|_| !row.extended);
                if let (Some(longer), Some(_)) = (longer, row.at(now).after(booking::Step::Extend)) {
                    (row.until, row.extended) = (longer, true);
                }
            }
            Step::Start { b } => {
                let row = &mut self.rows[b];
                let is_open = row.payments.iter().any(|payment| payment.status == PaymentStatus::Open);
                if row.at(now) == Status::Held && !is_open {
                    let (truth, status) = (Truth::Open, PaymentStatus::Open);
                    row.payments.push(Payment { truth, status, received: None, refunds: Vec::new() });
                }
            }
            Step::Pay { b, a, fen } => {
                let truth = &mut self.rows[b].payments[a].truth;
                *truth = if matches!(truth, Truth::Open | Truth::Closed) { Truth::Paid(fen) } else { *truth };
            }
            Step::Decline { b, a } => {
                let truth = &mut self.rows[b].payments[a].truth;
                *truth = if *truth == Truth::Open { Truth::Declined } else { *truth };
            }
            Step::Tell { b, a } => self.tells(b, a, self.rows[b].payments[a].truth),
            Step::TellOld { b, a, declined } => {
                self.tells(b, a, if declined { Truth::Declined } else { Truth::Closed });
            }
            Step::Repeat => {
                if let Some((id, b, a, news)) = self.last {
                    self.hears(id, b, a, news);
                }
            }
            Step::Refresh { b } => {
                let row = &mut self.rows[b];
                let open = row.payments.iter().position(|payment| payment.status == PaymentStatus::Open);
                let Some(a) = open else { return };
                let is_settled = matches!(row.status, Status::Confirmed | Status::Cancelled);
                let payment = &mut row.payments[a];
                if (is_settled || row.until + TimeDelta::seconds(20) <= now) && payment.truth == Truth::Open {
                    payment.truth = Truth::Closed;
                }
                let truth = payment.truth;
                self.works(b, a, truth);
            }
            Step::Tick { seconds } => self.now += TimeDelta::seconds(seconds),
            Step::Sweep => self.sweeps(),
            Step::GiveBack => self.gives_back(),
            Step::Resolve { b, a, accept } => self.resolves(b, a, accept),
            Step::Cancel { b } => {
                let row = &mut self.rows[b];
                let before = row.at(now);
                if let Some(after) = before.after(booking::Step::Cancel) {
                    row.status = after;
                    self.release(b);
                    if before == Status::Confirmed {
                        self.undoes(b);
                    }
                }
            }
        }
    }

    fn holds(&mut self, seats: u32) {
        if self.taken + seats > SEATS {
            self.lapses();
        }
        if self.taken + seats > SEATS {
            return;
        }
        self.taken += seats;
        self.rows.push(Row {
            seats,
            status: Status::Held,
            until: Terms::standard().hold(Way::Online, self.now, self.starts),
            extended: false,
            claimed: true,
            payments: Vec::new(),
            books: BTreeMap::new(),
            facts: 0,
        });
    }

    /// Gives back the claims of holds that are over, without a word on the booking.
    fn lapses(&mut self) {
        for b in 0..self.rows.len() {
            if self.rows[b].at(self.now) == Status::Expired {
                self.release(b);
            }
        }
    }

    fn sweeps(&mut self) {
        self.lapses();
        for row in self.rows.iter_mut().filter(|row| row.status == Status::Held && row.until <= self.now) {
            row.status = row.status.after(booking::Step::Expire).unwrap();
        }
    }

    fn release(&mut self, b: usize) {
        let row = &mut self.rows[b];
        if std::mem::take(&mut row.claimed) {
            self.taken -= row.seats;
        }
    }

    fn tells(&mut self, b: usize, a: usize, news: Truth) {
        self.messages += 1;
        self.last = Some((self.messages, b, a, news));
        self.hears(self.messages, b, a, news);
    }

    fn hears(&mut self, id: u64, b: usize, a: usize, news: Truth) {
        if self.told.insert(id) {
            self.works(b, a, news);
        }
    }

    fn works(&mut self, b: usize, a: usize, news: Truth) {
        let payment = &mut self.rows[b].payments[a];
        let step = match news {
            Truth::Open => return,
            Truth::Paid(fen) if payment.received.is_none() => return self.arrives(b, a, fen),
            Truth::Paid(_) => PaymentStep::Arrive,
            Truth::Declined => PaymentStep::Decline,
            Truth::Closed => PaymentStep::Abandon,
        };
        if payment.received.is_none() {
            payment.status = payment.status.after(step).unwrap_or(payment.status);
        }
    }

    fn arrives(&mut self, b: usize, a: usize, fen: i64) {
        let row = &mut self.rows[b];
        let booking = row.at(self.now);
        let arrival = Arrival {
            booking,
            asked: Fen(row.price()),
            // Nobody owes anything for what he gave up here.
            due: Fen(if booking == Status::Cancelled { 0 } else { row.outstanding() }),
            received: Fen(fen),
            change: None,
        };
        row.post(Fact::Received(Way::Online, Fen(fen)));
        let payment = &mut row.payments[a];
        payment.received = Some(fen);
        let outcome = settle(arrival);
        let step = if outcome == Settlement::Stall { PaymentStep::Stall } else { PaymentStep::Arrive };
        payment.status = payment.status.after(step).expect("money is never forgotten");
        if outcome != Settlement::Stall {
            self.settles(b, a, fen, outcome);
        }
    }

    fn settles(&mut self, b: usize, a: usize, fen: i64, outcome: Settlement) {
        let confirms = match outcome {
            Settlement::Confirm => Some(booking::Step::Pay),
            Settlement::Retake => self.retakes(b).then_some(booking::Step::Retake),
            Settlement::Change | Settlement::Keep => unreachable!("nobody changes or cancels in this walk"),
            Settlement::GiveBack(_) | Settlement::Stall => None,
        };
        let now = self.now;
        let row = &mut self.rows[b];
        match confirms {
            Some(step) => {
                row.status = row.at(now).after(step).expect("the machine knows it");
                row.post(Fact::Sold(Fen(row.price())));
            }
            None => row.payments[a].refunds.push(Refund { amount: fen, status: RefundStatus::Due }),
        }
    }

    fn retakes(&mut self, b: usize) -> bool {
        self.lapses();
        let row = &mut self.rows[b];
        let fits = self.taken + row.seats <= SEATS;
        if fits {
            self.taken += row.seats;
            row.claimed = true;
        }
        fits
    }

    fn gives_back(&mut self) {
        for row in &mut self.rows {
            let mut done = Vec::new();
            for refund in row.payments.iter_mut().flat_map(|payment| &mut payment.refunds) {
                for step in [RefundStep::Check, RefundStep::Release, RefundStep::Send, RefundStep::Finish] {
                    refund.status = refund.status.after(step).unwrap_or(refund.status);
                    if step == RefundStep::Send && refund.status == RefundStatus::Sent {
                        done.push(refund.amount);
                    }
                }
            }
            for amount in done {
                row.post(Fact::Refunded(Way::Online, Fen(amount)));
            }
        }
    }

    fn resolves(&mut self, b: usize, a: usize, accept: bool) {
        let row = &mut self.rows[b];
        let (status, due) = (row.at(self.now), row.outstanding());
        let payment = &mut row.payments[a];
        let received = payment.received.unwrap_or_default();
        let outcome = match (accept, status) {
            (true, Status::Held) => Settlement::Confirm,
            (true, Status::Expired) => Settlement::Retake,
            (true, Status::Confirmed | Status::Cancelled) => return,
            (false, _) => Settlement::GiveBack(domain::payment::Reason::Amount),
        };
        if payment.status != PaymentStatus::Stuck || (accept && received < due) {
            return;
        }
        payment.status = payment.status.after(PaymentStep::Arrive).expect("it can be settled");
        if !accept {
            return self.settles(b, a, received, outcome);
        }
        if received > due {
            payment.refunds.push(Refund { amount: received - due, status: RefundStatus::Due });
        }
        self.settles(b, a, due, outcome);
    }

    fn undoes(&mut self, b: usize) {
        let row = &mut self.rows[b];
        row.post(Fact::Undone(Fen(row.price())));
        for payment in row.payments.iter_mut().filter(|payment| payment.status == PaymentStatus::Paid) {
            let given: i64 = payment.refunds.iter().map(|refund| refund.amount).sum();
            let left = payment.received.unwrap_or_default() - given;
            if left > 0 {
                payment.refunds.push(Refund { amount: left, status: RefundStatus::Asked });
            }
        }
    }

    /// Seats that can be had: what is taken by a hold that is over does not count.
    pub fn free(&self) -> u32 {
        let lapsed = self.rows.iter().filter(|row| row.claimed && row.at(self.now) == Status::Expired);
        SEATS - (self.taken - lapsed.map(|row| row.seats).sum::<u32>())
    }

    /// What can be seen, after proof that the books are sound.
    pub fn seen(&self) -> Vec<Seen> {
        assert!(self.taken <= SEATS, "sold beyond the seats there are");
        self.rows.iter().map(|row| row.seen(self.now)).collect()
    }
}

impl Row {
    fn price(&self) -> i64 {
        i64::from(self.seats) * PRICE
    }

    fn at(&self, now: Instant) -> Status {
        self.status.effective(Some(self.until), now)
    }

    fn outstanding(&self) -> i64 {
        let settled = self.payments.iter().filter(|payment| payment.status == PaymentStatus::Paid);
        let kept: i64 = settled.map(|payment| payment.received.unwrap_or_default() - payment.back()).sum();
        self.price() - kept
    }

    fn post(&mut self, fact: Fact) {
        self.facts += 1;
        for posting in postings(fact) {
            *self.books.entry(posting.account).or_default() += posting.amount.0;
        }
    }

    fn seen(&self, now: Instant) -> Seen {
        let in_books = |account| self.books.get(&account).copied().unwrap_or_default();
        let all = |of: fn(&Payment) -> i64| self.payments.iter().map(of).sum::<i64>();
        let paid = all(|payment| payment.received.unwrap_or_default());
        let (back, returned) = (all(Payment::back), all(Payment::returned));
        let waiting =
            all(
                |payment| if payment.status == PaymentStatus::Stuck { payment.received.unwrap_or_default() } else { 0 },
            );
        assert_eq!(self.books.values().sum::<i64>(), 0, "the books balance");
        assert_eq!(in_books(Account::Provider), paid - returned, "what came and did not go back lies at the provider");
        assert_eq!(-in_books(Account::Customer), back - returned + waiting, "what we owe the customer");
        assert!(self.payments.iter().all(|payment| payment.back() <= payment.received.unwrap_or_default()));
        Seen { status: self.at(now), paid, back, returned, waiting, attempts: self.payments.len() }
    }
}

impl Payment {
    fn back(&self) -> i64 {
        self.refunds.iter().map(|refund| refund.amount).sum()
    }

    fn returned(&self) -> i64 {
        self.refunds.iter().filter(|refund| refund.status == RefundStatus::Done).map(|refund| refund.amount).sum()
    }
}
