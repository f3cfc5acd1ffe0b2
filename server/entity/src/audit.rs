//! What staff did (A8). Rows are only ever added.

use sea_orm::entity::prelude::*;

/// A row of `audit`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Microseconds.
    pub at: i64,
    /// Who.
    pub staff_id: i64,
    /// A stable word such as `booking-seen`.
    #[sea_orm(column_type = "Text")]
    pub what: String,
    /// To what: a booking's number and the like.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub detail: String,
}

impl ActiveModelBehavior for ActiveModel {}
