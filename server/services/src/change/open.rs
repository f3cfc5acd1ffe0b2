//! The change that waits for its difference.

use domain::Instant;
use entity::booking_change::{Entity, Model};
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::Result;

/// A booking's change that waits for its difference and still has the time.
pub(crate) async fn live_of(db: &impl ConnectionTrait, booking_id: i64, now: Instant) -> Result<Option<Model>> {
    let open = Entity::open_of(booking_id).one(db).await?;
    Ok(open.filter(|change| change.is_live(now)))
}

/// The same, named by its row.
pub(crate) async fn live(db: &impl ConnectionTrait, change_id: i64, now: Instant) -> Result<Option<Model>> {
    let open = Entity::find_by_id(change_id).one(db).await?;
    Ok(open.filter(|change| change.is_live(now)))
}
