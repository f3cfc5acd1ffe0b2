//! The knowledge base (C10): articles, their versions, what readers said of them, and what search looks at.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, date_null, integer, text, text_uniq},
    sea_orm::DbBackend,
};

use crate::column::{big, id, index, localized, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Each version as grams, see `services::help::grams`. SQLite keeps nothing but the index; PostgreSQL keeps a title apart, so that it
/// can be looked for without reading the longer column.
const SQLITE: &str = "CREATE VIRTUAL TABLE help_index USING fts5(\
    title, body, content = '', contentless_delete = 1, tokenize = \"unicode61 remove_diacritics 0\")";
const POSTGRES: &str = "CREATE TABLE help_index (\
    version_id BIGINT PRIMARY KEY REFERENCES help_version (id), title TSVECTOR NOT NULL, words TSVECTOR NOT NULL); \
    CREATE INDEX help_index_title ON help_index USING GIN (title) WITH (fastupdate = off); \
    CREATE INDEX help_index_words ON help_index USING GIN (words) WITH (fastupdate = off)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [article(), version(), vote()] {
            manager.create_table(table).await?;
        }
        manager.create_index(index("help_article", &["topic", "sort", "id"])).await?;
        manager.create_index(index("help_version", &["article_id", "number"]).unique().take()).await?;
        let index = if manager.get_database_backend() == DbBackend::Sqlite { SQLITE } else { POSTGRES };
        manager.get_connection().execute_unprepared(index).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["help_index", "help_vote", "help_version", "help_article"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn article() -> TableCreateStatement {
    let columns = [
        id(),
        text_uniq("slug"),
        text("topic"),
        integer("sort"),
        date_null("review_on"),
        // The names of people that a draft was made of, until it is published; JSON.
        text("names").default("[]").take(),
        big("created_at"),
    ];
    table("help_article", columns)
}

fn version() -> TableCreateStatement {
    let mut columns = vec![id(), big("article_id"), integer("number"), text("script"), boolean("own")];
    columns.extend(localized("title"));
    columns.extend(localized("body"));
    columns.extend([
        big_integer_null("publish_at"),
        big_integer_null("until_at"),
        big_integer_null("withdrawn_at"),
        big_integer_null("staff_id"),
        text("why").default("").take(),
        big("created_at"),
    ]);
    let withdrawn =
        Check::named("help_version_withdrawn", Expr::cust("withdrawn_at IS NULL OR publish_at IS NOT NULL"));
    table("help_version", columns)
        .foreign_key(&mut reference("help_version", "article_id", "help_article"))
        .foreign_key(&mut reference("help_version", "staff_id", "staff"))
        .check(withdrawn)
        .take()
}

fn vote() -> TableCreateStatement {
    let columns = [big_integer("article_id"), text("voter"), boolean("helpful"), big("at")];
    table("help_vote", columns)
        .primary_key(Index::create().col("article_id").col("voter"))
        .foreign_key(&mut reference("help_vote", "article_id", "help_article"))
        .take()
}
