//! An article is taken back.

use domain::{Rule, desk::Permission, time::to_micros};
use entity::help_version::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{save::lock, settle, settle::newest, sync};
use crate::{Cx, Result, Staff, audit, desk::need};

/// Takes back whatever of the article is shown or will be: no earlier version takes its place. It can be published again. `seen` is the
/// number of the newest version when it was looked at. Needs [`Permission::PublishHelp`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when somebody has saved it meanwhile.
pub async fn withdraw(cx: &Cx, staff: &Staff, id: i64, seen: i32) -> Result<()> {
    need(staff.role, Permission::PublishHelp)?;
    let tx = cx.begin().await?;
    let now = cx.now();
    lock(&tx, id).await?;
    newest(&tx, id, seen).await?;
    let taken = Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::value(to_micros(now)))
        .filter(Column::ArticleId.eq(id))
        .filter(Column::PublishAt.is_not_null())
        .filter(Column::WithdrawnAt.is_null())
        .exec(&*tx)
        .await?;
    if taken.rows_affected == 0 {
        return Err(Rule::Changed.into());
    }
    settle(&tx, id).await?;
    sync(&tx, id, now).await?;
    audit::write(&tx, staff.id, now, "help-withdrawn", &id.to_string()).await?;
    tx.commit().await
}
