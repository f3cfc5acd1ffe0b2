//! Whose case it is.

use domain::{Rule, case::CaseNumber};
use entity::{
    case_access,
    case_file::{Column, Entity, Model},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, SqlErr};

use crate::{Asker, Error, Result, Session, Tx};

/// The asker's case of that number.
///
/// # Errors
/// [`Rule::Unknown`] when there is none, or it is somebody else's.
pub(super) async fn seen(db: &impl ConnectionTrait, asker: &Asker, number: &CaseNumber) -> Result<Model> {
    let seen = Entity::seen_by(&asker.session().hash, asker.member_id()).filter(Column::Number.eq(number.as_str()));
    Ok(seen.one(db).await?.ok_or(Rule::Unknown)?)
}

/// The case of that number, whoever asked: for staff.
///
/// # Errors
/// [`Rule::Unknown`] when there is none.
pub(super) async fn any(db: &impl ConnectionTrait, number: &CaseNumber) -> Result<Model> {
    Ok(Entity::by_number(number.as_str()).one(db).await?.ok_or(Rule::Unknown)?)
}

/// Lets the session see the case; granting twice is granting once.
pub(super) async fn grant(tx: &Tx, session: &Session, case_id: i64) -> Result<()> {
    use sea_orm::ActiveValue::Set;
    let row = case_access::ActiveModel { session_hash: Set(session.hash.clone()), case_id: Set(case_id) };
    let granted = case_access::Entity::insert(row).on_conflict_do_nothing().exec_without_returning(&**tx).await;
    granted.map(|_| ()).map_err(ended)
}

/// The session ended meanwhile: whoever comes again gets a new one.
fn ended(err: DbErr) -> Error {
    match err.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => Rule::Busy.into(),
        _ => err.into(),
    }
}
