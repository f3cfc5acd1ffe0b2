//! Who looks at a case: so that two do not write the same answer.

use chrono::TimeDelta;
use domain::{
    Instant,
    case::{CaseNumber, Mate},
    desk::Permission,
    time::to_micros,
};
use entity::case_presence::{ActiveModel, Column, Entity};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};

use super::queue;
use crate::{
    Cx, Result, Staff, Tx,
    case::{bus, scope},
    desk::need,
};

/// Whoever was seen so long ago has gone.
const GONE: TimeDelta = TimeDelta::seconds(60);

/// Says that somebody looks at a case; the others see it at once when he has just come. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn stay(cx: &Cx, staff: &Staff, number: &CaseNumber) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    let since = to_micros(cx.now() - GONE);
    let before = Entity::find_by_id((case.id, staff.id)).one(&*tx).await?;
    write(&tx, case.id, staff.id, cx.now()).await?;
    // That he is still there is no news.
    if before.is_some_and(|before| before.seen_at > since) {
        return tx.commit().await;
    }
    bus::commit_beside(cx, tx, case.id).await
}

/// Says that he has gone. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn leave(cx: &Cx, staff: &Staff, number: &CaseNumber) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    Entity::delete_by_id((case.id, staff.id)).exec(&*tx).await?;
    bus::commit_beside(cx, tx, case.id).await
}

/// Who else looks at a case now. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn mates(cx: &Cx, staff: &Staff, number: &CaseNumber) -> Result<Vec<Mate>> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    others(cx, case.id, staff.id).await
}

pub(super) async fn write(tx: &Tx, case_id: i64, staff_id: i64, now: Instant) -> Result<()> {
    let row = ActiveModel { case_id: Set(case_id), staff_id: Set(staff_id), seen_at: Set(to_micros(now)) };
    let known = OnConflict::columns([Column::CaseId, Column::StaffId]).update_column(Column::SeenAt).to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(&**tx).await?;
    Ok(())
}

pub(super) async fn others(cx: &Cx, case_id: i64, staff_id: i64) -> Result<Vec<Mate>> {
    let found = Entity::find()
        .filter(Column::CaseId.eq(case_id))
        .filter(Column::StaffId.ne(staff_id))
        .filter(Column::SeenAt.gt(to_micros(cx.now() - GONE)))
        .order_by_asc(Column::StaffId)
        .all(&cx.db)
        .await?;
    let names = queue::names(&cx.db, found.iter().map(|row| row.staff_id)).await?;
    let name = |id: i64| names.get(&id).cloned().unwrap_or_default();
    Ok(found.iter().map(|row| Mate { id: row.staff_id, name: name(row.staff_id) }).collect())
}
