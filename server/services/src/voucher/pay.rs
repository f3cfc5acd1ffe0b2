//! A booking is confirmed: what was laid aside pays it. It is cancelled: what goes back of that goes back to the voucher.

use domain::{
    Fen, Instant, Rule,
    payment::{CURRENCY, Fact, PaymentStatus, Way},
    time::to_micros,
    voucher::UseStatus,
};
use entity::{
    booking, payment,
    voucher_use::{self, Column, Entity},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::worth::{lock, use_of};
use crate::{Error, Result, Tx, secret};

/// Pays what is laid aside for a locked booking that is about to be confirmed.
pub(crate) async fn pay(tx: &Tx, booking: &booking::Model, now: Instant) -> Result<()> {
    let Some(seen) = use_of(&**tx, booking, now).await? else { return Ok(()) };
    lock(tx, seen.voucher_id).await?;
    // What had lapsed may have gone to somebody else before the lock: whoever says that money came says it again.
    let one = use_of(&**tx, booking, now).await?.filter(|one| one.id == seen.id).ok_or(Rule::Busy)?;
    let number = format!("YP{}", secret::random::<8>()?.to_ascii_uppercase());
    let row = payment::ActiveModel {
        number: Set(number.clone()),
        booking_id: Set(booking.id),
        way: Set(Way::Voucher.as_str().to_owned()),
        provider: Set(String::new()),
        status: Set(PaymentStatus::Paid.as_str().to_owned()),
        amount_fen: Set(one.amount_fen),
        currency: Set(CURRENCY.to_owned()),
        received_fen: Set(Some(one.amount_fen)),
        received_currency: Set(Some(CURRENCY.to_owned())),
        start_key: Set(format!("voucher-use/{}", one.id)),
        begun_at: Set(one.at),
        expires_at: Set(to_micros(now)),
        settled_at: Set(Some(to_micros(now))),
        ..Default::default()
    };
    let row = row.insert(&**tx).await?;
    crate::payment::post(tx, booking.id, Fact::Received(Way::Voucher, Fen(one.amount_fen)), &number, now).await?;
    let mut used: voucher_use::ActiveModel = one.into();
    used.status = Set(UseStatus::Used.as_str().to_owned());
    used.payment_id = Set(Some(row.id));
    used.update(&**tx).await?;
    Ok(())
}

/// A part of what a voucher paid goes back to it.
pub(crate) async fn give_back(tx: &Tx, payment_id: i64, amount: Fen) -> Result<()> {
    let one = Entity::find().filter(Column::PaymentId.eq(payment_id)).one(&**tx).await?;
    let one = one.ok_or_else(|| Error::Internal("a payment by no voucher".to_owned()))?;
    lock(tx, one.voucher_id).await?;
    let returned = one.returned_fen + amount.0;
    let mut row: voucher_use::ActiveModel = one.into();
    row.returned_fen = Set(returned);
    row.update(&**tx).await?;
    Ok(())
}
