//! Units for others: only the net difference of each slice is taken or given back, so that what stays is never let go of.

use std::collections::BTreeMap;

use domain::{Instant, time::to_micros};
use entity::{
    claim::{self, State},
    slice,
};
use i18n::Script;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, Set, sea_query::Expr,
};

use super::{
    claim::{acquire, merged},
    lock, whole,
};
use crate::{Error, Result, Tx};

/// What a booking's units are worth after an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// Held until an instant.
    Held(Instant),
    /// Sold.
    Sold,
}

/// Gives a booking other units than it has, at once.
///
/// # Errors
/// [`domain::Rule::Full`] when what comes anew is not free. Then nothing may be committed.
pub async fn exchange(
    tx: &Tx,
    booking_id: i64,
    wants: &[(i64, u32)],
    worth: Worth,
    now: Instant,
    script: Script,
) -> Result<()> {
    let wants = merged(wants)?;
    let known = own(tx, booking_id).await?;
    for (slice, had, wanted) in both(&known, &wants) {
        if wanted > had {
            acquire(tx, &[(slice, wanted - had)], now, script).await?;
        } else if had > wanted {
            put_back(tx, slice, had - wanted).await?;
        }
    }
    rewrite(tx, booking_id, &known, &wants, worth).await
}

/// Holds for a change what its booking lacks of the units wanted; what the booking has stays as it is.
///
/// # Errors
/// [`domain::Rule::Full`] when it is not free. Then nothing may be committed.
pub async fn hold_beside(
    tx: &Tx,
    (booking_id, change_id): (i64, i64),
    wants: &[(i64, u32)],
    until: Instant,
    now: Instant,
    script: Script,
) -> Result<()> {
    let wants = merged(wants)?;
    let known = own(tx, booking_id).await?;
    let lacking: Vec<_> = both(&known, &wants)
        .into_iter()
        .filter(|(_, had, wanted)| wanted > had)
        .map(|(slice, had, wanted)| (slice, wanted - had))
        .collect();
    acquire(tx, &lacking, now, script).await?;
    for (slice, units) in lacking {
        let mut row = claim::ActiveModel::hold(booking_id, slice, whole(units)?, to_micros(until));
        row.change_id = Set(change_id);
        claim::Entity::insert(row).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Makes a change good: what it holds and what stays is sold, the rest is given back. `false`, and nothing done, when one of its holds
/// has lapsed.
pub async fn make_good(
    tx: &Tx,
    (booking_id, change_id): (i64, i64),
    wants: &[(i64, u32)],
    now: Instant,
) -> Result<bool> {
    let wants = merged(wants)?;
    let (known, beside) = locked(tx, booking_id, change_id).await?;
    let lapsed = |claim: &claim::Model| {
        claim.state != State::Held || claim.held_until.is_none_or(|until| until <= to_micros(now))
    };
    if beside.iter().any(lapsed) {
        return Ok(false);
    }
    remove(tx, &beside).await?;
    for (slice, had, wanted) in both(&known, &wants) {
        let held: i64 = beside.iter().filter(|claim| claim.slice_id == slice).map(|claim| i64::from(claim.units)).sum();
        if i64::from(wanted) > i64::from(had) + held {
            return Err(Error::Internal(format!("a change holds too little of slice {slice}")));
        }
        let over = i64::from(had) + held - i64::from(wanted);
        put_back(tx, slice, u32::try_from(over).unwrap_or_default()).await?;
    }
    rewrite(tx, booking_id, &known, &wants, Worth::Sold).await?;
    Ok(true)
}

/// Gives back what a change holds; what its booking has stays as it is. Nothing is given back twice.
pub async fn let_go(tx: &Tx, booking_id: i64, change_id: i64) -> Result<()> {
    let (_, beside) = locked(tx, booking_id, change_id).await?;
    remove(tx, &beside).await?;
    for claim in beside.iter().filter(|claim| claim.state != State::Released) {
        put_back(tx, claim.slice_id, u32::try_from(claim.units).unwrap_or_default()).await?;
    }
    Ok(())
}

/// Units of the booking's own that are worth something, by slice.
async fn own(tx: &Tx, booking_id: i64) -> Result<BTreeMap<i64, u32>> {
    let claims =
        claim::Entity::of_change(booking_id, 0).filter(claim::Column::State.ne(State::Released)).all(&**tx).await?;
    Ok(claims.into_iter().map(|claim| (claim.slice_id, u32::try_from(claim.units).unwrap_or_default())).collect())
}

/// The booking's own units and what a change holds, with their slices locked.
async fn locked(tx: &Tx, booking_id: i64, change_id: i64) -> Result<(BTreeMap<i64, u32>, Vec<claim::Model>)> {
    let slices = claim::Entity::of_booking(booking_id).all(&**tx).await?.into_iter().map(|claim| claim.slice_id);
    lock(tx, slices).await?;
    // Read again under the locks: somebody may have swept some of them in between.
    Ok((own(tx, booking_id).await?, claim::Entity::of_change(booking_id, change_id).all(&**tx).await?))
}

/// Every slice of either side in rising order, with what is there and what is wanted of it.
fn both(known: &BTreeMap<i64, u32>, wants: &[(i64, u32)]) -> Vec<(i64, u32, u32)> {
    let mut slices: BTreeMap<i64, (u32, u32)> = known.iter().map(|(slice, had)| (*slice, (*had, 0))).collect();
    for (slice, wanted) in wants {
        slices.entry(*slice).or_default().1 = *wanted;
    }
    slices.into_iter().map(|(slice, (had, wanted))| (slice, had, wanted)).collect()
}

async fn put_back(tx: &Tx, slice: i64, units: u32) -> Result<()> {
    if units == 0 {
        return Ok(());
    }
    slice::Entity::update_many()
        .col_expr(slice::Column::Taken, Expr::col(slice::Column::Taken).sub(whole(units)?))
        .filter(slice::Column::Id.eq(slice))
        .exec(&**tx)
        .await?;
    Ok(())
}

async fn remove(tx: &Tx, claims: &[claim::Model]) -> Result<()> {
    let ids = claims.iter().map(|claim| claim.id);
    claim::Entity::delete_many().filter(claim::Column::Id.is_in(ids)).exec(&**tx).await?;
    Ok(())
}

/// The booking's own claims become those wanted; the counts of the slices are the caller's care.
async fn rewrite(
    tx: &Tx,
    booking_id: i64,
    known: &BTreeMap<i64, u32>,
    wants: &[(i64, u32)],
    worth: Worth,
) -> Result<()> {
    let gone = known.keys().filter(|slice| wants.iter().all(|(wanted, _)| wanted != *slice));
    claim::Entity::delete_many()
        .filter(claim::Column::BookingId.eq(booking_id))
        .filter(claim::Column::ChangeId.eq(0))
        .filter(claim::Column::SliceId.is_in(gone.copied()))
        .exec(&**tx)
        .await?;
    let (state, until) = match worth {
        Worth::Held(until) => (State::Held, Some(to_micros(until))),
        Worth::Sold => (State::Sold, None),
    };
    for (slice, units) in wants {
        if known.contains_key(slice) {
            claim::Entity::update_many()
                .col_expr(claim::Column::Units, Expr::value(whole(*units)?))
                .col_expr(claim::Column::State, Expr::value(state))
                .col_expr(claim::Column::HeldUntil, Expr::value(until))
                .filter(claim::Column::BookingId.eq(booking_id))
                .filter(claim::Column::ChangeId.eq(0))
                .filter(claim::Column::SliceId.eq(*slice))
                .exec(&**tx)
                .await?;
        } else {
            let row = claim::ActiveModel {
                slice_id: Set(*slice),
                booking_id: Set(booking_id),
                units: Set(whole(*units)?),
                state: Set(state),
                held_until: Set(until),
                ..Default::default()
            };
            row.insert(&**tx).await?;
        }
    }
    Ok(())
}
