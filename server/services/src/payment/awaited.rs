//! Whose money staff wait for: what is held for the counter or a transfer, changes that wait for their difference in the same ways,
//! and fees of cancellations above what was paid, however they come. What is to be paid online comes or lapses by itself.

use std::collections::HashMap;

use domain::{
    Fen, Instant,
    booking::Status,
    change::ChangeStatus,
    payment::{DueFor, Way},
    time::{from_micros, to_micros},
};
use entity::{
    booking::{Column, Entity, Model},
    booking_change as change,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::Expr,
};

use super::owed;
use crate::Result;

/// A booking that money is awaited for.
pub(super) struct Awaited {
    pub(super) booking: Model,
    pub(super) of: DueFor,
    pub(super) due: Fen,
    /// Until when; a fee does not run out.
    pub(super) until: Option<Instant>,
}

/// At most so many of each kind: the nearest deadline first, last what has none.
pub(super) async fn awaited(db: &impl ConnectionTrait, now: Instant, most: u64) -> Result<Vec<Awaited>> {
    let mut found = Vec::new();
    for booking in held(now).limit(most).all(db).await? {
        let until = booking.hold_until.map(from_micros);
        found.push((booking, DueFor::Booking, until));
    }
    let open = changes(now).limit(most).all(db).await?;
    let until: HashMap<_, _> = open.iter().map(|change| (change.booking_id, change.hold_until)).collect();
    for booking in Entity::find().filter(Column::Id.is_in(until.keys().copied())).all(db).await? {
        let until = until.get(&booking.id).copied().flatten().map(from_micros);
        found.push((booking, DueFor::Change, until));
    }
    found.sort_by_key(|(booking, _, until)| (*until, booking.id));
    found.extend(fees().limit(most).all(db).await?.into_iter().map(|booking| (booking, DueFor::Fee, None)));
    let mut awaited = Vec::with_capacity(found.len());
    for (booking, of, until) in found {
        let due = owed::due_at(db, &booking, now).await?;
        if of != DueFor::Fee || due > Fen::ZERO {
            awaited.push(Awaited { booking, of, due, until });
        }
    }
    Ok(awaited)
}

/// Bookings that staff follow up until they are paid.
fn followed() -> Select<Entity> {
    Entity::find().filter(Column::Way.is_in([Way::Counter.as_str(), Way::Transfer.as_str()]))
}

fn held(now: Instant) -> Select<Entity> {
    followed()
        .filter(Column::Status.eq(Status::Held.as_str()))
        .filter(Column::HoldUntil.gt(to_micros(now)))
        .order_by_asc(Column::HoldUntil)
}

fn changes(now: Instant) -> Select<change::Entity> {
    let followed = followed().select_only().column(Column::Id).into_query();
    change::Entity::find()
        .filter(change::Column::Status.eq(ChangeStatus::Open.as_str()))
        .filter(change::Column::HoldUntil.gt(to_micros(now)))
        .filter(change::Column::BookingId.in_subquery(followed))
        .order_by_asc(change::Column::HoldUntil)
}

/// What is on its way back of what was paid for a booking.
const LEAVING: &str = "COALESCE((SELECT SUM(refund.amount_fen) FROM refund WHERE refund.booking_id = booking.id \
                       AND refund.status <> 'done'), 0)";

/// Cancelled bookings of which less is left than their fees, the latest first: nobody comes for the oldest any more.
fn fees() -> Select<Entity> {
    Entity::find()
        .filter(Column::Status.eq(Status::Cancelled.as_str()))
        .filter(Column::FeeFen.gt(0))
        .filter(Expr::cust(format!("booking.fee_fen > booking.paid_fen - booking.refunded_fen - {LEAVING}")))
        .order_by_desc(Column::Id)
}
