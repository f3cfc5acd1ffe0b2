//! Notifications of payment providers, so that each is worked once.

use sea_orm::entity::prelude::*;

/// A row of `provider_message`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "provider_message")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// When it came first; microseconds.
    pub at: i64,
    /// Name of the provider.
    #[sea_orm(column_type = "Text")]
    pub provider: String,
    /// The provider's id of the notification.
    #[sea_orm(column_type = "Text")]
    pub message: String,
    /// Number of the payment or refund it is about.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// What became of it: a stable word.
    #[sea_orm(column_type = "Text")]
    pub verdict: String,
}

impl ActiveModelBehavior for ActiveModel {}
