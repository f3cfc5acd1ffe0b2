//! The same with the services on a database: one coach, its customers, a provider in memory, a person at the desk.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Fault, Fen, Rule,
    booking::Number,
    catalogue::Wish,
    desk::Role,
    job::Job,
    payment::{Resolution, Way},
    time::{at, to_micros},
};
use entity::{booking as row, claim, payment as paid_row, refund as back_row, slice};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::{
    Asker, Error, Staff, booking, job,
    payment::{self, OrderState, Verdict},
};

use super::{PRICE, SEATS, Seen, Step};
use crate::{
    people::{colleague, guest},
    util::{
        House,
        bank::{Bank, number_in, paid, told},
        shop::{Ware, party, time},
    },
    wares::order,
};

/// Who booked, under which number, with which attempts.
struct Customer {
    asker: Asker,
    number: Number,
    attempts: Vec<String>,
}

/// A world on a house that has seen others before.
pub struct Shop {
    pub house: House,
    pub bank: Arc<Bank>,
    sun: Staff,
    coach: Option<Ware>,
    wish: Option<Wish>,
    worlds: u64,
    customers: Vec<Customer>,
    last: Option<String>,
}

impl Shop {
    pub async fn of(mut house: House) -> Self {
        let bank = Bank::of(&mut house);
        let (_, sun) = colleague(&house.cx, "sun", Role::Finance).await;
        Self { house, bank, sun, coach: None, wish: None, worlds: 0, customers: Vec::new(), last: None }
    }

    /// A new coach, far enough ahead, and nobody on it.
    pub async fn opens(&mut self) {
        self.worlds += 1;
        let name = format!("line-{}", self.worlds);
        let place = self.house.place("trip", &format!("{name}-place"), &name).await;
        let coach = self.house.offer(&place, &name).await;
        let day = domain::time::day_of(self.house.cx.now()) + chrono::Days::new(40);
        let starts = at(day, time("09:00"));
        let span = (starts, starts + TimeDelta::minutes(90));
        self.house.slice(coach.offer.resource_id, day, span, i32::try_from(SEATS).unwrap(), PRICE).await;
        (self.coach, self.wish) = (Some(coach), Some(party(day, "09:00", 1)));
        self.customers.clear();
        self.last = None;
    }

    pub async fn does(&mut self, step: &Step) {
        let cx = self.house.cx.clone();
        match *step {
            Step::Hold { seats } => self.books(seats).await,
            Step::Extend { b } => {
                let customer = &self.customers[b];
                accepted(booking::extend(&cx, &customer.asker, &customer.number).await, &[Rule::NotExtendable]);
            }
            Step::Start { b } => {
                let customer = &mut self.customers[b];
                let started = payment::start(&cx, &customer.asker, &customer.number).await;
                if let Some(page) = accepted(started, &[Rule::NothingDue]) {
                    let number = number_in(&page);
                    if customer.attempts.last() != Some(&number) {
                        customer.attempts.push(number);
                    }
                }
            }
            Step::Pay { b, a, fen } => {
                let number = &self.customers[b].attempts[a];
                if matches!(self.bank.state(number), OrderState::Open | OrderState::Closed) {
                    self.bank.becomes(number, paid(fen));
                }
            }
            Step::Decline { b, a } => {
                let number = &self.customers[b].attempts[a];
                if self.bank.state(number) == OrderState::Open {
                    self.bank.becomes(number, OrderState::Declined);
                }
            }
            Step::Tell { b, a } => {
                let body = self.bank.news(&self.customers[b].attempts[a]);
                self.is_told(body).await;
            }
            Step::TellOld { b, a, declined } => {
                let old = if declined { OrderState::Declined } else { OrderState::Closed };
                let body = self.bank.news_of(&self.customers[b].attempts[a], &old);
                self.is_told(body).await;
            }
            Step::Repeat => {
                if let Some(body) = &self.last {
                    assert_eq!(told(&cx, body).await.expect("it is believed"), Verdict::Repeated);
                }
            }
            Step::Refresh { b } => {
                let customer = &self.customers[b];
                payment::refresh(&cx, &customer.asker, &customer.number).await.expect("the provider answers");
            }
            Step::Tick { seconds } => self.house.clock.forward(TimeDelta::seconds(seconds)),
            Step::Sweep => {
                job::run_now(&cx, "worker", Some(Job::Holds)).await.expect("it sweeps");
            }
            Step::GiveBack => {
                payment::give_back(&cx).await.expect("it gives back");
            }
            Step::Resolve { b, a, accept } => {
                let number = &self.customers[b].attempts[a];
                let how = if accept { Resolution::Accept } else { Resolution::Return };
                let too_little = Rule::Invalid(vec![Fault::new("how", "too-little")]);
                accepted(payment::resolve(&cx, &self.sun, number, how, "why").await, &[Rule::Changed, too_little]);
            }
            Step::Cancel { .. } => unreachable!("the services have no such verb yet"),
        }
    }

