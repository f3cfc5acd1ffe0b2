//! What somebody has begun to write into a case.

use sea_orm::entity::prelude::*;

/// A row of `case_draft`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_draft")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: i64,
    /// Whose it is: `staff:` and a key, or `session:` and a hash.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub author: String,
    /// What was typed.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Microseconds.
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
