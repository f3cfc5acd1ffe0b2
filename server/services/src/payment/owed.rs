//! What is still due for a booking, whatever has happened to its money.

use domain::{
    Fen, Instant,
    booking::Status,
    payment::{PaymentStatus, RefundStatus},
};
use entity::{booking, booking_change, payment, refund};
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::{Result, Tx, change, voucher};

/// What is outstanding of a locked booking: its price less what has come and is neither going back nor waits for a person's
/// word, and less the voucher that is laid aside for it.
pub(super) async fn outstanding(tx: &Tx, booking: &booking::Model, now: Instant) -> Result<Fen> {
    // Read anew: the books may have been written in this transaction.
    let anew = booking::Entity::find_by_id(booking.id).one(&**tx).await?;
    beside(&**tx, anew.as_ref().unwrap_or(booking), now).await
}

/// What is left of the price beside a voucher; one beside a booking that is paid is for its change.
async fn beside(db: &impl ConnectionTrait, booking: &booking::Model, now: Instant) -> Result<Fen> {
    let left = left(db, booking).await?;
    if booking.status_at(now)? == Status::Confirmed {
        return Ok(left);
    }
    Ok(left - voucher::aside(db, booking, now).await?)
}

/// What a customer is to pay now: the difference of a change that waits for it, the fee of a cancellation above what he paid, nothing
/// for a booking that expired.
pub(crate) async fn due_at(db: &impl ConnectionTrait, booking: &booking::Model, now: Instant) -> Result<Fen> {
    match booking.status_at(now)? {
        Status::Held | Status::Cancelled => Ok(beside(db, booking, now).await?.max(Fen::ZERO)),
        Status::Confirmed => match change::live_of(db, booking.id, now).await? {
            Some(change) => of_change(db, booking, &change, now).await,
            None => Ok(left(db, booking).await?.max(Fen::ZERO)),
        },
        Status::Expired => Ok(Fen::ZERO),
    }
}

/// What is due for a change that waits: its difference beside a voucher.
pub(super) async fn of_change(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    change: &booking_change::Model,
    now: Instant,
) -> Result<Fen> {
    Ok(Fen(change.difference_fen) - voucher::aside(db, booking, now).await?)
}

/// What is still due of what a payment of a booking was asked for; and, of one for the difference of a change, whether that still
/// waits for it.
pub(super) async fn of_payment(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    payment: &payment::Model,
    now: Instant,
) -> Result<(Fen, Option<bool>)> {
    match payment.change_id {
        Some(id) => {
            let live = change::live(db, id, now).await?;
            let due = match &live {
                Some(change) => of_change(db, booking, change, now).await?,
                None => Fen::ZERO,
            };
            Ok((due, Some(live.is_some())))
        }
        None => {
            // Read anew: the books may have been written in this transaction.
            let anew = booking::Entity::find_by_id(booking.id).one(db).await?;
            Ok((beside(db, anew.as_ref().unwrap_or(booking), now).await?, None))
        }
    }
}

/// What has come of a customer's money and is neither going back nor waits for a person's word.
pub(crate) async fn kept(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<Fen> {
    Ok(price(booking)? - left(db, booking).await?)
}

/// What a booking costs with its fees; of one that was cancelled the fees alone.
fn price(booking: &booking::Model) -> Result<Fen> {
    let cancelled = booking.status == Status::Cancelled.as_str();
    Ok(Fen(if cancelled { booking.fee_fen } else { booking.total_fen + booking.fee_fen }))
}

async fn left(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<Fen> {
    // Most bookings that wait for money have had none yet.
    if booking.paid_fen == 0 {
        return price(booking);
    }
    let refunds = refund::Entity::of_booking(booking.id).all(db).await?;
    let payments = payment::Entity::of_booking(booking.id).all(db).await?;
    // Money of another currency is not in the books and has no amount in ours.
    let foreign: Vec<i64> = payments.iter().filter(|payment| payment.is_foreign()).map(|payment| payment.id).collect();
    let leaving: i64 = refunds
        .iter()
        .filter(|refund| refund.status != RefundStatus::Done.as_str() && !foreign.contains(&refund.payment_id))
        .map(|refund| refund.amount_fen)
        .sum();
    let stuck: i64 = payments
        .iter()
        .filter(|payment| payment.status == PaymentStatus::Stuck.as_str() && payment.trouble == super::AMOUNT)
        .filter_map(|payment| payment.received_fen)
        .sum();
    Ok(price(booking)? - Fen(booking.paid_fen - booking.refunded_fen - leaving - stuck))
}
