//! Figures (C11): rounds know which policy they are under, and supervisors draw samples of answers to judge whether they are right.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, date, integer, text},
};

use crate::column::{big, id, index, reference, table};

/// Everything that is counted of a round, after what it is counted by.
const COUNTED: [&str; 13] = [
    "kind",
    "department",
    "category",
    "opened_at",
    "closed_by",
    "first_due",
    "first_at",
    "first_broken",
    "answer_due",
    "answered_at",
    "answer_broken",
    "minutes",
    "rating",
];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let kind = text("kind").default("inquiry").take();
        manager.alter_table(Table::alter().table("case_round").add_column(kind).take()).await?;
        manager
            .get_connection()
            .execute_unprepared(
                "UPDATE case_round SET kind = (SELECT kind FROM case_file WHERE case_file.id = case_round.case_id)",
            )
            .await?;
        manager.create_table(sample()).await?;
        manager.create_table(item()).await?;
        // Figures go through rounds day by day, or department by department: in order, and the second without a look at the table.
        let by_day = "CREATE INDEX case_round_day ON case_round (kind, ((opened_at + 28800000000) / 86400000000))";
        manager.get_connection().execute_unprepared(by_day).await?;
        for index in [
            index("case_round", &COUNTED).name("case_round_group").take(),
            index("audit_item", &["sample_id"]),
            // An answer is in one sample at most.
            index("audit_item", &["round_id"]).unique().take(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["audit_item", "audit_sample"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        for index in ["case_round_day", "case_round_group"] {
            manager.drop_index(Index::drop().name(index).table("case_round").to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("case_round").drop_column("kind").take()).await
    }
}

fn sample() -> TableCreateStatement {
    // Of questions that were opened in these days.
    let columns = [id(), big("drawn_at"), big("staff_id"), date("from_day"), date("until_day"), integer("size")];
    table("audit_sample", columns).foreign_key(&mut reference("audit_sample", "staff_id", "staff")).take()
}

fn item() -> TableCreateStatement {
    // The constraint is the last line: nobody judges his own answer.
    let judged = Check::named("audit_item_two_persons", Expr::cust("judged_by <> answered_by"));
    let columns = [
        id(),
        big("sample_id"),
        big("round_id"),
        big_integer_null("answered_by"),
        // Blank until it is judged.
        text("verdict").default("").take(),
        text("why").default("").take(),
        big_integer_null("judged_by").check(judged).take(),
        big_integer_null("judged_at"),
    ];
    table("audit_item", columns)
        .foreign_key(&mut reference("audit_item", "sample_id", "audit_sample"))
        .foreign_key(&mut reference("audit_item", "round_id", "case_round"))
        .foreign_key(&mut reference("audit_item", "answered_by", "staff"))
        .foreign_key(&mut reference("audit_item", "judged_by", "staff"))
        .check(Check::named("audit_item_verdict", Expr::cust("verdict IN ('', 'accurate', 'inaccurate')")))
        .check(Check::named("audit_item_judged", Expr::cust("verdict = '' OR judged_by IS NOT NULL")))
        .take()
}
