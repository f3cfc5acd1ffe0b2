//! Giving units back, once.

use std::collections::BTreeMap;

use entity::{claim, slice};
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, sea_query::Expr};

use super::lock;
use crate::{Result, Tx};

/// Gives back everything a booking has, held or sold. What it has given back before is not given back again.
pub async fn release(tx: &Tx, booking_id: i64) -> Result<()> {
    let slices = claim::Entity::of_booking(booking_id).all(&**tx).await?.into_iter().map(|claim| claim.slice_id);
    lock(tx, slices).await?;
    // Read again under the locks: somebody may have swept some of them in between.
    let claims = claim::Entity::of_booking(booking_id)
        .filter(claim::Column::State.ne(claim::State::Released))
        .all(&**tx)
        .await?;
    give_back(tx, &claims).await
}

/// Gives back claims whose slices are locked and which are not released yet.
pub(super) async fn give_back(tx: &Tx, claims: &[claim::Model]) -> Result<()> {
    if claims.is_empty() {
        return Ok(());
    }
    claim::Entity::update_many()
        .col_expr(claim::Column::State, Expr::value(claim::State::Released))
        .col_expr(claim::Column::HeldUntil, Expr::value(None::<i64>))
        .filter(claim::Column::Id.is_in(claims.iter().map(|claim| claim.id)))
        .exec(&**tx)
        .await?;
    let mut sums: BTreeMap<i64, i32> = BTreeMap::new();
    for claim in claims {
        *sums.entry(claim.slice_id).or_default() += claim.units;
    }
    for (slice, units) in sums {
        slice::Entity::update_many()
            .col_expr(slice::Column::Taken, Expr::col(slice::Column::Taken).sub(units))
            .filter(slice::Column::Id.eq(slice))
            .exec(&**tx)
            .await?;
    }
    Ok(())
}
