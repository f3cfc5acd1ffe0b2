//! What is promised to whoever asks, version by version; the last one of a kind counts.

use domain::case::{Kind, Promise};
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `case_promise`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_promise")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// A word of `Kind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Microseconds.
    pub created_at: i64,
    /// Who wrote it.
    pub staff_id: Option<i64>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    /// JSON: the [`Promise`].
    #[sea_orm(column_type = "Text")]
    pub data: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The one of a kind that counts, before those that did.
    #[must_use]
    pub fn newest(kind: Kind) -> Select<Self> {
        Self::find().filter(Column::Kind.eq(kind.as_str())).order_by_desc(Column::Id)
    }
}

impl Model {
    /// What it says.
    ///
    /// # Errors
    /// When the database holds what is no promise.
    pub fn promise(&self) -> Result<Promise, DbErr> {
        word::json("case_promise.data", &self.data)
    }
}
