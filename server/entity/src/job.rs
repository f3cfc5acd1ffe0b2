//! Jobs, with the lease of the instance that runs each.

use sea_orm::entity::prelude::*;

/// A row of `job`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// A word of `domain::job::Job`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub name: String,
    /// Due then; microseconds.
    pub next_at: i64,
    /// The instance that runs it.
    #[sea_orm(column_type = "Text")]
    pub lease: String,
    /// The end of its lease; microseconds.
    pub leased_until: Option<i64>,
    /// Last begun; microseconds.
    pub began_at: Option<i64>,
    /// Last ended well; microseconds.
    pub ended_at: Option<i64>,
    /// Things done in the last good run.
    pub done: i64,
    /// Runs that failed since the last good one.
    pub failures: i32,
    /// What went wrong last.
    #[sea_orm(column_type = "Text")]
    pub trouble: String,
}

impl ActiveModelBehavior for ActiveModel {}
