//! Whether an article helped somebody. Who it was is stored as a keyed hash.

use sea_orm::entity::prelude::*;

/// A row of `help_vote`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "help_vote")]
pub struct Model {
    /// The article.
    #[sea_orm(primary_key, auto_increment = false)]
    pub article_id: i64,
    /// Keyed hash of the member or the session.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub voter: String,
    /// It helped.
    pub helpful: bool,
    /// When it was said last; microseconds.
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
