//! Entries of the double-entry books: those of one journal row sum up to nothing. Rows are only ever added.

use sea_orm::entity::prelude::*;

/// A row of `entry`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "entry")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The fact.
    pub journal_id: i64,
    /// A word of `domain::payment::Account`.
    #[sea_orm(column_type = "Text")]
    pub account: String,
    /// Debit positive, credit negative.
    pub fen: i64,
}

impl ActiveModelBehavior for ActiveModel {}
