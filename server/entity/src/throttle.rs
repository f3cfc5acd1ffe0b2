//! A limit's window. The key is a keyed hash: who is limited is never stored.

use sea_orm::entity::prelude::*;

/// A row of `throttle`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "throttle")]
pub struct Model {
    /// Keyed hash of bucket and subject.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub key: String,
    /// Start of the window; microseconds.
    pub window_start: i64,
    /// Attempts in it.
    pub count: i32,
}

impl ActiveModelBehavior for ActiveModel {}
