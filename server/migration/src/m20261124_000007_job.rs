//! Jobs: one row each, with the lease of the instance that runs it and what became of the last run.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, integer, text},
};

use crate::column::{big, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            text("name"),
            big("next_at"),
            text("lease").default("").take(),
            big_integer_null("leased_until"),
            big_integer_null("began_at"),
            big_integer_null("ended_at"),
            big("done").default(0).take(),
            integer("failures").default(0).take(),
            text("trouble").default("").take(),
        ];
        let mut job = table("job", columns);
        manager.create_table(job.primary_key(Index::create().col("name")).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("job").take()).await
    }
}
