//! A visitor's session, known by the hash of the secret in his cookie.

use sea_orm::{QueryFilter, Select, entity::prelude::*};

/// A row of `session`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// SHA-256 of the secret, hexadecimal.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub token_hash: String,
    /// The member who signed in with it.
    pub member_id: Option<i64>,
    /// The staff member who signed in with it.
    pub staff_id: Option<i64>,
    /// Microseconds.
    pub created_at: i64,
    /// Last use, some minutes coarse; microseconds.
    pub seen_at: i64,
    /// Not valid from then on; microseconds.
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The member's sessions that are still valid.
    #[must_use]
    pub fn of_member(member_id: i64, now: i64) -> Select<Self> {
        Self::find().filter(Column::MemberId.eq(member_id)).filter(Column::ExpiresAt.gt(now))
    }
}
