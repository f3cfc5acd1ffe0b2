//! Four customers at a time who book, pay, change, take back, divide, give up, while holds run out and money goes back (B10–B13): whatever
//! the order, what was quoted is what is done or a conflict is shown, and money and capacity are conserved.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::Number,
    catalogue::Wish,
    change::Cut,
    terms::{Relief, Terms, Tier},
};
use entity::{booking as row, payment as paid_row, voucher_use as used_row};
use rand::{Rng as _, SeedableRng, rngs::StdRng};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use services::{Asker, Error, booking, booking::Agreed, change, job, payment, voucher};
use tokio::task::JoinSet;

use crate::{
    mind::{Scene, form, nights, of_units, seats},
    people,
    util::{self, House, figure, shop::Ware},
};

/// Steps on each engine, and actors that take them at a time.
const STEPS: u64 = 20_000;
const ACTORS: u64 = 4;

/// Bookings of an actor at a time.
const BOOKINGS: usize = 3;

/// Whatever may be refused to somebody who is a moment late.
const FAIR: [&str; 15] = [
    "changed",
    "change-open",
    "full-sold",
    "full-held",
    "full-few",
    "invalid",
    "nothing-due",
    "over",
    "paid-by-voucher",
    "quote-over",
    "refund-now",
    "repriced",
    "too-late",
    "unchanged",
    "unpaid",
];

/// One of those who act.
struct Actor {
    scene: Arc<Scene>,
    dice: StdRng,
    bookings: Vec<(Asker, Number)>,
    /// Vouchers that he was given.
    vouchers: Vec<String>,
    /// Changes and cancellations that were done, and bookings that were divided.
    done: Arc<AtomicU64>,
    divided: Arc<AtomicU64>,
}

fn fair<T>(outcome: Result<T, Error>) -> Option<T> {
    match outcome {
        Ok(done) => Some(done),
        Err(Error::Refused(rule)) if FAIR.contains(&rule.code()) || rule == Rule::Busy => None,
        Err(fault) => panic!("{fault:?}"),
    }
}

impl Actor {
    fn wish(&mut self) -> (Ware, Wish) {
        let (after, units) = (self.dice.random_range(2..10), self.dice.random_range(1..4));
        match self.dice.random_range(0..3) {
            0 => (self.scene.coach.clone(), seats(after, if self.dice.random() { "09:00" } else { "15:00" }, units)),
            1 => (self.scene.suite.clone(), nights(after, 1, units)),
            _ => (
                self.scene.room.clone(),
                nights(after, self.dice.random_range(1..3).min(u32::try_from(11 - after).unwrap()), units),
            ),
        }
    }

    async fn steps(&mut self) {
        if self.bookings.len() < BOOKINGS {
            let (ware, wish) = self.wish();
            let order =
                domain::booking::Order { wish, way: domain::payment::Way::Online, ..crate::wares::order(&ware, 1) };
            let asker = people::guest(&self.scene.house.cx).await;
            let key = format!("key-{}", asker.session().hash);
            let placed = booking::place(&self.scene.house.cx, &asker, i18n::Script::Hans, &key, &order).await;
            if let Some(number) = fair(placed) {
                self.bookings.push((asker, number));
            }
            return;
        }
        let which = self.dice.random_range(0..self.bookings.len());
        let (asker, number) = self.bookings[which].clone();
        let cx = self.scene.house.cx.clone();
        match self.dice.random_range(0..17) {
            0..4 => {
                if let Some(page) = fair(payment::start(&cx, &asker, &number).await) {
                    let order = util::bank::number_in(&page);
                    if self.scene.bank.state(&order) == payment::OrderState::Open {
                        self.scene.is_paid(&order).await;
                    }
                }
            }
            4..9 => self.changes(which, &asker, &number).await,
            9 => drop(fair(change::undo(&cx, &asker, &number, "").await)),
            10 => {
                let quote = fair(booking::cancel_quote(&cx, &asker, &number).await);
                if let Some(quote) = quote {
                    let voucher = quote.voucher.map(|offer| offer.worth).filter(|_| self.dice.random());
                    let agreed = Agreed { version: quote.version, refund: quote.refund, voucher };
                    if fair(booking::cancel(&cx, &asker, &number, agreed, "").await).is_some() {
                        self.done.fetch_add(1, Ordering::Relaxed);
                        let given = self.scene.receipt(&asker, &number).await.granted;
                        self.vouchers.extend(given.map(|given| given.number));
                    }
                }
                self.bookings.swap_remove(which);
            }
            11 => self.scene.house.clock.forward(TimeDelta::seconds(self.dice.random_range(1..20))),
            12 => {
                let Some(voucher) = self.vouchers.last().cloned() else { return };
                // From a new address each time, so that nobody has tried too often.
                let address = format!("{:x}", self.dice.random::<u64>());
                let used = voucher::apply(&cx, &asker, &address, &number, &voucher).await;
                // Whatever it is that is wrong with it, another one is tried next time.
                if fair(used).is_none() {
                    self.vouchers.pop();
                }
            }
            13 => drop(fair(voucher::remove(&cx, &asker, &number).await)),
            14 => self.divides(&asker, &number).await,
            15 => drop(job::run_now(&cx, "worker", Some(domain::job::Job::Holds)).await.expect("it sweeps")),
            _ => drop(self.scene.gives_back().await),
        }
    }

