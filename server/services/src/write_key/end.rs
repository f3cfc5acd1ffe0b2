//! What became of a keyed write.

use entity::write_key::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{Answer, Ticket};
use crate::{Cx, Result};

/// It had an effect: whoever sends it again gets the same answer. Work whose lease has lapsed meanwhile says nothing any more.
///
/// # Errors
/// When the database fails: the write is done all the same, and the business's own keys find it.
pub async fn remember(cx: &Cx, ticket: Ticket, answer: &Answer) -> Result<()> {
    let tx = cx.begin().await?;
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(i32::from(answer.status)))
        .col_expr(Column::Body, Expr::value(answer.body.as_str()))
        .col_expr(Column::Location, Expr::value(answer.location.as_str()))
        .filter(Column::Key.eq(&ticket.key))
        .filter(Column::BeganAt.eq(ticket.began_at))
        .filter(Column::Status.eq(0))
        .exec(&*tx)
        .await?;
    tx.commit().await
}

/// It had no effect: the same key may be tried again at once.
///
/// # Errors
/// When the database fails: the key is free when its lease lapses.
pub async fn give_up(cx: &Cx, ticket: Ticket) -> Result<()> {
    let tx = cx.begin().await?;
    Entity::delete_many()
        .filter(Column::Key.eq(&ticket.key))
        .filter(Column::BeganAt.eq(ticket.began_at))
        .filter(Column::Status.eq(0))
        .exec(&*tx)
        .await?;
    tx.commit().await
}
