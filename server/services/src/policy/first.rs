//! A policy comes into being with its first version.

use domain::{Instant, Kind, Rule, terms::Terms, time::to_micros};
use entity::policy::{ActiveModel, Column, Entity};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType,
};

use crate::{Result, Tx, secret};

/// Writes the first version of a new policy; gives the policy's key.
pub(crate) async fn first(tx: &Tx, kind: Kind, terms: &Terms, from: Instant) -> Result<i64> {
    let row = version(kind, terms, from)?.insert(&**tx).await?;
    // It is named by its first version.
    ActiveModel { id: Set(row.id), family: Set(row.id), ..Default::default() }.update(&**tx).await?;
    Ok(row.id)
}

/// Locks a policy until the end of the transaction, so that its versions follow one another.
///
/// # Errors
/// [`Rule::Unknown`] when there is none.
pub(super) async fn lock(tx: &Tx, family: i64) -> Result<()> {
    let row = Entity::find_by_id(family).filter(Column::Family.eq(family)).lock(LockType::Update).one(&**tx).await?;
    Ok(row.map(|_| ()).ok_or(Rule::Unknown)?)
}

/// A version, of no policy yet.
pub(super) fn version(kind: Kind, terms: &Terms, from: Instant) -> Result<ActiveModel> {
    Ok(ActiveModel {
        kind: Set(kind.as_str().to_owned()),
        version: Set(terms.version.clone()),
        effective_from: Set(to_micros(from)),
        body: Set(serde_json::to_string(terms)?),
        hash: Set(secret::sha256(terms.canonical())),
        ..Default::default()
    })
}
