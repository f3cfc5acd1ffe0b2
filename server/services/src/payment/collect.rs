//! Money that staff collected is checked by a supervisor and taken over by finance (A4): three persons, each another.

use domain::{
    Rule,
    booking::Number,
    desk::Permission,
    payment::{PaymentStatus, Way},
};
use entity::payment::{self, ActiveModel, Column, Entity};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::approve::number_of;
use crate::{Cx, Result, Staff, audit, booking::timeline, desk::need};

/// Notes that a collection is right. Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`] for a payment that nobody collected; [`Rule::Changed`] when it was checked before; [`Rule::SamePerson`] for who
/// collected it.
pub async fn check_collection(cx: &Cx, staff: &Staff, number: &str) -> Result<Number> {
    need(staff.role, Permission::CheckMoney)?;
    stepped(cx, staff, number, "collection-checked", |row| {
        if row.checked_by.is_some() {
            return Err(Rule::Changed);
        }
        if row.staff_id == Some(staff.id) {
            return Err(Rule::SamePerson);
        }
        Ok(ActiveModel { checked_by: Set(Some(staff.id)), ..Default::default() })
    })
    .await
}

/// Takes a collection over that somebody else has checked. Gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`] for a payment that nobody collected; [`Rule::Changed`] when it is not checked, or was taken over before;
/// [`Rule::SamePerson`] for who collected or checked it.
pub async fn take_collection(cx: &Cx, staff: &Staff, number: &str) -> Result<Number> {
    need(staff.role, Permission::ReleaseMoney)?;
    stepped(cx, staff, number, "collection-taken", |row| {
        if row.checked_by.is_none() || row.taken_by.is_some() {
            return Err(Rule::Changed);
        }
        if row.checked_by == Some(staff.id) || row.staff_id == Some(staff.id) {
            return Err(Rule::SamePerson);
        }
        Ok(ActiveModel { taken_by: Set(Some(staff.id)), ..Default::default() })
    })
    .await
}

/// Collections that finance has not taken over, the oldest first.
pub(super) fn open() -> Select<Entity> {
    collected().filter(Column::TakenBy.is_null()).order_by_asc(Column::SettledAt)
}

async fn stepped(
    cx: &Cx,
    staff: &Staff,
    number: &str,
    what: &str,
    step: impl FnOnce(&payment::Model) -> std::result::Result<ActiveModel, Rule>,
) -> Result<Number> {
    let find = || collected().filter(Column::Number.eq(number));
    let found = find().one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let row = find().one(&*tx).await?.ok_or(Rule::Unknown)?;
    let step = step(&row)?;
    ActiveModel { id: Set(row.id), ..step }.update(&*tx).await?;
    audit::write(&tx, staff.id, cx.now(), what, number).await?;
    tx.commit().await?;
    number_of(&booking)
}

/// Everything that staff collected.
fn collected() -> Select<Entity> {
    Entity::find()
        .filter(Column::Way.is_in([Way::Counter.as_str(), Way::Transfer.as_str()]))
        .filter(Column::Status.eq(PaymentStatus::Paid.as_str()))
}
