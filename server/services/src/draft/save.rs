//! Keeps a refused form.

use std::collections::BTreeMap;

use domain::{Fault, Rule, time::to_micros};
use entity::draft::{ActiveModel, Column, Entity};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, SqlErr,
};

use super::{LIFE, MOST, SECRET};
use crate::{Cx, Error, Result, Session, Tx, secret};

/// Keeps a refused form under the session; the id is what the address may carry.
///
/// # Errors
/// [`Rule::DraftGone`] when the session is no longer there to keep anything under.
pub async fn save(
    cx: &Cx,
    session: &Session,
    form: &str,
    fields: &BTreeMap<String, String>,
    code: &str,
    faults: &[Fault],
) -> Result<String> {
    let kept: BTreeMap<_, _> = fields.iter().filter(|(field, _)| !SECRET.contains(&field.as_str())).collect();
    let id = secret::random::<16>()?;
    let now = cx.now();
    let row = ActiveModel {
        id: Set(id.clone()),
        session_hash: Set(session.hash.clone()),
        form: Set(form.to_owned()),
        fields: Set(serde_json::to_string(&kept)?),
        faults: Set(serde_json::to_string(faults)?),
        code: Set(code.to_owned()),
        created_at: Set(to_micros(now)),
        expires_at: Set(to_micros(now + LIFE)),
    };
    let tx = cx.begin().await?;
    make_room(&tx, session, to_micros(now)).await?;
    Entity::insert(row).exec_without_returning(&*tx).await.map_err(no_session)?;
    tx.commit().await?;
    Ok(id)
}

async fn make_room(tx: &Tx, session: &Session, now: i64) -> Result<()> {
    let too_many: Vec<String> = Entity::of_session(&session.hash)
        .select_only()
        .column(Column::Id)
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .offset(MOST - 1)
        .limit(MOST)
        .into_tuple()
        .all(&**tx)
        .await?;
    Entity::delete_many()
        .filter(Column::SessionHash.eq(&session.hash))
        .filter(Condition::any().add(Column::ExpiresAt.lte(now)).add(Column::Id.is_in(too_many)))
        .exec(&**tx)
        .await?;
    Ok(())
}

fn no_session(err: DbErr) -> Error {
    match err.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => Rule::DraftGone.into(),
        _ => err.into(),
    }
}
