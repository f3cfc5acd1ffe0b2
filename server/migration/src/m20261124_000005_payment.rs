//! Money: attempts to pay, refunds, the double-entry books, what providers told us, and the keys of writes.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, text, text_null, text_uniq},
};

use crate::column::{big, id, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            text("way").default("counter").take(),
            big_integer("paid_fen").default(0).take(),
            big_integer("refunded_fen").default(0).take(),
            integer("extensions").default(0).take(),
        ] {
            manager.alter_table(Table::alter().table("booking").add_column(column).take()).await?;
        }
        for table in [payment(), refund(), journal(), entry(), provider_message(), write_key()] {
            manager.create_table(table).await?;
        }
        // A booking has one attempt on a provider's page at a time.
        let open = index("payment", &["booking_id"]).name("payment_one_open").unique().take();
        let open = open.to_owned().and_where(Expr::cust("status = 'open' AND way = 'online'")).take();
        for index in [
            open,
            index("payment", &["booking_id", "id"]),
            index("payment", &["next_at"]).and_where(Expr::cust("next_at IS NOT NULL")).take(),
            index("payment", &["status"]).and_where(Expr::cust("status = 'stuck'")).take(),
            index("refund", &["booking_id"]),
            index("refund", &["payment_id"]),
            index("refund", &["next_at"]).and_where(Expr::cust("next_at IS NOT NULL")).take(),
            index("refund", &["status", "done_at"]),
            index("journal", &["booking_id"]),
            index("entry", &["journal_id"]),
            index("provider_message", &["at"]),
            index("write_key", &["expires_at"]),
            index("booking", &["status", "hold_until"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["write_key", "provider_message", "entry", "journal", "refund", "payment"] {
            manager.drop_table(Table::drop().table(name).take()).await?;
        }
        manager.drop_index(Index::drop().name("booking_status_hold_until").table("booking").to_owned()).await?;
        for column in ["extensions", "refunded_fen", "paid_fen", "way"] {
            manager.alter_table(Table::alter().table("booking").drop_column(column).take()).await?;
        }
        Ok(())
    }
}

fn payment() -> TableCreateStatement {
    let columns = [
        id(),
        text_uniq("number"),
        big("booking_id"),
        text("way"),
        text("provider"),
        text("status"),
        big("amount_fen"),
        text("currency"),
        big_integer_null("received_fen"),
        text_null("received_currency"),
        text_null("page"),
        text_null("provider_ref"),
        text_uniq("start_key"),
        big("begun_at"),
        big("expires_at"),
        big_integer_null("settled_at"),
        big_integer_null("next_at"),
        integer("asked").default(0).take(),
        text("trouble").default("").take(),
        text("slip").default("").take(),
        big_integer_null("staff_id"),
    ];
    table("payment", columns)
        .foreign_key(&mut reference("payment", "booking_id", "booking"))
        .foreign_key(&mut reference("payment", "staff_id", "staff"))
        .check(Check::named("payment_amount", Expr::cust("amount_fen > 0")))
        .check(Check::named("payment_way", Expr::cust("way IN ('online', 'counter', 'transfer')")))
        .check(Check::named(
            "payment_status",
            Expr::cust("status IN ('open', 'paid', 'declined', 'abandoned', 'stuck')"),
        ))
        .check(Check::named(
            "payment_paid",
            Expr::cust("status <> 'paid' OR (COALESCE(received_fen, 0) > 0 AND settled_at IS NOT NULL)"),
        ))
        .take()
}

fn refund() -> TableCreateStatement {
    let columns = [
        id(),
        text_uniq("number"),
        big("payment_id"),
        big("booking_id"),
        big("amount_fen"),
        text("reason"),
        text("status"),
        text_uniq("cause"),
        big("since"),
        big("promised_at"),
        big_integer_null("done_at"),
        big_integer_null("next_at"),
        integer("tries").default(0).take(),
        text("trouble").default("").take(),
        text("slip").default("").take(),
        big_integer_null("staff_id"),
    ];
    table("refund", columns)
        .foreign_key(&mut reference("refund", "payment_id", "payment"))
        .foreign_key(&mut reference("refund", "booking_id", "booking"))
        .foreign_key(&mut reference("refund", "staff_id", "staff"))
        .check(Check::named("refund_amount", Expr::cust("amount_fen > 0")))
        .check(Check::named("refund_status", Expr::cust("status IN ('due', 'sent', 'done', 'stuck')")))
        .check(Check::named("refund_done", Expr::cust("status <> 'done' OR done_at IS NOT NULL")))
        .take()
}

fn journal() -> TableCreateStatement {
    // `cause` makes each fact one fact: a repeated one finds its row.
    let columns = [id(), big("at"), text("fact"), big("booking_id"), text_uniq("cause")];
    table("journal", columns).foreign_key(&mut reference("journal", "booking_id", "booking")).take()
}

fn entry() -> TableCreateStatement {
    table("entry", [id(), big("journal_id"), text("account"), big("fen")])
        .foreign_key(&mut reference("entry", "journal_id", "journal"))
        .check(Check::named("entry_amount", Expr::cust("fen <> 0")))
        .take()
}

fn provider_message() -> TableCreateStatement {
    let mut table = table(
        "provider_message",
        [id(), big("at"), text("provider"), text("message"), text("subject"), text("verdict")],
    );
    table.index(index("provider_message", &["provider", "message"]).unique()).take()
}

fn write_key() -> TableCreateStatement {
    let columns = [
        text("key"),
        text("request_hash"),
        integer("status").default(0).take(),
        text("body").default("").take(),
        text("location").default("").take(),
        big("began_at"),
        big("expires_at"),
    ];
    let mut table = table("write_key", columns);
    table.primary_key(Index::create().col("key")).take()
}
