//! What is promised, and the calendar it is reckoned by: the newest version of each, or what a new house begins with.

use domain::{
    calendar::{self, Calendar},
    case::{Kind, Promise},
};
use entity::{case_promise, work_calendar};
use sea_orm::{ConnectionTrait, DbBackend};

use crate::{Result, Tx};

/// PostgreSQL's lock of the calendar. SQLite has one writer.
const CALENDAR_LOCK: i64 = 20_261_130;

/// From here to the end of the transaction nobody publishes another calendar: what begins to be owed is reckoned by the one that is
/// read now, and whoever publishes the next waits for it and finds it.
pub(super) async fn hold_calendar(tx: &Tx) -> Result<()> {
    lock_calendar(tx, "pg_advisory_xact_lock_shared").await
}

/// Waits for whoever holds the calendar, and lets nobody do so until the end of the transaction.
pub(super) async fn replace_calendar(tx: &Tx) -> Result<()> {
    lock_calendar(tx, "pg_advisory_xact_lock").await
}

async fn lock_calendar(tx: &Tx, how: &str) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT {how}({CALENDAR_LOCK})")).await?;
    }
    Ok(())
}

/// The working calendar.
pub(crate) async fn working(db: &impl ConnectionTrait) -> Result<Calendar> {
    Ok(match work_calendar::Entity::newest().one(db).await? {
        Some(row) => row.calendar()?,
        None => calendar::first(),
    })
}

/// The calendar that a kind of cases goes by.
pub(crate) async fn calendar(db: &impl ConnectionTrait, kind: Kind) -> Result<Calendar> {
    match kind {
        Kind::Inquiry => working(db).await,
        Kind::Complaint => Ok(Calendar::always()),
    }
}

/// What is promised to whoever comes now.
pub(super) async fn promise(db: &impl ConnectionTrait, kind: Kind) -> Result<Promise> {
    Ok(match case_promise::Entity::newest(kind).one(db).await? {
        Some(row) => row.promise()?,
        None => Promise::first_of(kind),
    })
}
