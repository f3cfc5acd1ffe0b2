//! Prepared answers, in both scripts.

use i18n::Localized;
use sea_orm::entity::prelude::*;

use crate::both;

/// A row of `reply_template`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reply_template")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Title.
    #[sea_orm(column_type = "Text")]
    pub title_hans: String,
    /// Title.
    #[sea_orm(column_type = "Text")]
    pub title_hant: String,
    /// Text, with variables in braces.
    #[sea_orm(column_type = "Text")]
    pub body_hans: String,
    /// Text.
    #[sea_orm(column_type = "Text")]
    pub body_hant: String,
    /// It is offered.
    pub active: bool,
    /// Place in the list.
    pub sort: i32,
    /// Microseconds.
    pub updated_at: i64,
    /// Who wrote it.
    pub staff_id: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> Localized {
        both(&self.title_hans, &self.title_hant)
    }

    /// What it says.
    #[must_use]
    pub fn body(&self) -> Localized {
        both(&self.body_hans, &self.body_hant)
    }
}
