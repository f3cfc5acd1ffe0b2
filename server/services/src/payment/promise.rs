//! By when money that goes back is with the customer: in working days, by whoever carries it there.

use chrono::TimeDelta;
use domain::{Instant, payment::Way};
use entity::payment;
use sea_orm::ConnectionTrait;

use crate::{Cx, Result, case};

/// Working days in which two persons look at what a customer gave up (A4).
const CHECK: u32 = 1;

/// Working days in which staff pay out or transfer what did not come online, or came by a provider that is ours no more.
const BY_STAFF: u32 = 5;

/// By when what a payment of a booking brought would be back, if it was given up now.
pub(crate) async fn promised(cx: &Cx, db: &impl ConnectionTrait, booking_id: i64, now: Instant) -> Result<Instant> {
    let payments = payment::Entity::of_booking(booking_id).all(db).await?;
    let mut latest = now;
    for payment in payments.iter().filter(|payment| payment.settled_at.is_some()) {
        latest = latest.max(promised_of(cx, db, payment, true, now).await?);
    }
    Ok(latest)
}

/// By when a part of a payment is back that is owed from now on; whether two persons look at it first.
pub(super) async fn promised_of(
    cx: &Cx,
    db: &impl ConnectionTrait,
    payment: &payment::Model,
    looked_at: bool,
    now: Instant,
) -> Result<Instant> {
    let days = match payment.way()? {
        Way::Voucher => return Ok(now),
        Way::Online => {
            let gateway = cx.outside().gateway.as_ref().filter(|gateway| gateway.name() == payment.provider);
            gateway.map_or(BY_STAFF, |gateway| gateway.arrival_days())
        }
        Way::Counter | Way::Transfer => BY_STAFF,
    };
    let days = days + if looked_at { CHECK } else { 0 };
    let by = case::working(db).await?.days_after(now, days);
    // In a house that never works nothing is ever due; the customer is promised something nevertheless.
    Ok(by.unwrap_or(now + TimeDelta::days(i64::from(days))))
}
