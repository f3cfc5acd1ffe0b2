//! Files that customers and staff attach (C1). In the database like everything else: instances share nothing but it, and a backup of
//! it is whole.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, blob, boolean, text, text_null},
};

use crate::column::{big, index, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(upload()).await?;
        for columns in [&["expires_at"][..], &["session_hash", "created_at"], &["subject"]] {
            manager.create_index(index("upload", columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("upload").take()).await
    }
}

fn upload() -> TableCreateStatement {
    let columns = [
        text("id").primary_key().take(),
        // No reference: what is attached outlives the session it came in.
        text_null("session_hash"),
        text_null("subject"),
        boolean("public").default(false).take(),
        text("name"),
        text("kind"),
        big("size"),
        text("sha256"),
        blob("content"),
        text("scan"),
        big("created_at"),
        big_integer_null("expires_at"),
    ];
    let waits = "subject IS NULL AND session_hash IS NOT NULL AND expires_at IS NOT NULL";
    let attached = "subject IS NOT NULL AND session_hash IS NULL AND expires_at IS NULL";
    table("upload", columns)
        .check(Check::named("upload_kind", Expr::cust("kind IN ('jpeg', 'png', 'pdf')")))
        .check(Check::named("upload_scan", Expr::cust("scan IN ('clean', 'unscanned')")))
        .check(Check::named("upload_size", Expr::cust("size > 0")))
        .check(Check::named("upload_waits_or_attached", Expr::cust(format!("({waits}) OR ({attached})"))))
        .take()
}
