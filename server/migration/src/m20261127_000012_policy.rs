//! Policies have versions that follow one another: which policy each is of, who published it and why. And a change keeps what it was
//! made from, so that it can be told again under other terms.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, text, text_null},
};

use crate::column::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added() {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        // What is there is the first version each of a policy of its own.
        manager.get_connection().execute_unprepared("UPDATE policy SET family = id").await?;
        manager.create_index(index("policy", &["family", "effective_from"]).unique().take()).await?;
        manager.create_index(index("policy", &["family", "version"]).unique().take()).await?;
        manager.create_index(index("booking_event", &["what", "at"])).await?;
        manager.create_index(index("booking_change", &["made_at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in [
            ("booking_change_made_at", "booking_change"),
            ("booking_event_what_at", "booking_event"),
            ("policy_family_version", "policy"),
            ("policy_family_effective_from", "policy"),
        ] {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        for (table, column) in added().iter().rev() {
            manager.alter_table(Table::alter().table(*table).drop_column(column.get_column_name()).take()).await?;
        }
        Ok(())
    }
}

fn added() -> [(&'static str, ColumnDef); 4] {
    [
        ("policy", big_integer("family").default(0).take()),
        ("policy", big_integer_null("staff_id")),
        ("policy", text("why").default("").take()),
        ("booking_change", text_null("was")),
    ]
}
