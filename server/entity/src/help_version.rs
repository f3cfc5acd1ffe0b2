//! The versions of an article. The one in force is the latest that has begun and was not withdrawn.

use domain::{
    Instant,
    help::Shown,
    time::{from_micros, to_micros},
};
use i18n::{Localized, Script};
use sea_orm::{Condition, QueryOrder as _, entity::prelude::*};

use crate::{both, word};

/// A row of `help_version`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "help_version")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The article.
    pub article_id: i64,
    /// From 1.
    pub number: i32,
    /// The script it was written in.
    #[sea_orm(column_type = "Text")]
    pub script: String,
    /// Somebody has written the other script too; else it is converted.
    pub own: bool,
    /// Title.
    #[sea_orm(column_type = "Text")]
    pub title_hans: String,
    /// Title.
    #[sea_orm(column_type = "Text")]
    pub title_hant: String,
    /// Body.
    #[sea_orm(column_type = "Text")]
    pub body_hans: String,
    /// Body.
    #[sea_orm(column_type = "Text")]
    pub body_hant: String,
    /// Shown from then on; none: a draft. Microseconds.
    pub publish_at: Option<i64>,
    /// Not shown any more from then on; follows from the article's versions, see [`domain::help::until`]. Microseconds.
    pub until_at: Option<i64>,
    /// Taken back then; microseconds.
    pub withdrawn_at: Option<i64>,
    /// Who wrote it; none for what the house began with.
    pub staff_id: Option<i64>,
    /// What was changed.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    /// Microseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// An article's versions, the oldest first.
    #[must_use]
    pub fn of_article(article_id: i64) -> Select<Self> {
        Self::find().filter(Column::ArticleId.eq(article_id)).order_by_asc(Column::Number)
    }

    /// What is shown at an instant: one version of an article at most.
    #[must_use]
    pub fn in_force(now: Instant) -> Select<Self> {
        let lasts = Condition::any().add(Column::UntilAt.is_null()).add(Column::UntilAt.gt(to_micros(now)));
        Self::find().filter(Column::PublishAt.lte(to_micros(now))).filter(lasts)
    }
}

impl Model {
    /// The title in both scripts.
    #[must_use]
    pub fn title(&self) -> Localized {
        both(&self.title_hans, &self.title_hant)
    }

    /// The body in both scripts.
    #[must_use]
    pub fn body(&self) -> Localized {
        both(&self.body_hans, &self.body_hant)
    }

    /// The script it was written in.
    ///
    /// # Errors
    /// When the database holds a word that is no script.
    pub fn script(&self) -> Result<Script, DbErr> {
        word::read("help_version.script", &self.script)
    }

    /// What was said about showing it.
    #[must_use]
    pub fn shown(&self) -> Shown {
        Shown { from: self.publish_at.map(from_micros), withdrawn: self.withdrawn_at.map(from_micros) }
    }
}
