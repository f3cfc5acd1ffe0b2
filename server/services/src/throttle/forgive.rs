//! Takes an attempt back that turned out to be rightful.

use entity::throttle::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};

use super::key;
use crate::{Cx, Result, Tx};

/// Takes one attempt of `subject` at `bucket` back, in the transaction of what it led to. Only attempts that failed are
/// held against anybody: an office behind one address may sign in as often as it likes, and whoever guesses gains
/// nothing from an account of his own.
pub(crate) async fn forgive(cx: &Cx, tx: &Tx, bucket: &str, subject: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Count, Expr::col(Column::Count).sub(1))
        .filter(Column::Key.eq(key(cx, bucket, subject)?))
        .filter(Column::Count.gt(0))
        .exec(&**tx)
        .await?;
    Ok(())
}
