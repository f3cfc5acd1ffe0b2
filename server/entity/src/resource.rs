//! What slices belong to: a room type, a hall, a coach. Several offers may sell the same one.

use sea_orm::entity::prelude::*;

/// A row of `resource`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "resource")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Place it is at.
    pub place_id: i64,
    /// For staff.
    #[sea_orm(column_type = "Text")]
    pub label: String,
}

impl ActiveModelBehavior for ActiveModel {}
