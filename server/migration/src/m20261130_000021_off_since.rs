//! Since when something is not sold any more, in place of whether it is (X5).

use std::{
    num::TryFromIntError,
    time::{SystemTime, UNIX_EPOCH},
};

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, boolean},
};

use crate::column::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: [&str; 2] = ["place", "offer"];
const NEW: [&str; 3] = ["kind", "off_since", "city"];
const OLD: [&str; 3] = ["kind", "active", "city"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("place_kind_active_city").table("place").to_owned()).await?;
        // Nobody wrote down since when; it is known of now.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|e| DbErr::Migration(e.to_string()))?;
        let now: i64 = now.as_micros().try_into().map_err(|e: TryFromIntError| DbErr::Migration(e.to_string()))?;
        for table in TABLES {
            let added = big_integer_null("off_since").take();
            manager.alter_table(Table::alter().table(table).add_column(added).take()).await?;
            let off =
                Query::update().table(table).value("off_since", now).and_where(Expr::col("active").eq(false)).take();
            manager.execute(off).await?;
            manager.alter_table(Table::alter().table(table).drop_column("active").take()).await?;
        }
        manager.create_index(index("place", &NEW)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("place_kind_off_since_city").table("place").to_owned()).await?;
        for table in TABLES {
            let added = boolean("active").default(true).take();
            manager.alter_table(Table::alter().table(table).add_column(added).take()).await?;
            let off = Expr::col("off_since").is_not_null();
            let off = Query::update().table(table).value("active", false).and_where(off).take();
            manager.execute(off).await?;
            manager.alter_table(Table::alter().table(table).drop_column("off_since").take()).await?;
        }
        manager.create_index(index("place", &OLD)).await
    }
}
