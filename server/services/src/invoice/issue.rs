//! Finance issues an invoice, or says why not.

use domain::{
    Fen, Rule,
    desk::Permission,
    invoice::{InvoiceStep, read_code},
    notice::Topic,
    payment::read_reason,
    time::to_micros,
};
use entity::{
    booking,
    invoice::{ActiveModel, Column, Entity, Model},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType,
};
use serde_json::json;

use super::view::net;
use crate::{
    Cx, Error, Result, Staff, Tx, audit,
    booking::timeline::{self, By},
    desk::need,
    notice,
};

/// Notes the number of an invoice that was issued over what is left of the payments, and tells the customer. Needs
/// [`Permission::IssueInvoices`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] without a number; [`Rule::Changed`] when it is not to be issued any more; [`Rule::NothingPaid`]
/// when everything has gone back meanwhile.
pub async fn issue(cx: &Cx, staff: &Staff, id: i64, code: &str) -> Result<()> {
    need(staff.role, Permission::IssueInvoices)?;
    let code = read_code(code).map_err(Rule::Invalid)?;
    let (tx, booking, row) = locked(cx, id).await?;
    let amount = net(&*tx, &booking).await?;
    if amount <= Fen::ZERO {
        return Err(Rule::NothingPaid.into());
    }
    let row = ActiveModel { code: Set(code.clone()), amount_fen: Set(amount.0), ..stepped(row, InvoiceStep::Issue)? };
    done(cx, &tx, staff, &booking, row, ("invoice-issued", "")).await?;
    let told = json!({ "amount": amount.0, "invoice": code });
    notice::tell(cx, &tx, &booking, Topic::Invoiced, &id.to_string(), &told, cx.now()).await?;
    tx.commit().await
}

/// Notes the number of the document that takes an issued invoice back; the customer may ask for another. Needs
/// [`Permission::IssueInvoices`].
///
/// # Errors
/// As [`issue`].
pub async fn correct(cx: &Cx, staff: &Staff, id: i64, code: &str) -> Result<()> {
    need(staff.role, Permission::IssueInvoices)?;
    let code = read_code(code).map_err(Rule::Invalid)?;
    let (tx, booking, row) = locked(cx, id).await?;
    let row = ActiveModel { why: Set(code), ..stepped(row, InvoiceStep::Correct)? };
    done(cx, &tx, staff, &booking, row, ("invoice-corrected", "")).await?;
    tx.commit().await
}

/// Notes why an invoice cannot be issued; the customer reads it and may ask again. Needs [`Permission::IssueInvoices`].
///
/// # Errors
/// As [`issue`].
pub async fn refuse(cx: &Cx, staff: &Staff, id: i64, why: &str) -> Result<()> {
    need(staff.role, Permission::IssueInvoices)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let (tx, booking, row) = locked(cx, id).await?;
    let row = ActiveModel { why: Set(why.clone()), ..stepped(row, InvoiceStep::Refuse)? };
    done(cx, &tx, staff, &booking, row, ("invoice-refused", &why)).await?;
    tx.commit().await
}

async fn locked(cx: &Cx, id: i64) -> Result<(Tx, booking::Model, Model)> {
    let found = Entity::find_by_id(id).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let row = Entity::find().filter(Column::Id.eq(id)).lock(LockType::Update).one(&*tx).await?;
    Ok((tx, booking, row.ok_or_else(|| Error::Internal("an invoice is gone".to_owned()))?))
}

fn stepped(row: Model, step: InvoiceStep) -> Result<ActiveModel> {
    let to = row.status()?.after(step).ok_or(Rule::Changed)?;
    let mut row: ActiveModel = row.into();
    row.status = Set(to.as_str().to_owned());
    Ok(row)
}

async fn done(
    cx: &Cx,
    tx: &Tx,
    staff: &Staff,
    booking: &booking::Model,
    row: ActiveModel,
    (what, why): (&str, &str),
) -> Result<()> {
    let now = cx.now();
    let row = ActiveModel { done_at: Set(Some(to_micros(now))), staff_id: Set(Some(staff.id)), ..row };
    let row = row.update(&**tx).await?;
    let detail = json!({ "amount": row.amount_fen });
    timeline::note(tx, booking.id, now, By::Staff(staff.id), what, why, &detail).await?;
    audit::write(tx, staff.id, now, what, &booking.number).await
}
