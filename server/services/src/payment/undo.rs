//! Undoing a sale in full: what was paid goes back the way it came.

use domain::{
    Fen, Instant,
    payment::{Fact, PaymentStatus, Reason},
};
use entity::{booking, payment, refund};

use super::{ledger, refund as money};
use crate::{Cx, Result, Tx};

/// Owes everything that was paid for a locked booking, which was confirmed, and has not gone back yet.
pub(crate) async fn undo(cx: &Cx, tx: &Tx, booking: &booking::Model, now: Instant) -> Result<()> {
    ledger::post(tx, booking.id, Fact::Undone(Fen(booking.total_fen)), &booking.number, now).await?;
    let refunds = refund::Entity::of_booking(booking.id).all(&**tx).await?;
    for payment in payment::Entity::of_booking(booking.id).all(&**tx).await? {
        // Money that waits for a person's word is his to give back.
        if payment.status()? != PaymentStatus::Paid {
            continue;
        }
        let of_it = refunds.iter().filter(|refund| refund.payment_id == payment.id);
        let given: i64 = of_it.map(|refund| refund.amount_fen).sum();
        let left = Fen(payment.received_fen.unwrap_or_default() - given);
        if left > Fen::ZERO {
            money::owe(cx, tx, booking, &payment, left, Reason::Cancelled, now).await?;
        }
    }
    Ok(())
}
