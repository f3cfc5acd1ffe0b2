//! Four customers at a time who book, pay, change, take back, divide, give up, on their own bookings and on those of others, while holds
//! run out and money goes back (B10–B13): whatever the order, what was quoted is what is done or a conflict is shown, and money and
//! capacity are conserved.

mod rest;

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::{Number, Order},
    catalogue::Wish,
    change::{Asked, Cut},
    payment::Way,
    terms::{Relief, Terms, Tier},
};
use i18n::Script;
use rand::{Rng as _, SeedableRng, rngs::StdRng};
use services::{Asker, Error, booking, booking::Agreed, change, job, payment, voucher};
use tokio::task::JoinSet;

use crate::{
    mind::{Scene, form, nights, of_units, seats},
    people,
    util::{House, bank, figure, shop::Ware},
    wares,
};

/// Steps on each engine, and actors that take them at a time.
const STEPS: u64 = 20_000;
const ACTORS: u64 = 4;

/// Bookings of an actor at a time, and of those on which anybody acts.
const BOOKINGS: usize = 3;
const SHARED: usize = 6;

/// Whatever may be refused to somebody who is a moment late.
const FAIR: [&str; 19] = [
    "changed",
    "change-open",
    "full-sold",
    "full-held",
    "full-few",
    "full-paced",
    "invalid",
    "no-free-move",
    // The next time of a line that somebody else has just changed for another one.
    "not-offered",
    "nothing-due",
    "over",
    "paid-by-voucher",
    // The provider does not know yet what somebody else has just begun.
    "provider-silent",
    "quote-over",
    "refund-now",
    "repriced",
    "too-late",
    "unchanged",
    "unpaid",
];

/// What the actors have in common.
struct Board {
    express: Ware,
    table: Ware,
    /// Bookings on which anybody acts.
    shared: Mutex<Vec<(Asker, Number)>>,
    /// What goes back of each booking that was given up, as it was quoted.
    quoted: Mutex<HashMap<i64, Vec<Fen>>>,
    /// Changes and cancellations that were done, free moves among them, and bookings that were divided.
    done: AtomicU64,
    free: AtomicU64,
    divided: AtomicU64,
    /// What was agreed to and not done, because somebody else was sooner.
    conflicts: AtomicU64,
}

/// One of those who act.
struct Actor {
    scene: Arc<Scene>,
    board: Arc<Board>,
    dice: StdRng,
    bookings: Vec<(Asker, Number)>,
    /// Vouchers that he was given.
    vouchers: Vec<String>,
}

fn fair<T>(outcome: Result<T, Error>) -> Option<T> {
    match outcome {
        Ok(done) => Some(done),
        Err(Error::Refused(rule)) if FAIR.contains(&rule.code()) || rule == Rule::Busy => None,
        Err(fault) => panic!("{fault:?}"),
    }
}

fn more(count: &AtomicU64) {
    count.fetch_add(1, Ordering::Relaxed);
}

impl Actor {
    fn wish(&mut self) -> (Ware, Wish) {
        let (after, units) = (self.dice.random_range(2..10), self.dice.random_range(1..4));
        match self.dice.random_range(0..6) {
            0 => (self.scene.coach.clone(), seats(after, if self.dice.random() { "09:00" } else { "15:00" }, units)),
            1 => (self.board.express.clone(), seats(after, "10:00", units)),
            2 => {
                let at = ["11:00", "11:30", "12:00"][self.dice.random_range(0..3)];
                (self.board.table.clone(), seats(after, at, units))
            }
            3 => (self.scene.suite.clone(), nights(after, 1, units)),
            _ => (
                self.scene.room.clone(),
                nights(after, self.dice.random_range(1..3).min(u32::try_from(11 - after).unwrap()), units),
            ),
        }
    }

    async fn books(&mut self) {
        let (ware, wish) = self.wish();
        let order = Order { wish, way: Way::Online, ..wares::order(&ware, 1) };
        let asker = people::guest(&self.scene.house.cx).await;
        let key = format!("key-{}", asker.session().hash);
        let placed = booking::place(&self.scene.house.cx, &asker, Script::Hans, &key, &order).await;
        let Some(number) = fair(placed) else { return };
        self.bookings.push((asker.clone(), number.clone()));
        let mut shared = self.board.shared.lock().unwrap();
        shared.push((asker, number));
        if shared.len() > SHARED {
            shared.remove(0);
        }
    }

    /// A booking of another's, perhaps; else one of his own, with its place among them.
    fn picks(&mut self) -> (Option<usize>, Asker, Number) {
        let shared = self.board.shared.lock().unwrap();
        if !shared.is_empty() && self.dice.random_ratio(1, 3) {
            let (asker, number) = shared[self.dice.random_range(0..shared.len())].clone();
            return (None, asker, number);
        }
        let which = self.dice.random_range(0..self.bookings.len());
        let (asker, number) = self.bookings[which].clone();
        (Some(which), asker, number)
    }

    /// The outcome of what was agreed to as it was shown.
    fn agreed<T>(&self, outcome: Result<T, Error>) -> Option<T> {
        if matches!(outcome, Err(Error::Refused(Rule::Changed))) {
            more(&self.board.conflicts);
        }
        fair(outcome)
    }

