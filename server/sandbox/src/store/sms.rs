//! A text message that was taken.

use sea_orm::entity::prelude::*;

/// A row of `sms`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sms")]
pub struct Model {
    /// In the order in which they came.
    #[sea_orm(primary_key)]
    pub seq: i64,
    /// The sender's id: each is taken once.
    #[sea_orm(unique, column_type = "Text")]
    pub id: String,
    /// Phone number.
    #[sea_orm(column_type = "Text")]
    pub phone: String,
    /// What it says.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// How often it came.
    pub times: i64,
    /// Milliseconds.
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
