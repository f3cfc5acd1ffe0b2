//! Notices: the outbox of mail and text messages, which is the members' inbox too.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, integer, text, text_null, text_uniq},
};

use crate::column::{big, id, index, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            id(),
            // What it tells of, and how: one event is told once over one channel.
            text_uniq("cause"),
            text("topic"),
            text("channel"),
            text("script"),
            text_null("recipient"),
            big_integer_null("member_id"),
            big("booking_id"),
            text("detail"),
            text("status"),
            big("since"),
            big_integer_null("next_at"),
            integer("tries").default(0).take(),
            text("trouble").default("").take(),
            text("lease").default("").take(),
            big_integer_null("leased_until"),
            big_integer_null("sent_at"),
            big_integer_null("read_at"),
        ];
        let notice = table("notice", columns)
            .foreign_key(&mut reference("notice", "member_id", "member"))
            .foreign_key(&mut reference("notice", "booking_id", "booking"))
            .check(Check::named("notice_channel", Expr::cust("channel IN ('mail', 'sms', 'inbox')")))
            .check(Check::named("notice_status", Expr::cust("status IN ('due', 'sent', 'dead')")))
            .check(Check::named("notice_due", Expr::cust("status <> 'due' OR next_at IS NOT NULL")))
            .take();
        manager.create_table(notice).await?;
        for index in [
            index("notice", &["next_at"]).and_where(Expr::cust("status = 'due'")).take(),
            index("notice", &["member_id", "read_at"]).and_where(Expr::cust("channel = 'inbox'")).take(),
            index("notice", &["booking_id"]),
            index("notice", &["status", "sent_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("notice").take()).await
    }
}
