//! How many nights a stay must have at least.

use sea_orm_migration::{prelude::*, schema::integer};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let least = integer("least_nights").default(1).take();
        manager.alter_table(Table::alter().table("offer").add_column(least).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("offer").drop_column("least_nights").take()).await
    }
}
