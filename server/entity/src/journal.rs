//! Facts about money. Rows are only ever added.

use sea_orm::entity::prelude::*;

/// A row of `journal`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "journal")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// When; microseconds.
    pub at: i64,
    /// The word of a `domain::payment::Fact`.
    #[sea_orm(column_type = "Text")]
    pub fact: String,
    /// The booking.
    pub booking_id: i64,
    /// What the fact follows from: one cause is one fact.
    #[sea_orm(column_type = "Text", unique)]
    pub cause: String,
}

impl ActiveModelBehavior for ActiveModel {}
