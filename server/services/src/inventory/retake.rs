//! Taking again what a booking lost when its hold ran out: all of it, or nothing.

use domain::{Instant, time::to_micros};
use entity::claim::{self, State};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};

use super::{claim::take, free, lock, release::give_back};
use crate::{Error, Result, Tx};

/// Sells a booking the units it once held, if all of them are free; else it has none of them afterwards. Says which.
pub async fn retake(tx: &Tx, booking_id: i64, now: Instant) -> Result<bool> {
    let slices: Vec<i64> =
        claim::Entity::of_booking(booking_id).all(&**tx).await?.into_iter().map(|claim| claim.slice_id).collect();
    lock(tx, slices.iter().copied()).await?;
    // Under the locks nobody takes or gives back. Its own lapsed holds and those of others count as free; they are given back
    // first, so that the count of the slice says what can be taken.
    let lapsed = claim::Entity::find()
        .filter(claim::Column::SliceId.is_in(slices.iter().copied()))
        .filter(claim::held())
        .filter(claim::Column::HeldUntil.lte(to_micros(now)))
        .all(&**tx)
        .await?;
    give_back(tx, &lapsed).await?;
    let claims = claim::Entity::of_booking(booking_id).all(&**tx).await?;
    let stock = free::of_slices(&**tx, slices.iter().copied(), now).await?;
    let wants = claims.iter().map(|claim| (claim.slice_id, u32::try_from(claim.units).unwrap_or(u32::MAX)));
    let free = |(slice, units): (i64, u32)| stock.get(&slice).is_some_and(|stock| stock.free >= units);
    if claims.is_empty() || claims.iter().any(|claim| claim.state != State::Released) || !wants.clone().all(free) {
        return Ok(false);
    }
    for (slice, units) in wants {
        if !take(tx, slice, units).await? {
            return Err(Error::Internal(format!("slice {slice} had units free and did not give them")));
        }
    }
    claim::Entity::update_many()
        .col_expr(claim::Column::State, Expr::value(State::Sold))
        .col_expr(claim::Column::HeldUntil, Expr::value(None::<i64>))
        .filter(claim::Column::BookingId.eq(booking_id))
        .exec(&**tx)
        .await?;
    Ok(true)
}
