//! Keys are forgotten after a day.

use domain::{Instant, time::to_micros};
use entity::write_key::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{Result, Tx};

/// Removes keys whose time is over; gives how many.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &Tx, now: Instant) -> Result<u64> {
    let gone = Entity::delete_many().filter(Column::ExpiresAt.lte(to_micros(now))).exec(&**tx).await?;
    Ok(gone.rows_affected)
}
