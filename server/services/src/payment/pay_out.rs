//! Staff finish a refund by hand, or let the provider try again.

use domain::{
    Rule,
    booking::Number,
    desk::Permission,
    payment::{RefundStatus, RefundStep, read_slip},
    time::to_micros,
};
use entity::{
    booking,
    refund::{self, Column, Entity},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::refund::finish;
use crate::{
    Cx, Error, Result, Staff, Tx, audit,
    booking::timeline::{self, By},
    desk::need,
};

/// Notes that staff paid a refund out: one that came over the counter or by transfer, or one that the provider will not do.
/// Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when it is done, or on its way at the provider; [`Rule::Invalid`] without a slip.
pub async fn pay_out(cx: &Cx, staff: &Staff, number: &str, slip: &str) -> Result<Number> {
    need(staff.role, Permission::SettleMoney)?;
    let slip = read_slip(slip).map_err(Rule::Invalid)?;
    let (tx, booking, row) = locked(cx, number).await?;
    let by_hand = row.next_at.is_none() && row.status()? != RefundStatus::Done;
    if !by_hand {
        return Err(Rule::Changed.into());
    }
    let now = cx.now();
    finish(cx, &tx, &booking, row, &slip, By::Staff(staff.id), now).await?;
    audit::write(&tx, staff.id, now, "refund-paid-out", number).await?;
    tx.commit().await?;
    number_of(&booking)
}

/// Lets the provider be asked again for a refund that it refused. Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when it is not stuck any more.
pub async fn retry(cx: &Cx, staff: &Staff, number: &str) -> Result<Number> {
    need(staff.role, Permission::SettleMoney)?;
    let (tx, booking, row) = locked(cx, number).await?;
    let now = cx.now();
    let due = row.status()?.after(RefundStep::Retry).ok_or(Rule::Changed)?;
    let amount = row.amount_fen;
    let mut changed: refund::ActiveModel = row.into();
    changed.status = Set(due.as_str().to_owned());
    changed.next_at = Set(Some(to_micros(now)));
    changed.staff_id = Set(Some(staff.id));
    changed.update(&*tx).await?;
    let (by, detail) = (By::Staff(staff.id), json!({ "amount": amount }));
    timeline::note(&tx, booking.id, now, by, "refund-retried", "", &detail).await?;
    audit::write(&tx, staff.id, now, "refund-retried", number).await?;
    tx.commit().await?;
    number_of(&booking)
}

async fn locked(cx: &Cx, number: &str) -> Result<(Tx, booking::Model, refund::Model)> {
    let find = || Entity::find().filter(Column::Number.eq(number));
    let found = find().one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let row = find().one(&*tx).await?.ok_or(Rule::Unknown)?;
    Ok((tx, booking, row))
}

fn number_of(booking: &booking::Model) -> Result<Number> {
    booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}
