//! A form that was refused, waiting under the session for its page.

use sea_orm::{QueryFilter, Select, entity::prelude::*};

/// A row of `draft`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    /// 128 random bits, hexadecimal.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub id: String,
    /// Whose it is.
    #[sea_orm(column_type = "Text")]
    pub session_hash: String,
    /// Which form.
    #[sea_orm(column_type = "Text")]
    pub form: String,
    /// JSON: what was typed by field.
    #[sea_orm(column_type = "Text")]
    pub fields: String,
    /// JSON: the faults.
    #[sea_orm(column_type = "Text")]
    pub faults: String,
    /// The refusal's code.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Microseconds.
    pub created_at: i64,
    /// Gone from then on; microseconds.
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The session's drafts.
    #[must_use]
    pub fn of_session(session_hash: &str) -> Select<Self> {
        Self::find().filter(Column::SessionHash.eq(session_hash))
    }
}
