//! People and how they are known: members, staff, sessions; what waits under a session (drafts); limits; the audit.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, big_pk_auto, boolean, integer, text, text_null},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [member(), staff(), session(), draft(), throttle(), audit()] {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDEXES {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["audit", "throttle", "draft", "session", "staff", "member"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

const INDEXES: [(&str, &str, &str); 7] = [
    ("session_member", "session", "member_id"),
    ("session_staff", "session", "staff_id"),
    ("session_expires", "session", "expires_at"),
    ("draft_session", "draft", "session_hash"),
    ("draft_expires", "draft", "expires_at"),
    ("throttle_window", "throttle", "window_start"),
    ("audit_at", "audit", "at"),
];

fn member() -> TableCreateStatement {
    Table::create()
        .table("member")
        .col(big_pk_auto("id"))
        .col(text_null("phone").unique_key())
        .col(text_null("email").unique_key())
        .col(text("name"))
        .col(text("password_hash"))
        .col(text("script"))
        .col(text("card").unique_key())
        .col(text("preferences").default(""))
        .col(big_integer("created_at"))
        .to_owned()
}

fn staff() -> TableCreateStatement {
    Table::create()
        .table("staff")
        .col(big_pk_auto("id"))
        .col(text("login").unique_key())
        .col(text("name"))
        .col(text("role"))
        .col(text("password_hash"))
        .col(boolean("active").default(true))
        .col(big_integer("created_at"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(text("token_hash").primary_key())
        .col(big_integer_null("member_id"))
        .col(big_integer_null("staff_id"))
        .col(big_integer("created_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("expires_at"))
        .foreign_key(
            ForeignKey::create().from("session", "member_id").to("member", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create().from("session", "staff_id").to("staff", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn draft() -> TableCreateStatement {
    Table::create()
        .table("draft")
        .col(text("id").primary_key())
        .col(text("session_hash"))
        .col(text("form"))
        .col(text("fields"))
        .col(text("faults"))
        .col(text("code"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .foreign_key(
            ForeignKey::create()
                .from("draft", "session_hash")
                .to("session", "token_hash")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn throttle() -> TableCreateStatement {
    Table::create()
        .table("throttle")
        .col(text("key").primary_key())
        .col(big_integer("window_start"))
        .col(integer("count"))
        .to_owned()
}

fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(big_pk_auto("id"))
        .col(big_integer("at"))
        .col(big_integer("staff_id"))
        .col(text("what"))
        .col(text("subject"))
        .col(text("detail"))
        .foreign_key(ForeignKey::create().from("audit", "staff_id").to("staff", "id"))
        .to_owned()
}
