//! What is promised, and the calendar it is reckoned by: the newest version of each, or what a new house begins with.

use domain::{
    calendar::{self, Calendar},
    case::{Kind, Promise},
};
use entity::{case_promise, work_calendar};
use sea_orm::ConnectionTrait;

use crate::Result;

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
