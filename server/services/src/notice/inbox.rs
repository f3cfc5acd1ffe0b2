//! A member's inbox on the site.

use domain::{notice::InboxRow, time::from_micros, time::to_micros};
use entity::notice::{Column, Entity};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, sea_query::Expr};

use super::letter::{Shelf, Story};
use crate::{Cx, Member, Result};

/// So many are shown.
const SHOWN: u64 = 50;

/// The member's newest notices, worded in the script he reads now.
///
/// # Errors
/// When the database fails.
pub async fn inbox(cx: &Cx, member: &Member, script: Script) -> Result<Vec<InboxRow>> {
    let rows = Entity::inbox(member.id).limit(SHOWN).all(&cx.db).await?;
    let shelf = Shelf::of(cx, &rows).await?;
    rows.iter()
        .map(|row| {
            let story = Story::on(cx, row, script, &shelf)?;
            Ok(InboxRow {
                id: row.id,
                at: from_micros(row.since),
                title: story.title(),
                text: story.paragraphs()?,
                page: story.page(),
                unread: row.read_at.is_none(),
            })
        })
        .collect()
}

/// How many the member has not opened yet.
///
/// # Errors
/// When the database fails.
pub async fn unread(cx: &Cx, member: &Member) -> Result<u64> {
    Ok(Entity::inbox(member.id).filter(Column::ReadAt.is_null()).count(&cx.db).await?)
}

/// The member has seen all of them.
///
/// # Errors
/// When the database fails.
pub async fn mark_read(cx: &Cx, member: &Member) -> Result<()> {
    if unread(cx, member).await? == 0 {
        return Ok(());
    }
    let tx = cx.begin().await?;
    Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(to_micros(cx.now())))
        .filter(Column::MemberId.eq(member.id))
        .filter(Column::ReadAt.is_null())
        .exec(&*tx)
        .await?;
    tx.commit().await
}
