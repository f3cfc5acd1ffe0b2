//! A part of what a booking has sold becomes another's: the units are shared, no slice takes more or less.

use std::collections::HashMap;

use domain::{Instant, change::Cut};
use entity::{
    claim::{self, State},
    slice,
};
use i18n::Script;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};

use super::{claim::acquire, free, lock, whole};
use crate::{Error, Result, Tx};

/// Gives a booking that has nothing yet a part of what another one has sold. Of a slice that counts the parties that start, whatever
/// their size, nothing can be shared: there the new booking takes a unit of its own. Nights go as they are: who stays on does not come a
/// second time.
///
/// # Errors
/// [`domain::Rule::Full`] when such a unit is not free, in the reader's script. Then nothing may be committed.
pub async fn divide(tx: &Tx, (from, to): (i64, i64), cut: Cut, now: Instant, script: Script) -> Result<()> {
    let claims = sold(tx, from).await?;
    let slices = slices(tx, &claims).await?;
    lock(tx, slices.keys().copied()).await?;
    for claim in &claims {
        let slice = slices.get(&claim.slice_id);
        let slice = slice.ok_or_else(|| Error::Internal(format!("claim {} is of no slice", claim.id)))?;
        match cut {
            Cut::From(day) if slice.day < day => {}
            Cut::From(_) => {
                let moved = claim::ActiveModel { id: Set(claim.id), booking_id: Set(to), ..Default::default() };
                moved.update(&**tx).await?;
            }
            Cut::Units { .. } if free::counts_parties(&**tx, slice.resource_id).await? => {
                acquire(tx, &[(claim.slice_id, 1)], now, script).await?;
                give(tx, to, claim.slice_id, 1).await?;
            }
            Cut::Units { units, .. } => {
                let rest = claim.units - whole(units)?;
                if rest <= 0 {
                    return Err(Error::Internal(format!("claim {} has no {units} units to share", claim.id)));
                }
                let kept = claim::ActiveModel { id: Set(claim.id), units: Set(rest), ..Default::default() };
                kept.update(&**tx).await?;
                give(tx, to, claim.slice_id, whole(units)?).await?;
            }
        }
    }
    Ok(())
}

/// When what a booking has sold ends before a day, and begins from it on; microseconds.
pub(crate) async fn border(tx: &Tx, booking_id: i64, day: chrono::NaiveDate) -> Result<Option<(i64, i64)>> {
    let slices = slices(tx, &sold(tx, booking_id).await?).await?;
    let ends = slices.values().filter(|slice| slice.day < day).map(|slice| slice.ends_at).max();
    let starts = slices.values().filter(|slice| slice.day >= day).map(|slice| slice.starts_at).min();
    Ok(ends.zip(starts))
}

/// What a booking has for good. While its row is locked nobody else changes that.
async fn sold(tx: &Tx, booking_id: i64) -> Result<Vec<claim::Model>> {
    Ok(claim::Entity::of_change(booking_id, 0).filter(claim::Column::State.eq(State::Sold)).all(&**tx).await?)
}

async fn slices(tx: &Tx, claims: &[claim::Model]) -> Result<HashMap<i64, slice::Model>> {
    let ids = claims.iter().map(|claim| claim.slice_id);
    let found = slice::Entity::find().filter(slice::Column::Id.is_in(ids)).all(&**tx).await?;
    Ok(found.into_iter().map(|slice| (slice.id, slice)).collect())
}

async fn give(tx: &Tx, booking_id: i64, slice: i64, units: i32) -> Result<()> {
    let row = claim::ActiveModel {
        slice_id: Set(slice),
        booking_id: Set(booking_id),
        units: Set(units),
        state: Set(State::Sold),
        ..Default::default()
    };
    claim::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}
