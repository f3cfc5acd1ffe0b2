//! Changes of bookings: what each is made of and where it stands, the units it holds beside the booking's own, the fees it left,
//! and the numbers a booking had before.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, text, text_uniq},
};

use crate::column::{big, id, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added() {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        manager.create_table(booking_change()).await?;
        manager.create_table(booking_alias()).await?;
        // What a change holds stands beside what the booking has of the same slice.
        manager.drop_index(Index::drop().name("claim_booking_id_slice_id").table("claim").to_owned()).await?;
        let open = index("booking_change", &["booking_id"]).name("booking_change_one_open").unique().take();
        for index in [
            index("claim", &["booking_id", "slice_id", "change_id"]).unique().take(),
            open.to_owned().and_where(Expr::cust("status = 'open'")).take(),
            index("booking_change", &["booking_id", "id"]),
            index("booking_change", &["hold_until"]).and_where(Expr::cust("status = 'open'")).take(),
            index("booking_alias", &["booking_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index_of_claim = "claim_booking_id_slice_id_change_id";
        manager.drop_index(Index::drop().name(index_of_claim).table("claim").to_owned()).await?;
        manager.create_index(index("claim", &["booking_id", "slice_id"]).unique().take()).await?;
        for name in ["booking_alias", "booking_change"] {
            manager.drop_table(Table::drop().table(name).take()).await?;
        }
        for (table, column) in added() {
            manager.alter_table(Table::alter().table(table).drop_column(column.get_column_name()).take()).await?;
        }
        Ok(())
    }
}

fn added() -> [(&'static str, ColumnDef); 4] {
    [
        ("booking", big_integer("fee_fen").default(0).take()),
        ("booking", big_integer("floor_fen").default(0).take()),
        ("payment", big_integer_null("change_id")),
        ("claim", big_integer("change_id").default(0).take()),
    ]
}

fn booking_change() -> TableCreateStatement {
    let columns = [
        id(),
        text_uniq("code"),
        big("booking_id"),
        text("status"),
        big("offer_id"),
        big("place_id"),
        text("asked"),
        text("operations"),
        text("lines"),
        text("wants"),
        big("total_fen"),
        big("fee_fen"),
        big("floor_fen"),
        big("difference_fen"),
        big("starts_at"),
        big("ends_at"),
        big_integer_null("hold_until"),
        big("made_at"),
        big_integer_null("ended_at"),
        text("actor"),
        big_integer_null("actor_id"),
    ];
    table("booking_change", columns)
        .foreign_key(&mut reference("booking_change", "booking_id", "booking"))
        .foreign_key(&mut reference("booking_change", "offer_id", "offer"))
        .foreign_key(&mut reference("booking_change", "place_id", "place"))
        .check(Check::named("booking_change_status", Expr::cust("status IN ('open', 'settled', 'undone', 'expired')")))
        .check(Check::named("booking_change_hold", Expr::cust("status <> 'open' OR hold_until IS NOT NULL")))
        .take()
}

fn booking_alias() -> TableCreateStatement {
    let mut table = table("booking_alias", [text("number"), big("booking_id")]);
    table
        .primary_key(Index::create().col("number"))
        .foreign_key(&mut reference("booking_alias", "booking_id", "booking"))
        .take()
}
