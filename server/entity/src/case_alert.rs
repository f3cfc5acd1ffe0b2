//! What staff should look at: a promise that will be broken, or was.

use sea_orm::entity::prelude::*;

/// A row of `case_alert`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_alert")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// What it tells of: one promise is told of once.
    #[sea_orm(unique, column_type = "Text")]
    pub cause: String,
    /// `remind` or `escalate`.
    #[sea_orm(column_type = "Text")]
    pub what: String,
    /// The case.
    pub case_id: i64,
    /// Whom it is for.
    pub staff_id: Option<i64>,
    /// Else which department; blank for the supervisors.
    #[sea_orm(column_type = "Text")]
    pub department: String,
    /// Microseconds.
    pub at: i64,
    /// By when it was promised; microseconds.
    pub due_at: i64,
    /// When somebody said that he has seen it; microseconds.
    pub seen_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
