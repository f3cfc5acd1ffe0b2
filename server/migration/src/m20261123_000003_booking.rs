//! Bookings, what happened to them (B19), and which session may see a guest's booking.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, big_pk_auto, date, integer, text, text_null},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [booking(), booking_event(), booking_access()] {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDEXES {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["booking_access", "booking_event", "booking"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

const INDEXES: [(&str, &str, &str); 9] = [
    ("booking_member", "booking", "member_id"),
    ("booking_offer", "booking", "offer_id"),
    ("booking_place", "booking", "place_id"),
    ("booking_day", "booking", "day"),
    ("booking_starts", "booking", "starts_at"),
    ("booking_ends", "booking", "ends_at"),
    // A search in the middle of the text cannot seek in it, but it is much narrower to scan than the table.
    ("booking_search", "booking", "search_text"),
    ("booking_event_booking", "booking_event", "booking_id"),
    ("booking_access_booking", "booking_access", "booking_id"),
];

fn booking() -> TableCreateStatement {
    Table::create()
        .table("booking")
        .col(big_pk_auto("id"))
        .col(text("number").unique_key())
        .col(text("kind"))
        .col(big_integer("offer_id"))
        .col(big_integer("place_id"))
        .col(big_integer_null("member_id"))
        .col(text("script"))
        .col(text("name"))
        .col(text("phone"))
        .col(text_null("email"))
        .col(text_null("id_number"))
        .col(text_null("arrival"))
        .col(text("remarks"))
        .col(text("preferences"))
        .col(integer("heads"))
        .col(integer("units"))
        .col(date("day"))
        .col(integer("nights"))
        .col(text_null("at"))
        .col(text("extras"))
        .col(big_integer("starts_at"))
        .col(big_integer("ends_at"))
        .col(big_integer("total_fen"))
        .col(text("lines"))
        .col(text("terms"))
        .col(text("terms_hash"))
        .col(text("status").check(Expr::col("status").is_in(["held", "confirmed", "cancelled", "expired"])))
        .col(big_integer_null("hold_until"))
        .col(big_integer("placed_at"))
        .col(integer("version").default(1))
        .col(text("place_key").unique_key())
        .col(text("request_hash"))
        .col(text("search_text"))
        .foreign_key(ForeignKey::create().from("booking", "offer_id").to("offer", "id"))
        .foreign_key(ForeignKey::create().from("booking", "place_id").to("place", "id"))
        .foreign_key(ForeignKey::create().from("booking", "member_id").to("member", "id"))
        .to_owned()
}

fn booking_event() -> TableCreateStatement {
    Table::create()
        .table("booking_event")
        .col(big_pk_auto("id"))
        .col(big_integer("booking_id"))
        .col(big_integer("at"))
        .col(text("actor"))
        .col(big_integer_null("actor_id"))
        .col(text("what"))
        .col(text("why"))
        .col(text("detail"))
        .foreign_key(ForeignKey::create().from("booking_event", "booking_id").to("booking", "id"))
        .to_owned()
}

fn booking_access() -> TableCreateStatement {
    Table::create()
        .table("booking_access")
        .col(text("session_hash"))
        .col(big_integer("booking_id"))
        .primary_key(Index::create().col("session_hash").col("booking_id"))
        .foreign_key(
            ForeignKey::create()
                .from("booking_access", "session_hash")
                .to("session", "token_hash")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("booking_access", "booking_id").to("booking", "id"))
        .to_owned()
}
