//! A booking is confirmed: what was laid aside pays it. It is cancelled: what goes back of that goes back to the voucher.

use domain::{
    Fen, Instant,
    payment::{CURRENCY, Fact, PaymentStatus, Way},
    time::to_micros,
    voucher::{UseStatus, ends},
};
use entity::{
    booking, payment, voucher,
    voucher_use::{self, Column, Entity},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::worth::{lock, use_of};
use crate::{Error, Result, Tx, secret};

/// Pays what is laid aside for a locked booking that is about to be confirmed, or its change made good. Its voucher was locked before it
/// was reckoned with.
pub(crate) async fn pay(tx: &Tx, booking: &booking::Model, now: Instant) -> Result<()> {
    let Some(one) = use_of(&**tx, booking, now).await? else { return Ok(()) };
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

/// What comes back to a voucher can be used for so many days at least.
const AGAIN: u32 = 30;

/// A part of what a voucher paid goes back to it; one that is over, or nearly, can be used a while longer.
pub(crate) async fn give_back(tx: &Tx, payment_id: i64, amount: Fen, now: Instant) -> Result<()> {
    let one = Entity::find().filter(Column::PaymentId.eq(payment_id)).one(&**tx).await?;
    let one = one.ok_or_else(|| Error::Internal("a payment by no voucher".to_owned()))?;
    let row = lock(tx, one.voucher_id).await?;
    let again = to_micros(ends(now, AGAIN));
    if row.expires_at < again {
        voucher::ActiveModel { id: Set(row.id), expires_at: Set(again), ..Default::default() }.update(&**tx).await?;
    }
    let returned = one.returned_fen + amount.0;
    let mut row: voucher_use::ActiveModel = one.into();
    row.returned_fen = Set(returned);
    row.update(&**tx).await?;
    Ok(())
}
