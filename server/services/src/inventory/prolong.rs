//! Holding longer what is held.

use domain::{Instant, Rule, Shortage, time::to_micros};
use entity::claim::{self, State};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};

use super::lock;
use crate::{Result, Tx};

/// Moves the end of a booking's holds.
///
/// # Errors
/// [`Rule::Full`] when one of them has lapsed: it may belong to somebody else by now.
pub async fn prolong(tx: &Tx, booking_id: i64, until: Instant, now: Instant) -> Result<()> {
    let claims = claim::Entity::of_booking(booking_id).all(&**tx).await?;
    lock(tx, claims.iter().map(|claim| claim.slice_id)).await?;
    let moved = claim::Entity::update_many()
        .col_expr(claim::Column::HeldUntil, Expr::value(Some(to_micros(until))))
        .filter(claim::Column::BookingId.eq(booking_id))
        .filter(claim::Column::State.eq(State::Held))
        .filter(claim::Column::HeldUntil.gt(to_micros(now)))
        .exec(&**tx)
        .await?;
    if claims.is_empty() || moved.rows_affected != claims.len() as u64 {
        return Err(Rule::Full(Shortage::None).into());
    }
    Ok(())
}
