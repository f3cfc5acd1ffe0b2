//! Working calendars, version by version; the last one counts.

use domain::calendar::Calendar;
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `work_calendar`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "work_calendar")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Microseconds.
    pub created_at: i64,
    /// Who wrote it; none for the first.
    pub staff_id: Option<i64>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    /// JSON: the [`Calendar`].
    #[sea_orm(column_type = "Text")]
    pub data: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The one that counts, before those that did.
    #[must_use]
    pub fn newest() -> Select<Self> {
        Self::find().order_by_desc(Column::Id)
    }
}

impl Model {
    /// What it says.
    ///
    /// # Errors
    /// When the database holds what is no calendar.
    pub fn calendar(&self) -> Result<Calendar, DbErr> {
        word::json("work_calendar.data", &self.data)
    }
}
