//! The logs of cases. Rows are only ever added; everything else follows from them.

use domain::{
    case::{Deed, Entry},
    time::from_micros,
};
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `case_event`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The case.
    pub case_id: i64,
    /// Its place in the log, from 1.
    pub seq: i32,
    /// When; microseconds.
    pub at: i64,
    /// `customer`, `staff` or `system`.
    #[sea_orm(column_type = "Text")]
    pub actor: String,
    /// The member's or staff member's row.
    pub actor_id: Option<i64>,
    /// The word of the deed.
    #[sea_orm(column_type = "Text")]
    pub what: String,
    /// What was said, or why.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// The customer may read it.
    pub public: bool,
    /// JSON: the [`Deed`].
    #[sea_orm(column_type = "Text")]
    pub detail: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A case's log, the oldest first.
    #[must_use]
    pub fn of_case(case_id: i64) -> Select<Self> {
        Self::find().filter(Column::CaseId.eq(case_id)).order_by_asc(Column::Seq)
    }
}

impl Model {
    /// What was done.
    ///
    /// # Errors
    /// When the database holds what is no deed.
    pub fn deed(&self) -> Result<Deed, DbErr> {
        word::json("case_event.detail", &self.detail)
    }

    /// The same at its time.
    ///
    /// # Errors
    /// As [`Self::deed`].
    pub fn entry(&self) -> Result<Entry, DbErr> {
        Ok(Entry { at: from_micros(self.at), deed: self.deed()? })
    }
}
