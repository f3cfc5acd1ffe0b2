//! Which sessions may see a guest's booking.

use sea_orm::entity::prelude::*;

/// A row of `booking_access`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_access")]
pub struct Model {
    /// The session.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub session_hash: String,
    /// The booking.
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: i64,
}

impl ActiveModelBehavior for ActiveModel {}
