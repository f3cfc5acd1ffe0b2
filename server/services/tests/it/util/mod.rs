//! What every test of the services needs: a house on each of the two engines, and a clock that is turned by hand.
//!
//! `on_both(async |house: House| …)` runs a test twice, each time on an empty database with the whole schema: SQLite in
//! a temporary file, PostgreSQL in a database of its own on a cluster that this process starts ([`cluster`]).
//! [`shop`] has the words for what the house sells.

pub mod bank;
mod cluster;
pub mod post;
pub mod shop;

use std::{
    env, fs,
    io::Write as _,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{self, Duration},
};

use chrono::TimeDelta;
use domain::{
    Instant,
    time::{from_micros, to_micros},
};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use services::{Clock, Cx, Settings};
use tempfile::TempDir;

/// Monday 23 November 2026, ten o'clock in Shanghai.
pub const OPENING: &str = "2026-11-23T10:00:00+08:00";

/// Connections of a house: more than a test has hands, so that the engine and not the pool decides who waits.
const CONNECTIONS: u32 = 12;

/// A clock that stands still until it is turned.
pub struct Turnable(AtomicI64);

impl Turnable {
    /// Turns it forward.
    pub fn forward(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_microseconds().expect("not that far"), Ordering::SeqCst);
    }

    /// Turns it to an instant.
    pub fn turn_to(&self, instant: Instant) {
        self.0.store(to_micros(instant), Ordering::SeqCst);
    }
}

impl Clock for Turnable {
    fn now(&self) -> Instant {
        from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// A house with an empty database.
pub struct House {
    /// What services are called with.
    pub cx: Cx,
    /// Its clock.
    pub clock: Arc<Turnable>,
    /// A way into the database past the services, to look and to tamper.
    pub db: DatabaseConnection,
    url: String,
    _folder: Option<TempDir>,
}

impl House {
    /// On SQLite.
    pub async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        // A folder that is not there yet, so that every test shows that it is made.
        let file = folder.path().join("data").join("house.db");
        Self::open(&format!("sqlite:{}", file.display()), Some(folder)).await
    }

    /// On PostgreSQL.
    pub async fn on_postgres() -> Self {
        Self::open(&cluster::database().await, None).await
    }

    async fn open(url: &str, folder: Option<TempDir>) -> Self {
        let start: Instant = OPENING.parse().expect("an instant");
        let clock = Arc::new(Turnable(AtomicI64::new(to_micros(start))));
        let cx = context(url, &clock).await;
        cx.migrate().await.expect("the schema is made");
        let mut options = ConnectOptions::new(url);
        options.max_connections(2).sqlx_logging(false);
        let db = Database::connect(options).await.expect("the database opens");
        Self { cx, clock, db, url: url.to_owned(), _folder: folder }
    }

    /// A second instance of the server on the same database, with the same clock; the first must outlive it.
    pub async fn instance(&self) -> Self {
        let (clock, db, url) = (Arc::clone(&self.clock), self.db.clone(), self.url.clone());
        Self { cx: context(&url, &clock).await, clock, db, url, _folder: None }
    }

    /// An instance on a machine whose clock is the house's; what it makes of that is its own affair.
    pub async fn instance_by_its_own_clock(&self) -> Cx {
        let machine = Arc::clone(&self.clock) as Arc<dyn Clock>;
        Cx::open_on(&self.url, settings(), machine).await.expect("the database opens")
    }
}

fn settings() -> Settings {
    Settings { secret: vec![7; 32], connections: CONNECTIONS, hashing: 2 }
}

async fn context(url: &str, clock: &Arc<Turnable>) -> Cx {
    let cx = Cx::open(url, settings()).await.expect("the database opens");
    cx.with_clock(Arc::clone(clock) as Arc<dyn Clock>)
}

/// Runs a test on both engines, one after the other.
pub async fn on_both(test: impl AsyncFn(House)) {
    eprintln!("on SQLite:");
    test(House::on_sqlite().await).await;
    eprintln!("on PostgreSQL:");
    test(House::on_postgres().await).await;
}

/// Nothing that is waited for takes longer.
const DEADLINE: Duration = Duration::from_secs(60);

/// Waits for a condition; fails when it does not come.
pub async fn until(condition: impl AsyncFn() -> bool) {
    let began = time::Instant::now();
    while !condition().await {
        assert!(began.elapsed() < DEADLINE, "it did not happen in time");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Printed, and collected in the file that `.ci/test` shows at its end.
pub fn figure(what: &str, figure: &str, bar: &str) {
    eprintln!("figure: {what}: {figure} ({bar})");
    if let Ok(path) = env::var("FIGURES") {
        let file = fs::OpenOptions::new().append(true).create(true).open(path);
        file.and_then(|mut file| writeln!(file, "{what}\t{figure}\t{bar}")).expect("the file of figures");
    }
}
