//! Until when each version of an article is shown, after something was said about one.

use domain::{help::until, time::to_micros};
use entity::help_version::{ActiveModel, Column, Entity, Model};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::{Result, Tx};

/// Writes down until when each version is shown. The article's row is locked, or new.
pub(crate) async fn settle(tx: &Tx, article_id: i64) -> Result<()> {
    let versions = Entity::of_article(article_id).all(&**tx).await?;
    let shown: Vec<_> = versions.iter().map(Model::shown).collect();
    for (version, end) in versions.iter().zip(until(&shown)) {
        let end = end.map(to_micros);
        if version.until_at != end {
            ActiveModel { id: Set(version.id), until_at: Set(end), ..Default::default() }.update(&**tx).await?;
        }
    }
    Ok(())
}

/// The newest version of an article, from its number on nothing has been written.
pub(super) async fn newest(tx: &Tx, article_id: i64, seen: i32) -> Result<Model> {
    let newer = Entity::of_article(article_id).filter(Column::Number.gte(seen)).all(&**tx).await?;
    match newer.as_slice() {
        [only] if only.number == seen => Ok(only.clone()),
        _ => Err(domain::Rule::Changed.into()),
    }
}
