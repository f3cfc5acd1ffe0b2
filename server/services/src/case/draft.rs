//! What somebody has begun to write: it waits on the server, so that a closed tab loses nothing.

use domain::{
    case::{CaseNumber, LONGEST},
    desk::Permission,
    time::to_micros,
};
use entity::case_draft::{ActiveModel, Column, Entity};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use super::scope;
use crate::{Asker, Cx, Result, Session, Staff, Tx, desk::need};

/// Whose draft it is.
pub(super) fn session(session: &Session) -> String {
    format!("session:{}", session.hash)
}

/// The same of a staff member.
pub(super) fn staff(staff: &Staff) -> String {
    format!("staff:{}", staff.id)
}

/// Keeps what a customer has begun to write; blank removes it.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn keep_draft(cx: &Cx, asker: &Asker, number: &CaseNumber, text: &str) -> Result<()> {
    let case = scope::seen(&cx.db, asker, number).await?;
    keep(cx, case.id, &session(asker.session()), text).await
}

/// The same of a staff member. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn keep_draft_at_desk(cx: &Cx, staff: &Staff, number: &CaseNumber, text: &str) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    keep(cx, case.id, &self::staff(staff), text).await
}

async fn keep(cx: &Cx, case_id: i64, author: &str, text: &str) -> Result<()> {
    let text: String = text.chars().filter(|ch| *ch != '\0').take(2 * LONGEST as usize).collect();
    let tx = cx.begin().await?;
    if text.trim().is_empty() {
        remove(&tx, case_id, author).await?;
        return tx.commit().await;
    }
    let row = ActiveModel {
        case_id: Set(case_id),
        author: Set(author.to_owned()),
        text: Set(text),
        updated_at: Set(to_micros(cx.now())),
    };
    let known = OnConflict::columns([Column::CaseId, Column::Author])
        .update_columns([Column::Text, Column::UpdatedAt])
        .to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(&*tx).await?;
    tx.commit().await
}

/// What was begun; blank for nothing.
pub(super) async fn of(db: &impl ConnectionTrait, case_id: i64, author: &str) -> Result<String> {
    let found = Entity::find_by_id((case_id, author.to_owned())).one(db).await?;
    Ok(found.map(|row| row.text).unwrap_or_default())
}

/// It was sent, or given up.
pub(super) async fn remove(tx: &Tx, case_id: i64, author: &str) -> Result<()> {
    let mine = Entity::delete_many().filter(Column::CaseId.eq(case_id)).filter(Column::Author.eq(author));
    mine.exec(&**tx).await?;
    Ok(())
}
