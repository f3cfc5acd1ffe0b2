//! How the two engines are opened, so that an answered write is on the disk and waits have an end.

use std::{str::FromStr, time::Duration};

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{Error, Result};

/// How long to wait for a connection or a lock.
const WAIT: Duration = Duration::from_secs(10);

/// A connection that has been idle so long is asked whether it is alive before it is used.
const STALE: Duration = Duration::from_secs(30);

/// A pool of at most `connections` connections.
pub(crate) async fn open(url: &str, connections: u32) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    // Statements carry personal data as parameters; the services log what happens in their own words.
    options.sqlx_logging(false).acquire_timeout(WAIT).test_before_acquire_if_idle_for(STALE);
    if url.starts_with("sqlite:") {
        make_folder(url)?;
        options.max_connections(connections.max(2)).map_sqlx_sqlite_opts(sqlite);
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        options.max_connections(connections.max(2)).map_sqlx_postgres_opts(|postgres| {
            postgres.application_name("yueding").options([
                ("lock_timeout", "10s"),
                ("statement_timeout", "30s"),
                ("idle_in_transaction_session_timeout", "60s"),
            ])
        });
    } else {
        return Err(Error::Internal("the database's address must begin with sqlite: or postgres:".to_owned()));
    }
    Ok(Database::connect(options).await?)
}

fn sqlite(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(WAIT)
        // Reads come from the page cache of the system instead of being copied into each connection's own.
        .pragma("mmap_size", "268435456")
        .pragma("temp_store", "memory")
}

fn make_folder(url: &str) -> Result<()> {
    let options = SqliteConnectOptions::from_str(url).map_err(|err| DbErr::Conn(RuntimeErr::SqlxError(err.into())))?;
    let Some(folder) = options.get_filename().parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    std::fs::create_dir_all(folder)
        .map_err(|err| Error::Internal(format!("the database's folder {} cannot be made: {err}", folder.display())))
}
