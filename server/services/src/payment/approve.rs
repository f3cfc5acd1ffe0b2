//! What a customer gave up goes back after two persons have looked at it (A4): a supervisor checks that it is right, finance releases
//! it, and nobody does both.

use domain::{
    Rule,
    booking::Number,
    desk::Permission,
    payment::{RefundStep, read_reason},
};
use entity::{
    booking, payment,
    refund::{self, ActiveModel, Column, Entity},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::refund::sent_at;
use crate::{
    Cx, Error, Result, Staff, Tx, audit,
    booking::timeline::{self, By},
    desk::need,
};

/// Notes that a refund is right. Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when it is not to be checked any more.
pub async fn check(cx: &Cx, staff: &Staff, number: &str) -> Result<Number> {
    need(staff.role, Permission::CheckMoney)?;
    let (tx, booking, row) = locked(cx, number).await?;
    let row = ActiveModel {
        checked_by: Set(Some(staff.id)),
        question: Set(String::new()),
        ..stepped(row, RefundStep::Check)?
    };
    written(cx, tx, staff, &booking, row, ("refund-checked", "")).await
}

/// Releases a refund that somebody else has checked: the provider is told, or staff may pay it out. Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when it does not wait for that any more; [`Rule::SamePerson`] for who checked it.
pub async fn release(cx: &Cx, staff: &Staff, number: &str) -> Result<Number> {
    need(staff.role, Permission::ReleaseMoney)?;
    let (tx, booking, row) = locked(cx, number).await?;
    let checked_by = row.checked_by;
    let payment = payment::Entity::find_by_id(row.payment_id).one(&*tx).await?;
    let payment = payment.ok_or_else(|| Error::Internal("a refund of no payment".to_owned()))?;
    let row = stepped(row, RefundStep::Release)?;
    if checked_by == Some(staff.id) {
        return Err(Rule::SamePerson.into());
    }
    let next = sent_at(payment.way()?, cx.now());
    let row = ActiveModel { released_by: Set(Some(staff.id)), next_at: Set(next), ..row };
    written(cx, tx, staff, &booking, row, ("refund-released", "")).await
}

/// Sends a refund back to be checked again, with what finance wants to know. Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when it does not wait to be released any more; [`Rule::Invalid`] without a reason.
pub async fn send_back(cx: &Cx, staff: &Staff, number: &str, why: &str) -> Result<Number> {
    need(staff.role, Permission::ReleaseMoney)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let (tx, booking, row) = locked(cx, number).await?;
    let rounds = Set(row.rounds + 1);
    let row = stepped(row, RefundStep::SendBack)?;
    let row = ActiveModel { checked_by: Set(None), question: Set(why.clone()), rounds, ..row };
    written(cx, tx, staff, &booking, row, ("refund-sent-back", &why)).await
}

fn stepped(row: refund::Model, step: RefundStep) -> Result<ActiveModel> {
    let to = row.status()?.after(step).ok_or(Rule::Changed)?;
    let mut row: ActiveModel = row.into();
    row.status = Set(to.as_str().to_owned());
    Ok(row)
}

async fn written(
    cx: &Cx,
    tx: Tx,
    staff: &Staff,
    booking: &booking::Model,
    row: ActiveModel,
    (what, why): (&str, &str),
) -> Result<Number> {
    let (row, now) = (row.update(&*tx).await?, cx.now());
    let detail = json!({ "amount": row.amount_fen });
    timeline::note(&tx, booking.id, now, By::Staff(staff.id), what, why, &detail).await?;
    audit::write(&tx, staff.id, now, what, &row.number).await?;
    tx.commit().await?;
    number_of(booking)
}

/// A refund and its booking, locked.
pub(super) async fn locked(cx: &Cx, number: &str) -> Result<(Tx, booking::Model, refund::Model)> {
    let find = || Entity::find().filter(Column::Number.eq(number));
    let found = find().one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let row = find().one(&*tx).await?.ok_or(Rule::Unknown)?;
    Ok((tx, booking, row))
}

/// The number of the booking that a refund is of.
pub(super) fn number_of(booking: &booking::Model) -> Result<Number> {
    booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}
