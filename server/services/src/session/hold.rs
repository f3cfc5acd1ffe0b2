//! Holds on to a session for the length of a transaction.

use domain::{Instant, time::to_micros};
use entity::session::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{Result, Session, Tx};

/// Takes the session's row, so that what is done under one session is done one after the other; gives whether the
/// session is still there.
pub(crate) async fn hold(tx: &Tx, session: &Session, now: Instant) -> Result<bool> {
    let taken = Entity::update_many()
        .col_expr(Column::SeenAt, Expr::value(to_micros(now)))
        .filter(Column::TokenHash.eq(&session.hash))
        .exec(&**tx)
        .await?;
    Ok(taken.rows_affected == 1)
}