    async fn divides(&mut self, asker: &Asker, number: &Number) {
        let Some(seen) = fair(change::divisible(&self.scene.house.cx, asker, number).await) else { return };
        let cut = match (seen.limits.units(), seen.limits.days().first()) {
            (Some((least, most)), _) => of_units(self.dice.random_range(least..=most)),
            (None, Some(day)) => Cut::From(*day),
            (None, None) => return,
        };
        let mut form = form(number, seen.version, cut);
        let Some(shown) = fair(change::proposed(&self.scene.house.cx, asker, &form).await) else { return };
        form.floor = shown.goes.floor.0.to_string();
        if let Some(part) = fair(self.scene.divides_as(asker, &form).await) {
            self.divided.fetch_add(1, Ordering::Relaxed);
            self.bookings.push((asker.clone(), part));
        }
    }

    async fn changes(&mut self, which: usize, asker: &Asker, number: &Number) {
        let is_trip = number.as_str().starts_with("YT");
        let (ware, wish) = loop {
            let (ware, wish) = self.wish();
            if (ware.offer.kind == "trip") == is_trip {
                break (ware, wish);
            }
        };
        let Some(quote) = fair(self.scene.quote(asker, number, &ware, wish).await) else { return };
        let Some(done) = fair(self.scene.commit(asker, number, &quote).await) else { return };
        self.done.fetch_add(1, Ordering::Relaxed);
        // What was quoted is what was done.
        let booking = self.scene.booking(asker, &done.number).await;
        if done.due > Fen::ZERO {
            assert_eq!(done.due, quote.difference);
            assert_eq!(booking.row.total, quote.old_total, "it is as it was until the difference is paid");
        } else if booking.changes.last().is_some_and(|last| last.operations == quote.operations) {
            assert_eq!(booking.row.total, quote.total);
        }
        self.bookings[which].1 = done.number;
    }
}

async fn walk(house: House, engine: &str) {
    let (began, scene) = (Instant::now(), Scene::of(house, 9).await);
    let relief = Relief { voucher_percent: 100, voucher_days: 30, ..Relief::default() };
    for ware in [&scene.room, &scene.suite, &scene.coach] {
        // Fees from the first day on, so that there is something to give vouchers for.
        let tiers = [(160, 100), (100, 60), (2, 30)].map(|(hours, percent)| Tier { hours, percent }).to_vec();
        scene.house.sells_by(ware, &Terms { tiers, relief, ..Terms::standard() }).await;
    }
    let scene = Arc::new(scene);
    let (done, divided, mut actors) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)), JoinSet::new());
    for seed in 0..ACTORS {
        let (scene, done, divided) = (Arc::clone(&scene), Arc::clone(&done), Arc::clone(&divided));
        actors.spawn(async move {
            let (dice, bookings, vouchers) = (StdRng::seed_from_u64(seed), Vec::new(), Vec::new());
            let mut actor = Actor { scene, dice, bookings, vouchers, done, divided };
            for _ in 0..STEPS / ACTORS {
                actor.steps().await;
            }
        });
    }
    while let Some(actor) = actors.join_next().await {
        actor.expect("an actor comes to his end");
    }
    comes_to_rest(&scene).await;
    let done = done.load(Ordering::Relaxed);
    assert!(done > STEPS / 20, "only {done} changes and cancellations were done");
    let divided = divided.load(Ordering::Relaxed);
    assert!(divided > STEPS / 400, "only {divided} bookings were divided");
    let shown = format!("{STEPS} steps, {done} done, {divided} divided, in {:.1} s", began.elapsed().as_secs_f64());
    figure(&format!("changes and cancellations by 4 at a time, {engine}"), &shown, ">= 20,000");
}

/// Holds run out, money goes back; then the provider has what customers paid for what they have, and for nothing else.
async fn comes_to_rest(scene: &Scene) {
    let cx = &scene.house.cx;
    scene.house.clock.forward(TimeDelta::hours(2));
    for _ in 0..200 {
        let swept = job::run_now(cx, "worker", Some(domain::job::Job::Holds)).await.unwrap();
        let asked = payment::ask(cx).await.unwrap();
        let given = scene.gives_back().await;
        scene.house.clock.forward(TimeDelta::minutes(5));
        if asked == 0 && given == 0 && swept.iter().all(|(_, count)| *count == 0) {
            break;
        }
    }
    scene.is_sound().await;
    let db = &scene.house.db;
    let stuck = paid_row::Entity::find().filter(paid_row::Column::Status.eq("stuck")).all(db).await.unwrap();
    let waiting: i64 = stuck.iter().filter_map(|payment| payment.received_fen).sum();
    let paid: i64 = scene.bank.paid_orders().iter().map(|(_, fen)| fen).sum();
    let bookings = row::Entity::find().all(db).await.unwrap();
    let used = used_row::Entity::find().filter(used_row::Column::Status.eq("used")).all(db).await.unwrap();
    assert!(used.len() > 20, "only {} vouchers were used", used.len());
    let by_voucher: i64 = used.iter().map(|one| one.amount_fen - one.returned_fen).sum();
    let kept: i64 = bookings
        .iter()
        .map(|booking| match booking.status.as_str() {
            "confirmed" => booking.total_fen + booking.fee_fen,
            // A fee above what was paid is still due.
            "cancelled" => booking.fee_fen.min(booking.paid_fen - booking.refunded_fen),
            _ => 0,
        })
        .sum();
    assert_eq!(
        paid + by_voucher - scene.bank.refunded() - waiting,
        kept,
        "customers paid for what they have, and for nothing else"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_thousand_steps_on_sqlite_conserve_money_and_capacity() {
    walk(House::on_sqlite().await, "SQLite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_thousand_steps_on_postgres_conserve_money_and_capacity() {
    walk(House::on_postgres().await, "PostgreSQL").await;
}
