//! Whose turn it is: the first's, or everybody's who comes after the answer.

use domain::{
    Rule,
    time::{from_micros, to_micros},
};
use entity::write_key::{ActiveModel, Column, Entity, Model};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::{Answer, Keyed, LEASE, REMEMBERED};
use crate::{Cx, Result, Tx};

/// The right to do a keyed write, and to say what came of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Ticket {
    pub(super) key: String,
    /// Tells this work from the one that takes over when its lease has lapsed.
    pub(super) began_at: i64,
}

/// Whose turn it is.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// The asker's: the write is to be done.
    Mine(Ticket),
    /// Nobody's: this was answered.
    Answered(Answer),
}

/// Begins a keyed write.
///
/// # Errors
/// [`Rule::KeyReused`] when the key was sent with something else; [`Rule::InFlight`] while the first is at it.
pub async fn begin(cx: &Cx, keyed: &Keyed) -> Result<Turn> {
    let tx = cx.begin().await?;
    let now = cx.now();
    let (began_at, expires_at) = (to_micros(now), to_micros(now + REMEMBERED));
    let ticket = Ticket { key: keyed.key.clone(), began_at };
    let row = ActiveModel {
        key: Set(keyed.key.clone()),
        request_hash: Set(keyed.request_hash.clone()),
        status: Set(0),
        body: Set(String::new()),
        location: Set(String::new()),
        began_at: Set(began_at),
        expires_at: Set(expires_at),
    };
    let there = OnConflict::column(Column::Key).do_nothing().to_owned();
    if Entity::insert(row).on_conflict(there).exec_without_returning(&*tx).await? == 1 {
        tx.commit().await?;
        return Ok(Turn::Mine(ticket));
    }
    // Whoever refused a moment ago takes his row away: then it is free after all, and whoever comes again finds it so.
    let row = Entity::find_by_id(&keyed.key).one(&*tx).await?.ok_or(Rule::InFlight)?;
    let forgotten = row.expires_at <= began_at;
    if row.request_hash != keyed.request_hash && !forgotten {
        return Err(Rule::KeyReused.into());
    }
    let lapsed = row.status == 0 && from_micros(row.began_at) + LEASE <= now;
    if forgotten || lapsed {
        let taken = take_over(&tx, &row, keyed, (began_at, expires_at)).await?;
        tx.commit().await?;
        return if taken { Ok(Turn::Mine(ticket)) } else { Err(Rule::InFlight.into()) };
    }
    match u16::try_from(row.status) {
        Ok(status) if status > 0 => Ok(Turn::Answered(Answer { status, body: row.body, location: row.location })),
        _ => Err(Rule::InFlight.into()),
    }
}

/// Of several who find a lapsed row one takes it.
async fn take_over(tx: &Tx, row: &Model, keyed: &Keyed, (began_at, expires_at): (i64, i64)) -> Result<bool> {
    let taken = Entity::update_many()
        .col_expr(Column::RequestHash, Expr::value(keyed.request_hash.as_str()))
        .col_expr(Column::Status, Expr::value(0))
        .col_expr(Column::Body, Expr::value(""))
        .col_expr(Column::Location, Expr::value(""))
        .col_expr(Column::BeganAt, Expr::value(began_at))
        .col_expr(Column::ExpiresAt, Expr::value(expires_at))
        .filter(Column::Key.eq(&row.key))
        .filter(Column::BeganAt.eq(row.began_at))
        .filter(Column::Status.eq(row.status))
        .exec(&**tx)
        .await?;
    Ok(taken.rows_affected == 1)
}
