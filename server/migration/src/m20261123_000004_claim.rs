//! Units of slices taken by bookings.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, integer, text},
};

use crate::column::{big, id, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns =
            [id(), big("slice_id"), big("booking_id"), integer("units"), text("state"), big_integer_null("held_until")];
        let claim = table("claim", columns)
            .foreign_key(&mut reference("claim", "slice_id", "slice"))
            .foreign_key(&mut reference("claim", "booking_id", "booking"))
            .check(Check::named("claim_takes_something", Expr::cust("units > 0")))
            .check(Check::named("claim_state", Expr::cust("state IN ('held', 'sold', 'released')")))
            .check(Check::named("claim_hold_ends", Expr::cust("state <> 'held' OR held_until IS NOT NULL")))
            .take();
        manager.create_table(claim).await?;
        let held = index("claim", &["held_until"]).and_where(Expr::cust("state = 'held'")).take();
        for index in [
            index("claim", &["booking_id", "slice_id"]).unique().take(),
            index("claim", &["slice_id", "state"]),
            // What the sweeper looks for; the sold ones, in the end nearly all, are not in it.
            held,
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("claim").take()).await
    }
}
