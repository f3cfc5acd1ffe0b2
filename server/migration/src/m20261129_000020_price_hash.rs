//! The hash of a booking's price (B5). What was sold before has none.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let added = text_null("price_hash").take();
        manager.alter_table(Table::alter().table("booking").add_column(added).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("booking").drop_column("price_hash").take()).await
    }
}
