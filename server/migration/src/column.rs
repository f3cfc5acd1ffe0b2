//! Words for the columns and keys that many tables have.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, text, text_null},
    sea_orm::DbBackend,
};

/// The primary key of nearly every table.
pub(crate) fn id() -> ColumnDef {
    big_pk_auto("id")
}

/// Content in both scripts: `{name}_hans` and `{name}_hant`.
pub(crate) fn localized(name: &str) -> [ColumnDef; 2] {
    [text(format!("{name}_hans")), text(format!("{name}_hant"))]
}

/// The same where there may be none.
pub(crate) fn localized_null(name: &str) -> [ColumnDef; 2] {
    [text_null(format!("{name}_hans")), text_null(format!("{name}_hant"))]
}

/// An instant, a price or a reference.
pub(crate) fn big(name: &'static str) -> ColumnDef {
    big_integer(name)
}

/// A foreign key `{table}.{column}` → `{to}.id`. SQLite takes it only together with its table.
pub(crate) fn reference(table: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}")).from(table, column).to(to, "id").take()
}

/// A table whose columns are given in order.
pub(crate) fn table(name: &'static str, columns: impl IntoIterator<Item = ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name);
    for column in columns {
        table.col(column);
    }
    table
}

/// An index named after its table and columns.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// Gives a table's named constraint another condition. On SQLite an alteration of the table must follow; see `rewritten`.
pub(crate) async fn recheck(
    manager: &SchemaManager<'_>,
    table: &str,
    name: &str,
    from: &str,
    to: &str,
) -> Result<(), DbErr> {
    let statement = if manager.get_database_backend() == DbBackend::Sqlite {
        rewritten(table, from, to)
    } else {
        format!("ALTER TABLE \"{table}\" DROP CONSTRAINT \"{name}\", ADD CONSTRAINT \"{name}\" CHECK ({to})")
    };
    manager.get_connection().execute_unprepared(&statement).await.map(|_| ())
}

/// Lets a BIGINT column be blank from now on. On SQLite an alteration of the table must follow; see `rewritten`.
pub(crate) async fn may_be_null(manager: &SchemaManager<'_>, table: &str, column: &str) -> Result<(), DbErr> {
    let statement = if manager.get_database_backend() == DbBackend::Sqlite {
        // SQLite knows the type by either name: which one stands there is decided by a feature of the query builder.
        let of =
            |name: &str| rewritten(table, &format!("\"{column}\" {name} NOT NULL"), &format!("\"{column}\" {name}"));
        format!("{} {}", of("bigint"), of("integer"))
    } else {
        format!("ALTER TABLE \"{table}\" ALTER COLUMN \"{column}\" DROP NOT NULL")
    };
    manager.get_connection().execute_unprepared(&statement).await.map(|_| ())
}

/// SQLite has no statement for such alterations: its own documentation has the text of the schema written anew, where no row has to
/// change (https://www.sqlite.org/lang_altertable.html, "making other kinds of changes"). An alteration of the table must follow, so
/// that every connection sees it.
fn rewritten(table: &str, from: &str, to: &str) -> String {
    let quoted = |text: &str| text.replace('\'', "''");
    format!(
        "PRAGMA writable_schema = ON; \
         UPDATE sqlite_schema SET sql = replace(sql, '{}', '{}') WHERE type = 'table' AND name = '{table}'; \
         PRAGMA writable_schema = RESET;",
        quoted(from),
        quoted(to)
    )
}
