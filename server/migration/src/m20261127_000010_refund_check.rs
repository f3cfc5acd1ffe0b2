//! What a customer gave up goes back after two persons have looked at it: who checked a refund, who released it.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, integer, text},
};

use crate::column::recheck;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The words that a refund's status may be, before and after.
const BEFORE: &str = "status IN ('due', 'sent', 'done', 'stuck')";
const AFTER: &str = "status IN ('asked', 'checked', 'due', 'sent', 'done', 'stuck')";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        recheck(manager, "refund", "refund_status", BEFORE, AFTER).await?;
        for column in added() {
            manager.alter_table(Table::alter().table("refund").add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        recheck(manager, "refund", "refund_status", AFTER, BEFORE).await?;
        for column in added().iter().rev() {
            manager.alter_table(Table::alter().table("refund").drop_column(column.get_column_name()).take()).await?;
        }
        Ok(())
    }
}

fn added() -> [ColumnDef; 4] {
    // The constraint is the last line: nobody does both.
    let two_persons = Check::named("refund_two_persons", Expr::cust("released_by <> checked_by"));
    [
        big_integer_null("checked_by"),
        big_integer_null("released_by").check(two_persons).take(),
        text("question").default("").take(),
        integer("rounds").default(0).take(),
    ]
}
