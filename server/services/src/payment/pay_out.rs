//! Staff finish a refund by hand, or let the provider try again.

use domain::{
    Rule,
    booking::Number,
    desk::Permission,
    payment::{RefundStep, read_slip},
    time::to_micros,
};
use entity::refund;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;

use super::{
    approve::{locked, number_of},
    refund::finish,
};
use crate::{
    Cx, Result, Staff, audit,
    booking::timeline::{self, By},
    desk::need,
};

/// Notes that staff paid a refund out: one that came over the counter or by transfer, or one that the provider will not do.
/// Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when it is done, not yet released, or on its way at the provider; [`Rule::Invalid`] without a slip.
pub async fn pay_out(cx: &Cx, staff: &Staff, number: &str, slip: &str) -> Result<Number> {
    need(staff.role, Permission::SettleMoney)?;
    let slip = read_slip(slip).map_err(Rule::Invalid)?;
    let (tx, booking, row) = locked(cx, number).await?;
    let by_hand = row.next_at.is_none() && row.status()?.after(RefundStep::Finish).is_some();
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
