//! Since when a booking is over: given up, not paid in time, or its service has ended.

use domain::{
    Instant, Rule,
    booking::{Status, Step},
    time::from_micros,
};
use entity::{booking::Model, booking_event};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use crate::Result;

/// Why nothing can be changed about a booking any more; nothing while it lives.
pub(crate) async fn is_over(db: &impl ConnectionTrait, booking: &Model, now: Instant) -> Result<Option<Rule>> {
    let lives = matches!(booking.status_at(now)?, Status::Held | Status::Confirmed);
    if lives && from_micros(booking.ends_at) > now {
        return Ok(None);
    }
    Ok(Some(Rule::Over(since(db, booking, now).await?)))
}

/// Since when a booking is over that is.
async fn since(db: &impl ConnectionTrait, booking: &Model, now: Instant) -> Result<Option<Instant>> {
    Ok(match booking.status_at(now)? {
        Status::Held | Status::Confirmed => Some(from_micros(booking.ends_at)),
        Status::Expired => booking.hold_until.map(from_micros),
        Status::Cancelled => {
            let given_up = booking_event::Column::What.eq(Step::Cancel.as_str());
            let events = booking_event::Entity::of_booking(booking.id).filter(given_up).all(db).await?;
            events.last().map(|event| from_micros(event.at))
        }
    })
}
