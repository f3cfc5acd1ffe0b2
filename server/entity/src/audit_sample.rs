//! Samples of answers that supervisors have drawn.

use sea_orm::{QueryOrder as _, entity::prelude::*};

/// A row of `audit_sample`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_sample")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Microseconds.
    pub drawn_at: i64,
    /// Who drew it.
    pub staff_id: i64,
    /// Of questions that were opened from this day on.
    pub from_day: Date,
    /// Until this one.
    pub until_day: Date,
    /// How many answers are in it.
    pub size: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// All of them, the newest first.
    #[must_use]
    pub fn newest() -> Select<Self> {
        Self::find().order_by_desc(Column::Id)
    }
}
