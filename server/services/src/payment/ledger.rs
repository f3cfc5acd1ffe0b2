//! Writes the books: a fact is one journal row with entries that sum up to nothing; a booking's sums follow in the same step.

use domain::{
    Instant,
    payment::{Fact, postings},
    time::to_micros,
};
use entity::{booking, entry, journal};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};

use crate::{Result, Tx};

/// Notes a fact about the money of a locked booking. `cause` is unique: no fact is noted twice.
pub(crate) async fn post(tx: &Tx, booking_id: i64, fact: Fact, cause: &str, now: Instant) -> Result<()> {
    let postings = postings(fact);
    if postings.is_empty() {
        return Ok(());
    }
    let row = journal::ActiveModel {
        at: Set(to_micros(now)),
        fact: Set(fact.as_str().to_owned()),
        booking_id: Set(booking_id),
        cause: Set(format!("{}:{cause}", fact.as_str())),
        ..Default::default()
    };
    let journal_id = journal::Entity::insert(row).exec(&**tx).await?.last_insert_id;
    let entries = postings.into_iter().map(|posting| entry::ActiveModel {
        journal_id: Set(journal_id),
        account: Set(posting.account.as_str().to_owned()),
        fen: Set(posting.amount.0),
        ..Default::default()
    });
    entry::Entity::insert_many(entries).exec_without_returning(&**tx).await?;
    let (column, amount) = match fact {
        Fact::Received(_, amount) | Fact::Carried(amount) => (booking::Column::PaidFen, amount),
        Fact::Refunded(_, amount) => (booking::Column::RefundedFen, amount),
        Fact::Sold(_) | Fact::Undone(_) | Fact::Granted(_) => return Ok(()),
    };
    booking::Entity::update_many()
        .col_expr(column, Expr::col(column).add(amount.0))
        .filter(booking::Column::Id.eq(booking_id))
        .exec(&**tx)
        .await?;
    Ok(())
}
