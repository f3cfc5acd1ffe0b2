//! Bookings and changes that were not paid in time (B6, B10): they end, their units go back, their timeline says so.

use domain::{
    Instant,
    booking::{Status, Step},
    notice::Topic,
    time::to_micros,
};
use entity::booking;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use crate::{
    Cx, Result,
    booking::timeline::{self, By},
    change, inventory, notice, voucher,
};

/// Looked at in one go; the rest waits for the next run.
const BATCH: u64 = 500;

/// Ends what has lapsed, one transaction for each booking, so that no writer waits long.
pub(crate) async fn expire(cx: &Cx) -> Result<u64> {
    let now = cx.now();
    let due: Vec<i64> = lapsed(now)
        .select_only()
        .column(booking::Column::Id)
        .order_by_asc(booking::Column::Id)
        .limit(BATCH)
        .into_tuple()
        .all(&cx.db)
        .await?;
    let mut count = 0;
    for id in due {
        count += u64::from(end(cx, id, now).await?);
    }
    Ok(count + change::expire(cx).await?)
}

/// Ends one, unless somebody has paid, cancelled or swept it in between.
async fn end(cx: &Cx, id: i64, now: Instant) -> Result<bool> {
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, id).await?;
    if booking.status != Status::Held.as_str() || booking.hold_until.is_none_or(|until| until > to_micros(now)) {
        return Ok(false);
    }
    inventory::release(&tx, id).await?;
    voucher::lapse(&tx, id).await?;
    timeline::advance(&tx, &booking, Step::Expire, now, By::System, "").await?;
    notice::tell(cx, &tx, &booking, Topic::Expired, &booking.number, &json!({}), now).await?;
    tx.commit().await?;
    Ok(true)
}

fn lapsed(now: Instant) -> sea_orm::Select<booking::Entity> {
    booking::Entity::find()
        .filter(booking::Column::Status.eq("held"))
        .filter(booking::Column::HoldUntil.lte(to_micros(now)))
}
