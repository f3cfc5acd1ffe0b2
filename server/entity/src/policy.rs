//! Terms of sale as the house has set them, version by version. A booking keeps its own copy.

use domain::{Instant, terms::Terms, time::to_micros};
use sea_orm::{QueryOrder as _, entity::prelude::*};

/// A row of `policy`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policy")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Kind it is for.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Version, for people; of one policy no two are alike.
    #[sea_orm(column_type = "Text")]
    pub version: String,
    /// Instant from which it is used.
    pub effective_from: i64,
    /// [`Terms`] as JSON.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// SHA-256 of the terms' canonical text, hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// The policy it is a version of: the key of its first version, which is what offers name.
    pub family: i64,
    /// Who published it; none for the first.
    pub staff_id: Option<i64>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub why: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A policy's versions, the newest first.
    #[must_use]
    pub fn versions(family: i64) -> Select<Self> {
        Self::find().filter(Column::Family.eq(family)).order_by_desc(Column::EffectiveFrom).order_by_desc(Column::Id)
    }

    /// The version of a policy that sales are made by at an instant.
    #[must_use]
    pub fn in_force(family: i64, now: Instant) -> Select<Self> {
        Self::versions(family).filter(Column::EffectiveFrom.lte(to_micros(now)))
    }
}

impl Model {
    /// What it says.
    pub fn terms(&self) -> Result<Terms, DbErr> {
        serde_json::from_str(&self.body).map_err(|err| DbErr::Json(format!("policy {}: {err}", self.id)))
    }
}
