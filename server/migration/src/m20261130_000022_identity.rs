//! ID numbers are found by the end of their service, so that they are forgotten after it (B2).

use sea_orm_migration::prelude::*;

use crate::column::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const NAME: &str = "booking_identity";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let known = Expr::col("id_number").is_not_null();
        manager.create_index(index("booking", &["ends_at"]).name(NAME).and_where(known).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(NAME).table("booking").to_owned()).await
    }
}
