//! What every service gets: the database, the clock, the settings.

use std::{ops::Deref, sync::Arc, time::Duration};

use chrono::NaiveDate;
use domain::{Instant, Rule, time::day_of};
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use crate::{
    Error, Outside, Result,
    case::Bus,
    catalogue::Keeper,
    clock::{Clock, DatabaseClock, SystemClock},
    connect,
    password::Hashing,
};

/// How long somebody waits for his turn to write before he is told that we are too busy.
const PATIENCE: Duration = Duration::from_secs(10);

/// PostgreSQL's lock of the migrations: instances that start together take turns, however long a migration takes.
const MIGRATION_LOCK: &str =
    "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(20261123)";

/// What the composition root decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Key of the keyed hashes (limits, phone look-up); 32 bytes or more.
    pub secret: Vec<u8>,
    /// Most connections to the database.
    pub connections: u32,
    /// Most password hashes computed at once.
    pub hashing: usize,
}

/// The context of a service call; cheap to clone.
#[derive(Clone)]
pub struct Cx {
    pub(crate) db: DatabaseConnection,
    pub(crate) clock: Arc<dyn Clock>,
    /// The same, where it is to be compared with the database's now and then.
    database_clock: Option<Arc<DatabaseClock>>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) hashing: Arc<Hashing>,
    pub(crate) outside: Arc<Outside>,
    pub(crate) assortment: Arc<Keeper>,
    /// Bells of the cases that are followed in this process.
    pub(crate) bus: Arc<Bus>,
    /// SQLite has one writer: those of this process queue here in order instead of polling the file's lock.
    pub(crate) writer: Option<Arc<Semaphore>>,
}

/// A transaction that writes. Dropped without [`Tx::commit`] it leaves no trace.
pub struct Tx {
    // Declared before the permit, so that it is rolled back before the next writer's turn.
    inner: DatabaseTransaction,
    _turn: Option<OwnedSemaphorePermit>,
}

impl Cx {
    /// Opens the database at a `sqlite:` or `postgres:` address; SQLite's file and its folder are made when missing.
    /// On PostgreSQL the time is the database's.
    pub async fn open(url: &str, settings: Settings) -> Result<Self> {
        Self::open_on(url, settings, Arc::new(SystemClock)).await
    }

    /// The same on a machine with a clock of its own.
    pub async fn open_on(url: &str, settings: Settings, machine: Arc<dyn Clock>) -> Result<Self> {
        let db = connect::open(url, settings.connections).await?;
        let writer = (db.get_database_backend() == DbBackend::Sqlite).then(|| Arc::new(Semaphore::new(1)));
        let hashing = Arc::new(Hashing::new(settings.hashing));
        let database_clock = match db.get_database_backend() {
            DbBackend::Postgres => Some(Arc::new(DatabaseClock::of(&db, Arc::clone(&machine)).await?)),
            _ => None,
        };
        let clock = database_clock.clone().map_or(machine, |clock| clock as Arc<dyn Clock>);
        Ok(Self {
            db,
            clock,
            database_clock,
            settings: Arc::new(settings),
            hashing,
            outside: Arc::default(),
            assortment: Arc::default(),
            bus: Arc::default(),
            writer,
        })
    }

    /// The same with another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self.database_clock = None;
        self
    }

    /// The same with a world outside.
    #[must_use]
    pub fn with_outside(mut self, outside: Outside) -> Self {
        self.outside = Arc::new(outside);
        self
    }

    /// What is reached outside the house.
    #[must_use]
    pub fn outside(&self) -> &Outside {
        &self.outside
    }

    /// The same, with places, offers and terms kept for so long between two readings.
    #[must_use]
    pub fn keeping_catalogue(mut self, age: Duration) -> Self {
        self.assortment = Arc::new(Keeper::of(age));
        self
    }

    /// Bells of the cases that are followed.
    #[must_use]
    pub fn bus(&self) -> &Bus {
        &self.bus
    }

    /// The only clock of the services.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Compares the machine's clock with the database's, where that is what the time is told by.
    pub async fn compare_clocks(&self) -> Result<()> {
        match &self.database_clock {
            Some(clock) => clock.compare(&self.db).await,
            None => Ok(()),
        }
    }

    /// The business day it is.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        day_of(self.now())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        Ok(self.db.ping().await?)
    }

    /// Begins a transaction that writes. What is read inside must be read through it, never through the pool.
    pub async fn begin(&self) -> Result<Tx> {
        let turn = match &self.writer {
            Some(writer) => match timeout(PATIENCE, Arc::clone(writer).acquire_owned()).await {
                Ok(Ok(permit)) => Some(permit),
                Ok(Err(_)) => return Err(Error::Internal("the queue of writers is closed".to_owned())),
                Err(_) => return Err(Rule::Busy.into()),
            },
            None => None,
        };
        // A deferred transaction that first reads and then writes fails without a chance to wait.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        Ok(Tx { inner: self.db.begin_with_options(options).await?, _turn: turn })
    }

    /// Brings the schema up to date, all of it or nothing.
    pub async fn migrate(&self) -> Result<()> {
        let tx = self.begin().await?;
        if tx.get_database_backend() == DbBackend::Postgres {
            tx.execute_unprepared(MIGRATION_LOCK).await?;
        }
        Migrator::up(&*tx, None).await?;
        tx.commit().await
    }

    /// How many migrations the database lacks.
    pub async fn pending_migrations(&self) -> Result<usize> {
        Ok(Migrator::get_pending_migrations_read_only(&self.db).await?.len())
    }

    /// Closes the connections after the work in hand.
    pub async fn close(self) -> Result<()> {
        Ok(self.db.close().await?)
    }
}

impl Tx {
    /// Makes it true for everybody, for good.
    pub async fn commit(self) -> Result<()> {
        Ok(self.inner.commit().await?)
    }

    /// Gives it up now, not only when dropped.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.inner.rollback().await?)
    }
}

impl Deref for Tx {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}
