//! Taking units: all that are wanted, or none.

use std::collections::BTreeMap;

use domain::{Instant, Rule, time::to_micros};
use entity::{claim, slice};
use i18n::Script;
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, sea_query::Expr};

use super::{free, lock, release::give_back, shortage, whole};
use crate::{Error, Result, Tx};

/// Takes units of slices for a booking that has none of them yet, held until an instant. Call it as late as possible in
/// the transaction.
///
/// # Errors
/// [`Rule::Full`] with the reason, in the reader's script. Then nothing may be committed: the caller drops the
/// transaction.
pub async fn claim(
    tx: &Tx,
    booking_id: i64,
    wants: &[(i64, u32)],
    held_until: Instant,
    now: Instant,
    script: Script,
) -> Result<()> {
    let wants = merged(wants)?;
    acquire(tx, &wants, now, script).await?;
    let mut rows = Vec::with_capacity(wants.len());
    for (slice, units) in wants {
        rows.push(claim::ActiveModel::hold(booking_id, slice, whole(units)?, to_micros(held_until)));
    }
    claim::Entity::insert_many(rows).exec(&**tx).await?;
    Ok(())
}

/// Takes units of slices in the given order, which must be a rising one.
pub(super) async fn acquire(tx: &Tx, wants: &[(i64, u32)], now: Instant, script: Script) -> Result<()> {
    for (position, &(slice, units)) in wants.iter().enumerate() {
        if take(tx, slice, units).await? {
            continue;
        }
        // Under the slice's lock nobody gives back or takes any more, so that the second answer is the last.
        sweep(tx, slice, now).await?;
        if !take(tx, slice, units).await? {
            return Err(refusal(tx, &wants[position..], now, script).await?);
        }
    }
    Ok(())
}

/// In rising order of slices, one want for each: the order of locking.
pub(super) fn merged(wants: &[(i64, u32)]) -> Result<Vec<(i64, u32)>> {
    let mut sums = BTreeMap::new();
    for &(slice, units) in wants {
        let sum: &mut u32 = sums.entry(slice).or_default();
        *sum = sum.saturating_add(units);
    }
    if sums.is_empty() || sums.values().any(|units| *units == 0) {
        return Err(Error::Internal("a claim of nothing".to_owned()));
    }
    Ok(sums.into_iter().collect())
}

/// Looks and takes in one statement, so that nobody comes between. Without the guard (a test-only build) it only takes.
pub(super) async fn take(tx: &Tx, slice: i64, units: u32) -> Result<bool> {
    let units = whole(units)?;
    let taken = || Expr::col(slice::Column::Taken).add(units);
    let mut update =
        slice::Entity::update_many().col_expr(slice::Column::Taken, taken()).filter(slice::Column::Id.eq(slice));
    if cfg!(not(feature = "unguarded")) {
        update = update.filter(slice::Column::Closed.eq(false)).filter(taken().lte(Expr::col(slice::Column::Capacity)));
    }
    Ok(update.exec(&**tx).await?.rows_affected == 1)
}

/// Locks a slice and gives back what lapsed holds still keep of it.
async fn sweep(tx: &Tx, slice: i64, now: Instant) -> Result<()> {
    lock(tx, [slice]).await?;
    let lapsed = claim::Entity::lapsed(to_micros(now)).filter(claim::Column::SliceId.eq(slice)).all(&**tx).await?;
    give_back(tx, &lapsed).await
}

/// Why the first of the remaining wants could not be taken. Those before it are not looked at: this transaction has
/// taken them itself.
async fn refusal(tx: &Tx, rest: &[(i64, u32)], now: Instant, script: Script) -> Result<Error> {
    let stock = free::of_slices(&**tx, rest.iter().map(|(slice, _)| *slice), now).await?;
    let judged = shortage::judge(rest.iter().map(|(slice, units)| (stock.get(slice), *units)), script);
    let Some(shortage) = judged else {
        return Err(Error::Internal("a slice was refused that has what was wanted".to_owned()));
    };
    let pacing = match rest.first().and_then(|(slice, _)| stock.get(slice)) {
        Some(first) => free::counts_parties(&**tx, first.resource_id).await?,
        None => false,
    };
    Ok(Rule::Full(if pacing { shortage::paced(shortage) } else { shortage }).into())
}
