//! Reminders before the service: one for each booking that was made before it was time for one.

use chrono::TimeDelta;
use domain::{
    Instant,
    booking::Status,
    notice::{Topic, remind_at},
    time::{from_micros, to_micros},
};
use entity::{booking, notice};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Query, SelectStatement},
};
use serde_json::json;

use super::tell;
use crate::{Cx, Result, booking::timeline};

/// No reminder comes longer before the service.
const HORIZON: TimeDelta = TimeDelta::hours(24);

/// Looked at in one go.
const BATCH: u64 = 500;

/// Writes the reminders that are due; gives for how many bookings.
///
/// # Errors
/// When the database fails; what is written stays.
pub async fn remind(cx: &Cx) -> Result<u64> {
    let now = cx.now();
    let (mut count, mut after) = (0, 0);
    loop {
        let near = near(now, after).all(&cx.db).await?;
        let Some(last) = near.last() else { return Ok(count) };
        after = last.id;
        for booking in &near {
            if is_due(booking, now)? {
                count += u64::from(one(cx, booking.id, now).await?);
            }
        }
    }
}

/// Confirmed bookings that are near and have no reminder yet.
fn near(now: Instant, after: i64) -> sea_orm::Select<booking::Entity> {
    booking::Entity::find()
        .filter(booking::Column::Status.eq(Status::Confirmed.as_str()))
        .filter(booking::Column::StartsAt.gt(to_micros(now)))
        .filter(booking::Column::StartsAt.lte(to_micros(now + HORIZON)))
        .filter(booking::Column::Id.gt(after))
        .filter(booking::Column::Id.not_in_subquery(reminded(now)))
        .order_by_asc(booking::Column::Id)
        .limit(BATCH)
}

/// Bookings with a reminder that is not older than one for what is near can be.
fn reminded(now: Instant) -> SelectStatement {
    Query::select()
        .column(notice::Column::BookingId)
        .from(notice::Entity)
        .and_where(notice::Column::Topic.eq(Topic::Reminder.as_str()))
        .and_where(notice::Column::Since.gt(to_micros(now - HORIZON - HORIZON)))
        .to_owned()
}

/// Whoever booked after that time knows without being reminded.
fn is_due(booking: &booking::Model, now: Instant) -> Result<bool> {
    let time = remind_at(booking.kind()?, from_micros(booking.starts_at));
    Ok(time <= now && booking.placed_at < to_micros(time))
}

/// Writes one, unless the booking was given up in between.
async fn one(cx: &Cx, id: i64, now: Instant) -> Result<bool> {
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, id).await?;
    if booking.status != Status::Confirmed.as_str() {
        return Ok(false);
    }
    tell(cx, &tx, &booking, Topic::Reminder, &booking.number, &json!({}), now).await?;
    tx.commit().await?;
    Ok(true)
}
