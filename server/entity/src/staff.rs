//! Somebody who works here (A1).

use domain::{case::Department, desk::Role};
use sea_orm::entity::prelude::*;

/// A row of `staff`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Sign-in name, lower case.
    #[sea_orm(unique, column_type = "Text")]
    pub login: String,
    /// Name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The role's word.
    #[sea_orm(column_type = "Text")]
    pub role: String,
    /// Argon2id in PHC form.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// May sign in.
    pub active: bool,
    /// Microseconds.
    pub created_at: i64,
    /// The department's word.
    #[sea_orm(column_type = "Text")]
    pub department: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The role.
    ///
    /// # Errors
    /// When the database holds a word that is no role.
    pub fn role(&self) -> Result<Role, DbErr> {
        crate::word::read("staff.role", &self.role)
    }

    /// The department.
    ///
    /// # Errors
    /// When the database holds a word that is no department.
    pub fn department(&self) -> Result<Department, DbErr> {
        crate::word::read("staff.department", &self.department)
    }
}
