//! Which sessions may see a guest's case.

use sea_orm::entity::prelude::*;

/// A row of `case_access`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_access")]
pub struct Model {
    /// The session.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub session_hash: String,
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: i64,
}

impl ActiveModelBehavior for ActiveModel {}
