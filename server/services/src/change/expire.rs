//! Changes whose difference did not come in time: the booking stays as it was.

use domain::{
    Instant,
    change::{ChangeStatus, ChangeStep},
    notice::Topic,
    time::to_micros,
};
use entity::{
    booking,
    booking_change::{self, Column, Entity},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::{advance::advance, identity};
use crate::{
    Cx, Result, Tx,
    booking::timeline::{self, By},
    inventory, notice, voucher,
};

/// Looked at in one go; the rest waits for the next run.
const BATCH: u64 = 200;

/// Ends what has lapsed, one transaction for each; gives how many. What it held counted as free from its end on.
pub(crate) async fn expire(cx: &Cx) -> Result<u64> {
    let lapsed = Entity::find()
        .filter(Column::Status.eq(ChangeStatus::Open.as_str()))
        .filter(Column::HoldUntil.lte(to_micros(cx.now())))
        .order_by_asc(Column::Id)
        .limit(BATCH)
        .all(&cx.db)
        .await?;
    let mut count = 0;
    for change in lapsed {
        count += u64::from(one(cx, &change).await?);
    }
    Ok(count)
}

/// Ends the change of a booking whose time is over, if no job has yet, in a transaction of its own; says whether there was one.
pub(crate) async fn lapse(cx: &Cx, booking_id: i64) -> Result<bool> {
    match Entity::open_of(booking_id).one(&cx.db).await? {
        Some(change) if !change.is_live(cx.now()) => one(cx, &change).await,
        Some(_) | None => Ok(false),
    }
}

async fn one(cx: &Cx, change: &booking_change::Model) -> Result<bool> {
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, change.booking_id).await?;
    let now = cx.now();
    let open = Entity::open_of(booking.id).one(&*tx).await?;
    let Some(open) = open.filter(|open| open.id == change.id && !open.is_live(now)) else { return Ok(false) };
    end(cx, &tx, &booking, open, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends a change of a locked booking whose time is over.
pub(crate) async fn end(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    change: booking_change::Model,
    now: Instant,
) -> Result<()> {
    let (id, code) = (change.id, change.code.clone());
    advance(tx, change, ChangeStep::Lapse, now).await?;
    timeline::note(tx, booking.id, now, By::System, "change-expired", "", &json!({ "code": code })).await?;
    notice::tell(cx, tx, booking, Topic::Unchanged, &code, &json!({}), now).await?;
    identity::forget(tx, booking).await?;
    voucher::lapse(tx, booking.id).await?;
    inventory::let_go(tx, booking.id, id).await
}
