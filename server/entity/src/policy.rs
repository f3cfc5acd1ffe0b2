//! Terms of sale as the house has set them, version by version. A booking keeps its own copy.

use domain::terms::Terms;
use sea_orm::entity::prelude::*;

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
    /// Version, for people.
    #[sea_orm(column_type = "Text")]
    pub version: String,
    /// Instant from which it is used.
    pub effective_from: i64,
    /// [`Terms`] as JSON.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// SHA-256 of the body, hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What it says.
    pub fn terms(&self) -> Result<Terms, DbErr> {
        serde_json::from_str(&self.body).map_err(|err| DbErr::Json(format!("policy {}: {err}", self.id)))
    }
}
