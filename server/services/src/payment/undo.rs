//! What a change or a cancellation does to a booking's money: the sale follows the price, and what is too much goes back the way it
//! came.

use domain::{
    Fen, Instant,
    payment::{Fact, PaymentStatus, Reason, RefundStatus, Way, split},
};
use entity::{booking, payment, refund};
use sea_orm::ConnectionTrait;

use super::{ledger, refund as money};
use crate::{Cx, Error, Result, Tx};

/// The books have so much more sold of a locked booking, or less. `cause` is unique.
pub(crate) async fn adjust(tx: &Tx, booking: &booking::Model, by: Fen, cause: &str, now: Instant) -> Result<()> {
    let fact = if by < Fen::ZERO { Fact::Undone(Fen::ZERO - by) } else { Fact::Sold(by) };
    ledger::post(tx, booking.id, fact, cause, now).await
}

/// Owes a part of what was paid for a locked booking, split over its payments; two persons look at it before it goes (A4), but for
/// what goes back to a voucher. Who calls tells the customer. `cause` is unique.
///
/// # Errors
/// When there is not so much left to give back.
pub(crate) async fn give(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    amount: Fen,
    reason: Reason,
    cause: &str,
    now: Instant,
) -> Result<()> {
    if amount <= Fen::ZERO {
        return Ok(());
    }
    let (payments, lefts) = left(&**tx, booking.id).await?;
    let parts = split(&lefts, amount)
        .ok_or_else(|| Error::Internal(format!("booking {} has less than is to go back", booking.number)))?;
    for (position, part) in parts {
        let payment = &payments[position];
        let cause = format!("{reason}:{cause}:{}", payment.number);
        if payment.way()? == Way::Voucher {
            let (number, _) =
                money::note_owed(cx, tx, booking, payment, (part, reason), (cause, RefundStatus::Due), now).await?;
            money::to_voucher(tx, booking, payment.id, (&number, part), now).await?;
        } else {
            money::note_owed(cx, tx, booking, payment, (part, reason), (cause, RefundStatus::Asked), now).await?;
        }
    }
    Ok(())
}

/// The payments of a locked booking that are settled, and what is left of each. Money that waits for a person's word is his to give
/// back, and what is not in the books has gone by his word.
pub(super) async fn left(db: &impl ConnectionTrait, booking_id: i64) -> Result<(Vec<payment::Model>, Vec<Fen>)> {
    let refunds = refund::Entity::of_booking(booking_id).all(db).await?;
    let payments: Vec<_> = payment::Entity::of_booking(booking_id)
        .all(db)
        .await?
        .into_iter()
        .filter(|payment| payment.status == PaymentStatus::Paid.as_str() && !payment.is_foreign())
        .collect();
    let left = |payment: &payment::Model| {
        let of_it = refunds.iter().filter(|refund| refund.payment_id == payment.id);
        Fen(payment.received_fen.unwrap_or_default() - of_it.map(|refund| refund.amount_fen).sum::<i64>())
    };
    let lefts = payments.iter().map(left).collect();
    Ok((payments, lefts))
}
