//! What time it is: by this machine or, where machines share a database, by the database, so that all agree when a hold ends and
//! what a cancellation gives back.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{self, Duration, SystemTime, UNIX_EPOCH},
};

use domain::{
    Instant,
    time::{from_micros, to_micros},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait};
use tokio::time::interval;

use crate::{Cx, Error, Result};

/// The database's time, microseconds.
const THERE: &str = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint) AS micros";

/// It is asked so often in one go; the answer that took least time is the most exact.
const SAMPLES: usize = 3;

/// Clocks drift apart slowly: they are compared so often.
const EVERY: Duration = Duration::from_mins(1);

/// Tells the time; tests turn it by hand.
pub trait Clock: Send + Sync {
    /// Now, whole microseconds.
    fn now(&self) -> Instant;
}

/// The machine's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }
}

/// The clock of a PostgreSQL database: a machine's own, and by how much that differs.
pub(crate) struct DatabaseClock {
    machine: Arc<dyn Clock>,
    /// The database's is so far ahead; microseconds.
    ahead: AtomicI64,
}

impl Clock for DatabaseClock {
    fn now(&self) -> Instant {
        from_micros(to_micros(self.machine.now()) + self.ahead.load(Ordering::Relaxed))
    }
}

impl DatabaseClock {
    /// The clock of a database, compared with a machine's.
    pub(crate) async fn of(db: &DatabaseConnection, machine: Arc<dyn Clock>) -> Result<Self> {
        let clock = Self { machine, ahead: AtomicI64::new(0) };
        clock.compare(db).await?;
        Ok(clock)
    }

    /// Compares the two anew.
    pub(crate) async fn compare(&self, db: &DatabaseConnection) -> Result<()> {
        // In a transaction, so that nobody's turn for a connection is measured.
        let tx = db.begin().await?;
        let mut best = (i64::MAX, 0);
        for _ in 0..SAMPLES {
            let (here, sent) = (to_micros(self.machine.now()), time::Instant::now());
            let row = tx.query_one_raw(Statement::from_string(DbBackend::Postgres, THERE)).await?;
            let took = i64::try_from(sent.elapsed().as_micros()).unwrap_or(i64::MAX);
            let row = row.ok_or_else(|| Error::Internal("the database tells no time".to_owned()))?;
            let there: i64 = row.try_get("", "micros")?;
            // It was asked half-way.
            best = best.min((took, there - here - took / 2));
        }
        tx.rollback().await?;
        self.ahead.store(best.1, Ordering::Relaxed);
        Ok(())
    }
}

/// Keeps the time of the database as long as the program runs.
pub async fn keep_time(cx: &Cx) {
    let mut ticks = interval(EVERY);
    // It was compared when the database was opened.
    ticks.tick().await;
    loop {
        ticks.tick().await;
        if let Err(error) = cx.compare_clocks().await {
            tracing::warn!(%error, "the database's clock could not be read this time");
        }
    }
}
