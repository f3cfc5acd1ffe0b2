//! Bookings that were parts of others (B10), and what of a payment went along with them.

use sea_orm_migration::{prelude::*, schema::big_integer_null};

use crate::column::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Tables with the column that says what a row was a part of.
const ADDED: [(&str, &str); 2] = [("booking", "divided_from"), ("payment", "part_of")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in ADDED {
            let added = big_integer_null(column).take();
            manager.alter_table(Table::alter().table(table).add_column(added).take()).await?;
            let parts = index(table, &[column]).and_where(Expr::cust(format!("{column} IS NOT NULL"))).take();
            manager.create_index(parts).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in ADDED {
            manager.drop_index(Index::drop().name(format!("{table}_{column}")).table(table).to_owned()).await?;
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        Ok(())
    }
}
