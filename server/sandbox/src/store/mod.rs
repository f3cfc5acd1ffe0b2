//! What is remembered: one SQLite file whose writes are on the disk before they are answered.

pub(crate) mod notification;
pub(crate) mod order;
pub(crate) mod refund;
pub(crate) mod setting;
pub(crate) mod sms;

use std::{path::Path, time::Duration};

use anyhow::Context;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, EntityTrait, Schema,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};

/// How long to wait for the one connection.
const WAIT: Duration = Duration::from_secs(30);

/// Opens the file; there is one connection, so that writers take turns.
pub(crate) async fn open(file: &str) -> anyhow::Result<DatabaseConnection> {
    if let Some(folder) = Path::new(file).parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    let mut options = ConnectOptions::new(format!("sqlite:{file}"));
    options.sqlx_logging(false).acquire_timeout(WAIT).max_connections(1).map_sqlx_sqlite_opts(|options| {
        options.create_if_missing(true).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
    });
    let db = Database::connect(options).await.with_context(|| format!("{file} cannot be opened"))?;
    create(&db, order::Entity).await?;
    create(&db, refund::Entity).await?;
    create(&db, notification::Entity).await?;
    create(&db, sms::Entity).await?;
    create(&db, setting::Entity).await?;
    db.execute_unprepared("CREATE INDEX IF NOT EXISTS notification_due ON notification (state, due_at)").await?;
    db.execute_unprepared("CREATE INDEX IF NOT EXISTS refund_order ON refund (order_number)").await?;
    Ok(db)
}

async fn create<E: EntityTrait>(db: &DatabaseConnection, entity: E) -> Result<(), DbErr> {
    let table = Schema::new(DbBackend::Sqlite).create_table_from_entity(entity).if_not_exists().to_owned();
    db.execute(&table).await?;
    Ok(())
}
