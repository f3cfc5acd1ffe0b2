//! A payment provider to try things out: pays, declines, delays, repeats, reorders, loses and forges on command.
//!
//! Speaks the protocol of the crate `gateway` and shows customers a page to pay on. Everything it knows is in one SQLite
//! file, so that it may be killed at any moment: what it has answered is true, and what it has not been acknowledged it
//! tells again. It also takes text messages and shows them, so that a demo needs no phone.
//!
//! | | |
//! |---|---|
//! | `/v1/orders`, `/v1/refunds`, `/v1/sms` | the signed interfaces |
//! | `GET /pay/{reference}` | the page, in the script the order names |
//! | `GET /sms` | the last text messages |
//! | `POST /control` | how it behaves: a [`Mode`], such as `{"mode": "delay", "ms": 3000}`; `{"sms": "refuse"}` for text messages |
//! | `POST /control/orders/{number}` | what its customer does: `{"act": "pay"}`, `decline`, `close`, `notify`; `pay` takes a mode |
//! | `GET /control/orders/{number}` | everything known of an order |
//! | `GET /control/state` | counts and sums |
//!
//! Knows nothing of bookings, and of the portal only what the protocol tells.

mod act;
mod api;
mod control;
mod mode;
mod page;
mod plan;
mod refund;
mod router;
mod signed;
mod sms;
#[expect(unreachable_pub, reason = "what sea-orm derives for a row is public")]
mod store;
mod work;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, atomic::AtomicU64},
    time::Duration,
};

use gateway::{Key, Wire};
use sea_orm::DatabaseConnection;
use tokio::sync::{Notify, Semaphore};

pub use mode::Mode;
pub use router::router;
pub use work::work;

/// What an operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The SQLite file.
    pub data: String,
    /// The address under which customers and merchants reach it, without a slash at its end.
    pub origin: String,
    /// Of the merchant's payments.
    pub pay: Key,
    /// Of his text messages.
    pub sms: Key,
    /// A notification that was not acknowledged comes again after this time, then after twice that, and so on.
    pub again_after: Duration,
}

/// The provider; cheap to clone.
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    settings: Settings,
    db: DatabaseConnection,
    wire: Wire,
    /// Rung when there is something to tell.
    bell: Notify,
    /// Notifications on their way, so that none is sent twice at the same time.
    underway: Mutex<HashSet<String>>,
    /// One permit for each of them.
    senders: Arc<Semaphore>,
    /// Counts what chance is asked, so that the worst mode is the same each time for the same requests.
    chances: AtomicU64,
}

/// Notifications on their way at once.
const SENDERS: usize = 32;

impl Sandbox {
    /// Opens the file, making it when it is missing.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn open(settings: Settings) -> anyhow::Result<Self> {
        let db = store::open(&settings.data).await?;
        let wire = Wire::new(settings.pay.clone())?;
        Ok(Self(Arc::new(Inner {
            settings,
            db,
            wire,
            bell: Notify::new(),
            underway: Mutex::default(),
            senders: Arc::new(Semaphore::new(SENDERS)),
            chances: AtomicU64::new(0),
        })))
    }

    /// How it behaves just now.
    ///
    /// # Errors
    /// When the file fails.
    pub async fn mode(&self) -> Result<Mode, sea_orm::DbErr> {
        Ok(store::setting::get(&self.0.db, "mode")
            .await?
            .and_then(|json| serde_json::from_str(&json).ok())
            .unwrap_or_default())
    }

    /// Behaves otherwise from now on, also after a restart.
    ///
    /// # Errors
    /// When the file fails.
    pub async fn set_mode(&self, mode: &Mode) -> Result<(), sea_orm::DbErr> {
        store::setting::set(&self.0.db, "mode", &serde_json::to_string(mode).unwrap_or_default()).await?;
        self.0.bell.notify_one();
        Ok(())
    }
}

/// Now, in milliseconds since 1970.
fn now() -> i64 {
    chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()).timestamp_millis()
}
