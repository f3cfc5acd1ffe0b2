//! Answers that are in a sample, and what was found of them.

use domain::figure::Verdict;
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `audit_item`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_item")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The sample.
    pub sample_id: i64,
    /// The round that was answered; in one sample at most.
    #[sea_orm(unique)]
    pub round_id: i64,
    /// Who of the staff answered.
    pub answered_by: Option<i64>,
    /// A word of [`Verdict`]; blank until it is judged.
    #[sea_orm(column_type = "Text")]
    pub verdict: String,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    /// Who judged it; never who answered.
    pub judged_by: Option<i64>,
    /// Microseconds.
    pub judged_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The answers of a sample, in the order in which they are judged.
    #[must_use]
    pub fn of_sample(sample_id: i64) -> Select<Self> {
        Self::find().filter(Column::SampleId.eq(sample_id)).order_by_asc(Column::Id)
    }
}

impl Model {
    /// What was found; nothing until it is judged.
    ///
    /// # Errors
    /// When the database holds a word that is no verdict.
    pub fn verdict(&self) -> Result<Option<Verdict>, DbErr> {
        if self.verdict.is_empty() {
            return Ok(None);
        }
        word::read("audit_item.verdict", &self.verdict).map(Some)
    }
}
