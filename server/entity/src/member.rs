//! A member (M1). The card number is unique; phone and e-mail too, one of them at least is there.

use sea_orm::entity::prelude::*;

/// A row of `member`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "member")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Phone in E.164 form.
    #[sea_orm(unique, column_type = "Text", nullable)]
    pub phone: Option<String>,
    /// E-mail address.
    #[sea_orm(unique, column_type = "Text", nullable)]
    pub email: Option<String>,
    /// Name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Argon2id in PHC form.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// The script he registered in, `zh-hans` or `zh-hant`.
    #[sea_orm(column_type = "Text")]
    pub script: String,
    /// Card number.
    #[sea_orm(unique, column_type = "Text")]
    pub card: String,
    /// Proposed when booking.
    #[sea_orm(column_type = "Text")]
    pub preferences: String,
    /// Microseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
