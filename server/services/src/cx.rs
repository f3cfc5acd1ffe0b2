//! What every service gets: the database, the clock, the settings.

use std::sync::Arc;

use domain::Instant;
use sea_orm::{DatabaseConnection, DatabaseTransaction};
use tokio::sync::Semaphore;

use crate::Result;

/// Tells the time; tests turn it by hand.
pub trait Clock: Send + Sync {
    /// Now, whole microseconds.
    fn now(&self) -> Instant;
}

/// The machine's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

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
    pub(crate) settings: Arc<Settings>,
    pub(crate) hashing: Arc<Semaphore>,
    /// SQLite has one writer: those of this process queue here in order instead of polling the file's lock.
    pub(crate) writer: Option<Arc<Semaphore>>,
}
