//! Rounds of cases: what became of the promises of each, for figures.

use domain::case::{Category, Department};
use sea_orm::entity::prelude::*;

use crate::word;

/// A row of `case_round`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_round")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The case.
    pub case_id: i64,
    /// Which, from 1.
    pub round: i32,
    /// A word of `Kind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// A word of `Category`.
    #[sea_orm(column_type = "Text")]
    pub category: String,
    /// A word of `Level`.
    #[sea_orm(column_type = "Text")]
    pub level: String,
    /// A word of `Department`: who had it last.
    #[sea_orm(column_type = "Text")]
    pub department: String,
    /// Who of the staff answered.
    pub staff_id: Option<i64>,
    /// Microseconds.
    pub opened_at: i64,
    /// When a first word was due; microseconds.
    pub first_due: Option<i64>,
    /// When it came; microseconds.
    pub first_at: Option<i64>,
    /// It came late.
    pub first_broken: bool,
    /// When the answer was due; microseconds.
    pub answer_due: Option<i64>,
    /// When it came; microseconds.
    pub answered_at: Option<i64>,
    /// It came late.
    pub answer_broken: bool,
    /// Who spent most of the time of what was broken: a department's word or a partner's name.
    #[sea_orm(column_type = "Text")]
    pub blame: String,
    /// `staff` or `customer`; blank while it is open.
    #[sea_orm(column_type = "Text")]
    pub closed_by: String,
    /// Working minutes until the answer, without those in which we waited for the customer.
    pub minutes: Option<i32>,
    /// 5 very satisfied … 1 very dissatisfied.
    pub rating: Option<i32>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub rating_why: String,
    /// Microseconds.
    pub rated_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A round of a case.
    #[must_use]
    pub fn of_case(case_id: i64, round: i32) -> Select<Self> {
        Self::find().filter(Column::CaseId.eq(case_id)).filter(Column::Round.eq(round))
    }
}

impl Model {
    /// What it is about.
    ///
    /// # Errors
    /// When the database holds a word that is none; so what follows.
    pub fn category(&self) -> Result<Category, DbErr> {
        word::read("case_round.category", &self.category)
    }

    /// Who had it last.
    pub fn department(&self) -> Result<Department, DbErr> {
        word::read("case_round.department", &self.department)
    }
}
