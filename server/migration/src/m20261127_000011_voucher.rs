//! Vouchers (B13): what each was worth, and every use of it. What is left follows from the two.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, text, text_uniq},
};

use crate::column::{big, id, index, recheck, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The words that a payment's way may be, before and after.
const BEFORE: &str = "way IN ('online', 'counter', 'transfer')";
const AFTER: &str = "way IN ('online', 'counter', 'transfer', 'voucher')";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        recheck(manager, "payment", "payment_way", BEFORE, AFTER).await?;
        for table in [voucher(), voucher_use()] {
            manager.create_table(table).await?;
        }
        let held = index("voucher_use", &["booking_id"]).name("voucher_use_one_held").unique().take();
        for index in [
            index("voucher", &["member_id"]),
            index("voucher", &["booking_id"]),
            index("voucher_use", &["voucher_id"]),
            index("voucher_use", &["payment_id"]),
            held.to_owned().and_where(Expr::cust("status = 'held'")).take(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        recheck(manager, "payment", "payment_way", AFTER, BEFORE).await?;
        for name in ["voucher_use", "voucher"] {
            manager.drop_table(Table::drop().table(name).take()).await?;
        }
        Ok(())
    }
}

fn voucher() -> TableCreateStatement {
    let columns = [
        id(),
        text_uniq("number"),
        text("kind"),
        big("worth_fen"),
        big("booking_id"),
        big_integer_null("member_id"),
        text("phone"),
        big("made_at"),
        big("expires_at"),
    ];
    let mut table = table("voucher", columns);
    table
        .foreign_key(&mut reference("voucher", "booking_id", "booking"))
        .foreign_key(&mut reference("voucher", "member_id", "member"))
        .check(Check::named("voucher_kind", Expr::cust("kind IN ('single', 'balance')")))
        .check(Check::named("voucher_worth", Expr::cust("worth_fen > 0")))
        // A cancellation gives one.
        .index(index("voucher", &["booking_id"]).name("voucher_one_each").unique())
        .take()
}

fn voucher_use() -> TableCreateStatement {
    let columns = [
        id(),
        big("voucher_id"),
        big("booking_id"),
        big("amount_fen"),
        big("taken_fen"),
        big_integer("returned_fen").default(0).take(),
        text("status"),
        big("at"),
        big_integer_null("payment_id"),
    ];
    table("voucher_use", columns)
        .foreign_key(&mut reference("voucher_use", "voucher_id", "voucher"))
        .foreign_key(&mut reference("voucher_use", "booking_id", "booking"))
        .foreign_key(&mut reference("voucher_use", "payment_id", "payment"))
        .check(Check::named("voucher_use_status", Expr::cust("status IN ('held', 'used', 'removed', 'lapsed')")))
        .check(Check::named("voucher_use_amount", Expr::cust("amount_fen > 0 AND taken_fen >= amount_fen")))
        .check(Check::named("voucher_use_returned", Expr::cust("returned_fen BETWEEN 0 AND amount_fen")))
        .check(Check::named("voucher_use_payment", Expr::cust("(status = 'used') = (payment_id IS NOT NULL)")))
        .take()
}
