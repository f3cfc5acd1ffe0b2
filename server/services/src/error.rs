//! What can go wrong: a refusal of the business, or a fault of ours with its source.

use domain::Rule;
use sea_orm::DbErr;

/// A service's result.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a service did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The business refuses; the reader is told why.
    #[error("refused: {}", .0.code())]
    Refused(Rule),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// Something that cannot be was found.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<Rule> for Error {
    fn from(rule: Rule) -> Self {
        Self::Refused(rule)
    }
}
