//! What can go wrong: a refusal of the business, or a fault of ours with its source.

use domain::Rule;
use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlErr, sqlx};

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
    Database(#[source] DbErr),
    /// Something that cannot be was found.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// The refusal, if it is one.
    #[must_use]
    pub const fn rule(&self) -> Option<&Rule> {
        match self {
            Self::Refused(rule) => Some(rule),
            Self::Database(_) | Self::Internal(_) => None,
        }
    }
}

impl From<Rule> for Error {
    fn from(rule: Rule) -> Self {
        Self::Refused(rule)
    }
}

/// A database that is merely too busy is no fault: the same request may be repeated.
impl From<DbErr> for Error {
    fn from(err: DbErr) -> Self {
        if is_busy(&err) {
            tracing::info!(error = %err, "the database is too busy for this request");
            return Self::Refused(Rule::Busy);
        }
        Self::Database(err)
    }
}

impl From<serde_json::Error> for Error {
    fn from(err: serde_json::Error) -> Self {
        Self::Internal(format!("stored JSON: {err}"))
    }
}

/// Whether a unique constraint stood in the way, so that the caller can say what that means (a constraint speaks).
#[must_use]
pub fn is_duplicate(err: &DbErr) -> bool {
    matches!(err.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Whether a CHECK constraint stood in the way.
#[must_use]
pub fn is_check_violation(err: &DbErr) -> bool {
    // SQLITE_CONSTRAINT_CHECK and PostgreSQL's check_violation.
    driver_code(err).is_some_and(|code| matches!(code.as_str(), "275" | "23514"))
}

/// Whether waiting a little and trying again may help: no connection or lock in time, or a serialization conflict.
#[must_use]
pub fn is_busy(err: &DbErr) -> bool {
    if matches!(err, DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)) {
        return true;
    }
    let Some(code) = driver_code(err) else { return false };
    match code.as_str() {
        // PostgreSQL: serialization_failure, deadlock_detected, lock_not_available, too_many_connections.
        "40001" | "40P01" | "55P03" | "53300" => true,
        // SQLite's extended codes keep the primary code in the low byte; 5 is BUSY, 6 is LOCKED. PostgreSQL's codes
        // have five characters, SQLite's at most four digits.
        digits if digits.len() < 5 => digits.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6)),
        _ => false,
    }
}

/// The code the database's driver gives: an SQLSTATE, or SQLite's extended result code in digits.
fn driver_code(err: &DbErr) -> Option<String> {
    let (DbErr::Conn(RuntimeErr::SqlxError(source))
    | DbErr::Exec(RuntimeErr::SqlxError(source))
    | DbErr::Query(RuntimeErr::SqlxError(source))) = err
    else {
        return None;
    };
    match source.as_ref() {
        sqlx::Error::Database(database) => database.code().map(|code| code.into_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pool_without_a_free_connection_is_busy() {
        let error = Error::from(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout));
        assert_eq!(error.rule(), Some(&Rule::Busy));
    }

    #[test]
    fn a_fault_of_the_schema_is_not_busy() {
        let error = Error::from(DbErr::Custom("no such table".to_owned()));
        assert_eq!(error.rule(), None);
    }
}
