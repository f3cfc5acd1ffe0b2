//! What can be had: places, their offers with extras and terms, and the slices of time in which resources are sold.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, boolean, date, integer, text, text_null, text_uniq},
};

use crate::column::{big, id, index, localized, localized_null, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [place(), resource(), policy(), offer(), extra(), slice()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("place", &["kind", "active", "city"]),
            index("resource", &["place_id"]),
            index("offer", &["place_id"]),
            index("offer", &["resource_id"]),
            index("offer", &["kind", "class"]),
            index("policy", &["kind", "effective_from"]),
            index("extra", &["offer_id", "code"]).unique().take(),
            index("slice", &["resource_id", "starts_at"]).unique().take(),
            index("slice", &["resource_id", "day"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["slice", "extra", "offer", "policy", "resource", "place"] {
            manager.drop_table(Table::drop().table(name).take()).await?;
        }
        Ok(())
    }
}

fn place() -> TableCreateStatement {
    let head = [id(), text("kind"), text_uniq("slug"), integer("sort"), boolean("recommended"), boolean("active")];
    let names = [localized("city"), localized("name"), localized("summary"), localized("about"), localized("address")];
    let route = [localized_null("origin"), localized_null("destination")];
    let columns = head
        .into_iter()
        .chain([text("city")])
        .chain(names.into_iter().flatten())
        .chain([text("phone"), text("art"), text("search_text"), text_null("origin"), text_null("destination")])
        .chain(route.into_iter().flatten());
    table("place", columns)
}

fn resource() -> TableCreateStatement {
    table("resource", [id(), big("place_id"), text("label")])
        .foreign_key(&mut reference("resource", "place_id", "place"))
        .take()
}

fn policy() -> TableCreateStatement {
    table("policy", [id(), text("kind"), text("version"), big("effective_from"), text("body"), text("hash")])
}

fn offer() -> TableCreateStatement {
    let head = [id(), big("place_id"), text("kind"), text_uniq("slug"), integer("sort"), boolean("active")];
    let names = [localized("name"), localized("details"), localized("tags")];
    let rules = [
        big("resource_id"),
        big_integer_null("pacing_resource_id"),
        big("surcharge_fen").default(0).take(),
        integer("heads_per_unit").default(1).take(),
        integer("least").default(1).take(),
        integer("most"),
        integer("span_slots").default(1).take(),
        boolean("needs_id").default(false).take(),
        text("class"),
        big("policy_id"),
    ];
    table("offer", head.into_iter().chain(names.into_iter().flatten()).chain(rules))
        .foreign_key(&mut reference("offer", "place_id", "place"))
        .foreign_key(&mut reference("offer", "resource_id", "resource"))
        .foreign_key(&mut reference("offer", "pacing_resource_id", "resource"))
        .foreign_key(&mut reference("offer", "policy_id", "policy"))
        .check(Check::named("offer_bounds", Expr::cust("least >= 1 AND most >= least AND span_slots >= 1")))
        .take()
}

fn extra() -> TableCreateStatement {
    let columns = [id(), big("offer_id"), text("code")].into_iter().chain(localized("name"));
    table("extra", columns.chain([big("price_fen"), boolean("per_head"), integer("sort")]))
        .foreign_key(&mut reference("extra", "offer_id", "offer"))
        .take()
}

fn slice() -> TableCreateStatement {
    let columns = [
        id(),
        big("resource_id"),
        date("day"),
        big("starts_at"),
        big("ends_at"),
        integer("capacity"),
        integer("taken").default(0).take(),
        big("price_fen"),
        boolean("closed").default(false).take(),
    ];
    let mut table = table("slice", columns.into_iter().chain(localized_null("closed")));
    table
        .foreign_key(&mut reference("slice", "resource_id", "resource"))
        .check(Check::named("slice_has_duration", Expr::cust("ends_at > starts_at")));
    // The last line against overselling, also when staff lower a capacity below what is sold.
    if cfg!(not(feature = "unguarded")) {
        table.check(Check::named("slice_not_oversold", Expr::cust("taken >= 0 AND taken <= capacity")));
    }
    table
}
