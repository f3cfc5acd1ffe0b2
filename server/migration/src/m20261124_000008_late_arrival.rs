//! How long after its start something may still be booked: a room is entered late in the evening too.

use sea_orm_migration::{prelude::*, schema::integer};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let late = integer("late_minutes").default(0).take();
        manager.alter_table(Table::alter().table("offer").add_column(late).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("offer").drop_column("late_minutes").take()).await
    }
}