    async fn books(&mut self, seats: u32) {
        let asker = guest(&self.house.cx).await;
        let (coach, wish) = (self.coach.as_ref().unwrap(), self.wish.clone().unwrap());
        let wish = Wish { units: seats, heads: seats, ..wish };
        let order = domain::booking::Order { way: Way::Online, wish, ..order(coach, seats) };
        let key = format!("{}-{}", self.worlds, asker.session().hash);
        match booking::place(&self.house.cx, &asker, Script::Hans, &key, &order).await {
            Ok(number) => self.customers.push(Customer { asker, number, attempts: Vec::new() }),
            Err(Error::Refused(Rule::Full(_))) => {}
            Err(fault) => panic!("{fault}"),
        }
    }

    async fn is_told(&mut self, body: String) {
        assert_eq!(told(&self.house.cx, &body).await.expect("it is believed"), Verdict::Worked);
        self.last = Some(body);
    }

    /// What can be seen of the world, straight from the rows.
    pub async fn seen(&self) -> (Vec<Seen>, u32) {
        let (db, now) = (&self.house.db, self.house.cx.now());
        let offer = self.coach.as_ref().unwrap().offer.id;
        let bookings = row::Entity::find().filter(row::Column::OfferId.eq(offer)).order_by_asc(row::Column::Id);
        let bookings = bookings.all(db).await.unwrap();
        let ids: Vec<i64> = bookings.iter().map(|one| one.id).collect();
        let payments = paid_row::Entity::find().filter(paid_row::Column::BookingId.is_in(ids.iter().copied()));
        let payments = payments.all(db).await.unwrap();
        let refunds = back_row::Entity::find().filter(back_row::Column::BookingId.is_in(ids.iter().copied()));
        let refunds = refunds.all(db).await.unwrap();
        let slice =
            slice::Entity::find().filter(slice::Column::ResourceId.eq(self.coach.as_ref().unwrap().offer.resource_id));
        let slice = slice.one(db).await.unwrap().unwrap();
        let lapsed = claim::Entity::lapsed(to_micros(now)).filter(claim::Column::SliceId.eq(slice.id));
        let lapsed: i32 = lapsed.all(db).await.unwrap().iter().map(|claim| claim.units).sum();
        let seen = bookings.iter().map(|one| {
            let payments = || payments.iter().filter(|payment| payment.booking_id == one.id);
            let refunds = || refunds.iter().filter(|refund| refund.booking_id == one.id);
            assert_eq!(refunds().filter_map(|of| of.done_at.map(|_| of.amount_fen)).sum::<i64>(), one.refunded_fen);
            Seen {
                status: one.status_at(now).unwrap(),
                paid: one.paid_fen,
                back: refunds().map(|refund| refund.amount_fen).sum(),
                returned: one.refunded_fen,
                waiting: payments().filter(|of| of.status == "stuck").filter_map(|of| of.received_fen).sum(),
                attempts: payments().count(),
            }
        });
        (seen.collect(), u32::try_from(slice.capacity - slice.taken + lapsed).unwrap())
    }

    /// Time passes, and the jobs run: whatever was paid at the provider is known in the end, told or not, and what was not kept
    /// has gone back.
    pub async fn comes_to_rest(&mut self) {
        let cx = self.house.cx.clone();
        for _ in 0..30 {
            self.house.clock.forward(TimeDelta::hours(1));
            payment::ask(&cx).await.unwrap();
        }
        for stuck in
            paid_row::Entity::find().filter(paid_row::Column::Status.eq("stuck")).all(&self.house.db).await.unwrap()
        {
            payment::resolve(&cx, &self.sun, &stuck.number, Resolution::Return, "why").await.unwrap();
        }
        payment::give_back(&cx).await.unwrap();
        assert_eq!(payment::give_back(&cx).await.unwrap(), 0);
        let mut paid = 0;
        for (number, fen) in self.bank.paid_orders() {
            let row = paid_row::Entity::by_number(&number).one(&self.house.db).await.unwrap().unwrap();
            assert_eq!((row.status.as_str(), row.received_fen), ("paid", Some(fen)), "{number} is lost");
            paid += fen;
        }
        let confirmed =
            row::Entity::find().filter(row::Column::Status.eq("confirmed")).all(&self.house.db).await.unwrap();
        let sold: i64 = confirmed.iter().map(|one| one.total_fen).sum();
        assert_eq!(
            Fen(paid - self.bank.refunded()),
            Fen(sold),
            "customers paid for what they have, and for nothing else"
        );
    }
}

/// The outcome of something that may be refused for these reasons only.
fn accepted<T>(outcome: Result<T, Error>, rules: &[Rule]) -> Option<T> {
    match outcome {
        Ok(done) => Some(done),
        Err(Error::Refused(rule)) if rules.contains(&rule) => None,
        Err(fault) => panic!("{fault}"),
    }
}
