//! Idempotency keys: a write that is sent again under its key gets the answer it got.

use sea_orm::entity::prelude::*;

/// A row of `write_key`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "write_key")]
pub struct Model {
    /// Hash of the session and the key it sent.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub key: String,
    /// SHA-256 of what was asked, hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub request_hash: String,
    /// The answer's HTTP status; 0 while it is being worked.
    pub status: i32,
    /// The answer's body.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// The answer's `Location`, or blank.
    #[sea_orm(column_type = "Text")]
    pub location: String,
    /// When the work on it began; microseconds.
    pub began_at: i64,
    /// It is forgotten then; microseconds.
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
