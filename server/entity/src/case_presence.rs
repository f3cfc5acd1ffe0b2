//! Who of the staff looks at a case.

use sea_orm::entity::prelude::*;

/// A row of `case_presence`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_presence")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: i64,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub staff_id: i64,
    /// Last seen; microseconds.
    pub seen_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
