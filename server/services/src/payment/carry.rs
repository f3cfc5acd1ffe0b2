//! A part of a booking becomes a booking of its own: what was paid for the part goes along.
//!
//! No money moves. Each payment keeps its number and the provider's; the other booking has a part of it in a row of its own, which the
//! provider is never asked about and whose refunds it is told of under the payment that came.

use domain::{
    Fen, Instant, Rule,
    payment::{Fact, Way, split},
};
use entity::{
    booking,
    payment::{self, ActiveModel},
};
use sea_orm::{ActiveModelTrait, ActiveValue::NotSet, ActiveValue::Set, ConnectionTrait, IntoActiveModel};

use super::{ledger, undo};
use crate::{Result, Tx};

/// What of each payment would go with so much of what was paid for a booking. What a voucher paid stays: a voucher knows one booking of
/// each use.
///
/// # Errors
/// [`Rule::PaidByVoucher`] when there is not so much left beside.
pub(crate) async fn carried(
    db: &impl ConnectionTrait,
    booking_id: i64,
    amount: Fen,
) -> Result<Vec<(payment::Model, Fen)>> {
    let (payments, mut lefts) = undo::left(db, booking_id).await?;
    for (payment, left) in payments.iter().zip(&mut lefts) {
        if payment.way()? == Way::Voucher {
            *left = Fen::ZERO;
        }
    }
    let shares = split(&lefts, amount).ok_or(Rule::PaidByVoucher)?;
    Ok(shares.into_iter().map(|(position, share)| (payments[position].clone(), share)).collect())
}

/// Moves so much of what was paid for a locked booking to one that was made in this transaction, and is its sale from now on.
///
/// # Errors
/// As [`carried`].
pub(crate) async fn carry(
    tx: &Tx,
    from: &booking::Model,
    (to, number): (i64, &str),
    amount: Fen,
    now: Instant,
) -> Result<()> {
    for (payment, share) in carried(&**tx, from.id, amount).await? {
        divide(tx, &payment, to, share).await?;
    }
    ledger::post(tx, from.id, Fact::Undone(amount), &format!("{number}/divided"), now).await?;
    ledger::post(tx, from.id, Fact::Carried(Fen::ZERO - amount), &format!("{number}/out"), now).await?;
    ledger::post(tx, to, Fact::Carried(amount), &format!("{number}/in"), now).await?;
    ledger::post(tx, to, Fact::Sold(amount), number, now).await
}

/// Gives another booking a part of a payment; the whole of it goes along as it is.
async fn divide(tx: &Tx, payment: &payment::Model, to: i64, share: Fen) -> Result<()> {
    let rest = payment.received_fen.unwrap_or_default() - share.0;
    if share <= Fen::ZERO {
        return Ok(());
    }
    if rest == 0 {
        let moved =
            ActiveModel { id: Set(payment.id), booking_id: Set(to), change_id: Set(None), ..Default::default() };
        moved.update(&**tx).await?;
        return Ok(());
    }
    let came = payment::Entity::came_with(payment).all(&**tx).await?;
    // Whoever reads it knows the payment that came.
    let number = format!("{}-{}", came.first().unwrap_or(payment).number, came.len());
    let part = ActiveModel {
        id: NotSet,
        start_key: Set(format!("part/{number}")),
        number: Set(number),
        booking_id: Set(to),
        amount_fen: Set(share.0),
        received_fen: Set(Some(share.0)),
        page: Set(None),
        change_id: Set(None),
        part_of: Set(Some(payment.part_of.unwrap_or(payment.id))),
        ..payment.clone().into_active_model().reset_all()
    };
    part.insert(&**tx).await?;
    let kept =
        ActiveModel { id: Set(payment.id), amount_fen: Set(rest), received_fen: Set(Some(rest)), ..Default::default() };
    kept.update(&**tx).await?;
    Ok(())
}
