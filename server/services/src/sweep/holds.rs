//! Bookings that were not paid in time (B6): they end, their units go back, their timeline says so.

use domain::{Instant, time::to_micros};
use entity::{booking, booking_event};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use crate::{Cx, Result, inventory};

/// Looked at in one go; the rest waits for the next run.
const BATCH: u64 = 500;

/// Ends what has lapsed, one transaction for each booking, so that no writer waits long.
pub(super) async fn expire(cx: &Cx) -> Result<u64> {
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
    Ok(count)
}

/// Ends one, unless somebody has paid, cancelled or swept it in between.
async fn end(cx: &Cx, id: i64, now: Instant) -> Result<bool> {
    let tx = cx.begin().await?;
    let changed = booking::Entity::update_many()
        .col_expr(booking::Column::Status, Expr::value("expired"))
        .col_expr(booking::Column::Version, Expr::col(booking::Column::Version).add(1))
        .filter(booking::Column::Id.eq(id))
        .filter(booking::Column::Status.eq("held"))
        .filter(booking::Column::HoldUntil.lte(to_micros(now)))
        .exec(&*tx)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(false);
    }
    inventory::release(&tx, id).await?;
    let event = booking_event::ActiveModel {
        booking_id: Set(id),
        at: Set(to_micros(now)),
        actor: Set("system".to_owned()),
        actor_id: Set(None),
        what: Set("expired".to_owned()),
        why: Set(String::new()),
        detail: Set("{}".to_owned()),
        ..Default::default()
    };
    booking_event::Entity::insert(event).exec_without_returning(&*tx).await?;
    tx.commit().await?;
    Ok(true)
}

fn lapsed(now: Instant) -> sea_orm::Select<booking::Entity> {
    booking::Entity::find()
        .filter(booking::Column::Status.eq("held"))
        .filter(booking::Column::HoldUntil.lte(to_micros(now)))
}