    async fn steps(&mut self) {
        if self.bookings.len() < BOOKINGS {
            return self.books().await;
        }
        let (which, asker, number) = self.picks();
        let cx = self.scene.house.cx.clone();
        match self.dice.random_range(0..17) {
            0..4 => {
                if let Some(page) = fair(payment::start(&cx, &asker, &number).await) {
                    let order = bank::number_in(&page);
                    if self.scene.bank.is_paid_if_open(&order) {
                        bank::told(&cx, &self.scene.bank.news(&order)).await.unwrap();
                    }
                }
            }
            4..9 => self.changes(which, &asker, &number).await,
            9 => drop(fair(change::undo(&cx, &asker, &number, "").await)),
            10 => self.gives_up(which, &asker, &number).await,
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

    async fn gives_up(&mut self, which: Option<usize>, asker: &Asker, number: &Number) {
        let cx = self.scene.house.cx.clone();
        if let Some(which) = which {
            self.bookings.swap_remove(which);
        }
        let Some(quote) = fair(booking::cancel_quote(&cx, asker, number).await) else { return };
        let voucher = quote.voucher.map(|offer| offer.worth).filter(|_| self.dice.random());
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher };
        if self.agreed(booking::cancel(&cx, asker, number, agreed, "").await).is_none() {
            return;
        }
        more(&self.board.done);
        let id = rest::id_of(&self.scene.house.db, number).await;
        self.board.quoted.lock().unwrap().entry(id).or_default().push(quote.refund);
        let given = self.scene.receipt(asker, number).await.granted;
        self.vouchers.extend(given.map(|given| given.number));
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
        if let Some(part) = self.agreed(self.scene.divides_as(asker, &form).await) {
            more(&self.board.divided);
            self.bookings.push((asker.clone(), part));
        }
    }

    /// What somebody wants in place of what he has: the next time that is free where he takes his free move, else anything of its kind.
    async fn wants(&mut self, asker: &Asker, number: &Number) -> Option<Asked> {
        if self.dice.random_ratio(1, 5) {
            let cx = &self.scene.house.cx;
            let offered = fair(change::free_move(cx, asker, Script::Hans, number).await)?;
            let booked = fair(change::standing(cx, asker, Script::Hans, number).await)?.booked;
            return Some(Asked { wish: offered?.next?, free: true, ..booked });
        }
        loop {
            let (ware, wish) = self.wish();
            if ware.offer.kind == number.kind().as_str() {
                return Some(Asked { slug: ware.offer.slug, wish, free: false });
            }
        }
    }

    async fn changes(&mut self, which: Option<usize>, asker: &Asker, number: &Number) {
        let Some(asked) = self.wants(asker, number).await else { return };
        let quote = change::quote(&self.scene.house.cx, asker, Script::Hans, number, &asked).await;
        let Some(quote) = fair(quote) else { return };
        let Some(done) = self.agreed(self.scene.commit(asker, number, &quote).await) else { return };
        more(&self.board.done);
        assert!(done.due == Fen::ZERO || done.due == quote.difference, "{done:?} of {quote:?}");
        if asked.free {
            assert_eq!(quote.fee + quote.change_fee, Fen::ZERO);
            more(&self.board.free);
        }
        rest::is_kept(&self.scene.house.db, number, &quote).await;
        if let Some(which) = which {
            self.bookings[which].1 = done.number;
        }
    }
}

async fn walk(house: House, engine: &str) {
    let (began, scene) = (Instant::now(), Scene::of(house, 9).await);
    let board = Board {
        express: scene.express(9).await,
        table: scene.table(9, 3).await,
        shared: Mutex::default(),
        quoted: Mutex::default(),
        done: AtomicU64::default(),
        free: AtomicU64::default(),
        divided: AtomicU64::default(),
        conflicts: AtomicU64::default(),
    };
    let relief = Relief { voucher_percent: 100, voucher_days: 30, move_days: 5, ..Relief::default() };
    for ware in [&scene.room, &scene.suite, &scene.coach, &board.express, &board.table] {
        // Fees from the first day on, so that there is something to give vouchers for.
        let tiers = [(160, 100), (100, 60), (2, 30)].map(|(hours, percent)| Tier { hours, percent }).to_vec();
        scene.house.sells_by(ware, &Terms { tiers, relief, change_fee: Fen(700), ..Terms::standard() }).await;
    }
    let (scene, board, mut actors) = (Arc::new(scene), Arc::new(board), JoinSet::new());
    for seed in 0..ACTORS {
        let (scene, board) = (Arc::clone(&scene), Arc::clone(&board));
        actors.spawn(async move {
            let (dice, bookings, vouchers) = (StdRng::seed_from_u64(seed), Vec::new(), Vec::new());
            let mut actor = Actor { scene, board, dice, bookings, vouchers };
            for _ in 0..STEPS / ACTORS {
                actor.steps().await;
            }
        });
    }
    while let Some(actor) = actors.join_next().await {
        actor.expect("an actor comes to his end");
    }
    rest::comes_to_rest(&scene).await;
    let quoted = board.quoted.lock().unwrap().clone();
    rest::what_was_quoted_went_back(&scene.house.db, &quoted).await;
    let counts = [&board.done, &board.free, &board.divided, &board.conflicts];
    let [done, free, divided, conflicts] = counts.map(|count| count.load(Ordering::Relaxed));
    assert!(done > STEPS / 20, "only {done} changes and cancellations were done");
    assert!(free > STEPS / 1_000, "only {free} free moves were made");
    assert!(divided > STEPS / 400, "only {divided} bookings were divided");
    assert!(conflicts > STEPS / 2_000, "only {conflicts} were told that somebody was sooner");
    let shown = format!(
        "{STEPS} steps, {done} done, {divided} divided, {conflicts} conflicts, in {:.1} s",
        began.elapsed().as_secs_f64()
    );
    figure(&format!("changes and cancellations by 4 at a time, {engine}"), &shown, ">= 20,000");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_thousand_steps_on_sqlite_conserve_money_and_capacity() {
    walk(House::on_sqlite().await, "SQLite").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_thousand_steps_on_postgres_conserve_money_and_capacity() {
    walk(House::on_postgres().await, "PostgreSQL").await;
}
