//! Cases (C1–C9): what customers ask, the log of each, what is worked out from the log for lists and figures; and what staff need
//! around them.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, boolean, integer, integer_null, text, text_null, text_uniq},
};

use crate::column::{big, id, index, localized, may_be_null, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in
            [file(), event(), round(), access(), draft(), presence(), alert(), template(), calendar(), promise()]
        {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        let department = text("department").default("service").take();
        manager.alter_table(Table::alter().table("staff").add_column(department).take()).await?;
        manager
            .get_connection()
            .execute_unprepared(
                "UPDATE staff SET department = CASE role WHEN 'agent' THEN 'booking' WHEN 'confirmation' THEN 'booking' \
                 WHEN 'finance' THEN 'finance' WHEN 'administration' THEN 'office' ELSE 'service' END",
            )
            .await?;
        // A notice tells of a booking or of a case.
        may_be_null(manager, "notice", "booking_id").await?;
        let case = big_integer_null("case_id");
        manager.alter_table(Table::alter().table("notice").add_column(case).take()).await?;
        manager.create_index(index("notice", &["case_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("notice_case_id").table("notice").to_owned()).await?;
        manager.get_connection().execute_unprepared("DELETE FROM notice WHERE case_id IS NOT NULL").await?;
        manager.alter_table(Table::alter().table("notice").drop_column("case_id").take()).await?;
        manager.alter_table(Table::alter().table("staff").drop_column("department").take()).await?;
        for table in [
            "case_promise",
            "work_calendar",
            "reply_template",
            "case_alert",
            "case_presence",
            "case_draft",
            "case_access",
            "case_round",
            "case_event",
            "case_file",
        ] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn indexes() -> Vec<IndexCreateStatement> {
    // With the key at the end, in which a queue is sorted too.
    let owed = |columns: &[&'static str], name: &str| {
        index("case_file", columns).name(name).and_where(Expr::cust("status <> 'resolved'")).take()
    };
    vec![
        index("case_event", &["case_id", "seq"]).unique().take(),
        index("case_event", &["what", "at"]),
        index("case_round", &["case_id", "round"]).unique().take(),
        index("case_round", &["opened_at"]),
        index("case_access", &["case_id"]),
        owed(&["status", "due_at", "id"], "case_file_owed"),
        owed(&["staff_id", "status", "due_at", "id"], "case_file_mine"),
        owed(&["department", "status", "due_at", "id"], "case_file_department"),
        index("case_file", &["status", "resolved_at"]),
        index("case_file", &["opened_at"]),
        index("case_file", &["member_id"]),
        index("case_file", &["booking_id"]),
        index("case_file", &["phone"]),
        index("case_draft", &["updated_at"]),
        index("case_alert", &["seen_at"]),
        index("case_alert", &["case_id", "what", "due_at"]),
    ]
}

fn file() -> TableCreateStatement {
    let columns = [
        id(),
        text_uniq("number"),
        text("kind"),
        text("status"),
        text("category"),
        text("level"),
        text("priority"),
        // Who has it: a department, or an outside partner by name.
        text("department"),
        text("partner").default("").take(),
        big_integer_null("staff_id"),
        big_integer_null("member_id"),
        big_integer_null("booking_id"),
        text("script"),
        // How it came.
        text("channel").default("web").take(),
        text("name"),
        text("phone"),
        text_null("email"),
        // Code of the refusal it is about.
        text("code").default("").take(),
        text("title"),
        big("opened_at"),
        integer("seq"),
        integer("round"),
        big_integer_null("due_at"),
        text("due_duty").default("").take(),
        big_integer_null("leg_due_at"),
        big_integer_null("resolved_at"),
        text("closed_by").default("").take(),
        text("last_by"),
        integer("seen_seq"),
        text("promise"),
        text("search_text"),
        text_uniq("ask_key"),
        text("request_hash"),
    ];
    table("case_file", columns)
        .foreign_key(&mut reference("case_file", "staff_id", "staff"))
        .foreign_key(&mut reference("case_file", "member_id", "member"))
        .foreign_key(&mut reference("case_file", "booking_id", "booking"))
        .check(Check::named("case_file_kind", Expr::cust("kind IN ('inquiry', 'complaint')")))
        .check(Check::named("case_file_status", Expr::cust("status IN ('open', 'waiting', 'resolved')")))
        .check(Check::named("case_file_owed", Expr::cust("status <> 'open' OR due_at IS NOT NULL")))
        .check(Check::named("case_file_resolved", Expr::cust("status <> 'resolved' OR resolved_at IS NOT NULL")))
        .take()
}

fn event() -> TableCreateStatement {
    let columns = [
        id(),
        big("case_id"),
        integer("seq"),
        big("at"),
        text("actor"),
        big_integer_null("actor_id"),
        text("what"),
        text("text").default("").take(),
        boolean("public"),
        text("detail"),
    ];
    table("case_event", columns).foreign_key(&mut reference("case_event", "case_id", "case_file")).take()
}

/// A round of a case: from its opening until it is resolved, with what became of its promises. For figures.
fn round() -> TableCreateStatement {
    let columns = [
        id(),
        big("case_id"),
        integer("round"),
        text("category"),
        text("level"),
        text("department"),
        big_integer_null("staff_id"),
        big("opened_at"),
        big_integer_null("first_due"),
        big_integer_null("first_at"),
        boolean("first_broken").default(false).take(),
        big_integer_null("answer_due"),
        big_integer_null("answered_at"),
        boolean("answer_broken").default(false).take(),
        // Who spent the time of what was broken.
        text("blame").default("").take(),
        text("closed_by").default("").take(),
        // Working minutes from the opening to the answer, without those in which we waited for the customer.
        integer_null("minutes"),
        integer_null("rating"),
        text("rating_why").default("").take(),
        big_integer_null("rated_at"),
    ];
    table("case_round", columns)
        .foreign_key(&mut reference("case_round", "case_id", "case_file"))
        .check(Check::named("case_round_rating", Expr::cust("rating IS NULL OR rating BETWEEN 1 AND 5")))
        .take()
}

fn access() -> TableCreateStatement {
    table("case_access", [text("session_hash"), big("case_id")])
        .primary_key(Index::create().col("session_hash").col("case_id"))
        .foreign_key(
            ForeignKey::create()
                .name("case_access_session")
                .from("case_access", "session_hash")
                .to("session", "token_hash")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(&mut reference("case_access", "case_id", "case_file"))
        .take()
}

/// What somebody has begun to write: a customer by his session, staff by their key.
fn draft() -> TableCreateStatement {
    table("case_draft", [big("case_id"), text("author"), text("text"), big("updated_at")])
        .primary_key(Index::create().col("case_id").col("author"))
        .foreign_key(&mut reference("case_draft", "case_id", "case_file"))
        .take()
}

fn presence() -> TableCreateStatement {
    table("case_presence", [big("case_id"), big("staff_id"), big("seen_at")])
        .primary_key(Index::create().col("case_id").col("staff_id"))
        .foreign_key(&mut reference("case_presence", "case_id", "case_file"))
        .foreign_key(&mut reference("case_presence", "staff_id", "staff"))
        .take()
}

/// What staff should look at: a promise that will be broken, or was.
fn alert() -> TableCreateStatement {
    let columns = [
        id(),
        text_uniq("cause"),
        text("what"),
        big("case_id"),
        // Whom it is for: somebody, else a department, else the supervisors.
        big_integer_null("staff_id"),
        text("department").default("").take(),
        big("at"),
        big("due_at"),
        big_integer_null("seen_at"),
    ];
    table("case_alert", columns).foreign_key(&mut reference("case_alert", "case_id", "case_file")).take()
}

fn template() -> TableCreateStatement {
    let [title_hans, title_hant] = localized("title");
    let [body_hans, body_hant] = localized("body");
    let columns = [
        id(),
        title_hans,
        title_hant,
        body_hans,
        body_hant,
        boolean("active").default(true).take(),
        integer("sort").default(0).take(),
        big("updated_at"),
        big_integer_null("staff_id"),
    ];
    table("reply_template", columns).take()
}

fn calendar() -> TableCreateStatement {
    let columns = [id(), big("created_at"), big_integer_null("staff_id"), text("why").default("").take(), text("data")];
    table("work_calendar", columns).foreign_key(&mut reference("work_calendar", "staff_id", "staff")).take()
}

fn promise() -> TableCreateStatement {
    let columns = [
        id(),
        text("kind"),
        big("created_at"),
        big_integer_null("staff_id"),
        text("why").default("").take(),
        text("data"),
    ];
    table("case_promise", columns).foreign_key(&mut reference("case_promise", "staff_id", "staff")).take()
}
