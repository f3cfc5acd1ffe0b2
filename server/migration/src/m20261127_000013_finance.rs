//! What finance has beside refunds (A4): money that others collected is checked and taken over, and customers ask for invoices.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, text},
};

use crate::column::{big, id, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in added() {
            manager.alter_table(Table::alter().table("payment").add_column(column).take()).await?;
        }
        manager.create_table(invoice()).await?;
        let standing = index("invoice", &["booking_id"]).name("invoice_one_standing").unique().take();
        for index in [
            standing.to_owned().and_where(Expr::cust("status IN ('asked', 'issued')")).take(),
            index("invoice", &["status", "asked_at"]),
            index("payment", &["settled_at"]).and_where(Expr::cust("taken_by IS NULL")).take(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("invoice").take()).await?;
        manager.drop_index(Index::drop().name("payment_settled_at").table("payment").to_owned()).await?;
        for column in added().iter().rev() {
            manager.alter_table(Table::alter().table("payment").drop_column(column.get_column_name()).take()).await?;
        }
        Ok(())
    }
}

fn added() -> [ColumnDef; 2] {
    // The constraints are the last line: who collected it does not check it, neither of them takes it over.
    let checked = Check::named("payment_two_persons", Expr::cust("checked_by <> staff_id"));
    let taken = Check::named("payment_taken", Expr::cust("taken_by <> checked_by AND taken_by <> staff_id"));
    [big_integer_null("checked_by").check(checked).take(), big_integer_null("taken_by").check(taken).take()]
}

fn invoice() -> TableCreateStatement {
    let columns = [
        id(),
        big("booking_id"),
        text("title"),
        text("tax_no"),
        text("email"),
        text("status"),
        big("amount_fen"),
        text("code").default("").take(),
        text("why").default("").take(),
        big("asked_at"),
        big_integer_null("done_at"),
        big_integer_null("staff_id"),
    ];
    table("invoice", columns)
        .foreign_key(&mut reference("invoice", "booking_id", "booking"))
        .foreign_key(&mut reference("invoice", "staff_id", "staff"))
        .check(Check::named("invoice_status", Expr::cust("status IN ('asked', 'issued', 'refused', 'corrected')")))
        .check(Check::named("invoice_issued", Expr::cust("status <> 'issued' OR (code <> '' AND amount_fen > 0)")))
        .take()
}
