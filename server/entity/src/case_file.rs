//! Cases: what customers ask, with what follows from the log of each, for lists.

use domain::{
    case::{Category, Department, Duty, Holder, Kind, Level, Priority, Promise, Status},
    time::from_micros,
};
use sea_orm::{
    Condition, QuerySelect as _,
    entity::prelude::*,
    sea_query::{Query, SelectStatement},
};

use crate::{case_access, word};

/// A row of `case_file`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_file")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Number.
    #[sea_orm(unique, column_type = "Text")]
    pub number: String,
    /// A word of [`Kind`].
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// A word of [`Status`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// A word of [`Category`].
    #[sea_orm(column_type = "Text")]
    pub category: String,
    /// A word of [`Level`].
    #[sea_orm(column_type = "Text")]
    pub level: String,
    /// A word of [`Priority`].
    #[sea_orm(column_type = "Text")]
    pub priority: String,
    /// A word of `Department`: who has it, or who handed it to the partner.
    #[sea_orm(column_type = "Text")]
    pub department: String,
    /// The outside partner who has it; blank inside the house.
    #[sea_orm(column_type = "Text")]
    pub partner: String,
    /// Who of the staff has taken it.
    pub staff_id: Option<i64>,
    /// Who asked, if a member did.
    pub member_id: Option<i64>,
    /// The booking it is about.
    pub booking_id: Option<i64>,
    /// The customer's script.
    #[sea_orm(column_type = "Text")]
    pub script: String,
    /// How it came: `web`.
    #[sea_orm(column_type = "Text")]
    pub channel: String,
    /// His name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// His phone number, E.164.
    #[sea_orm(column_type = "Text")]
    pub phone: String,
    /// His address.
    #[sea_orm(column_type = "Text", nullable)]
    pub email: Option<String>,
    /// Code of the refusal it is about; blank for none.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// The beginning of what was asked.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// When it was asked; microseconds.
    pub opened_at: i64,
    /// The last entry of its log.
    pub seq: i32,
    /// How often it was opened.
    pub round: i32,
    /// When the next promise falls due; microseconds. Follows from the log.
    pub due_at: Option<i64>,
    /// Which; a word of `Duty`.
    #[sea_orm(column_type = "Text")]
    pub due_duty: String,
    /// When the clock of who has it runs out; microseconds.
    pub leg_due_at: Option<i64>,
    /// When it was resolved; microseconds.
    pub resolved_at: Option<i64>,
    /// Who resolved it: `staff` or `customer`.
    #[sea_orm(column_type = "Text")]
    pub closed_by: String,
    /// Whose the last public word is: `customer` or `staff`.
    #[sea_orm(column_type = "Text")]
    pub last_by: String,
    /// The customer has seen everything up to that entry.
    pub seen_seq: i32,
    /// JSON: what was promised when it was opened.
    #[sea_orm(column_type = "Text")]
    pub promise: String,
    /// Folded text that is searched.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// The key under which it was asked.
    #[sea_orm(unique, column_type = "Text")]
    pub ask_key: String,
    /// What was asked under it.
    #[sea_orm(column_type = "Text")]
    pub request_hash: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Cases that a customer may see: his own as a member, or granted to his session.
    #[must_use]
    pub fn seen_by(session_hash: &str, member_id: Option<i64>) -> Select<Self> {
        let granted = Column::Id.in_subquery(granted_to(session_hash));
        Self::find().filter(Condition::any().add(granted).add_option(member_id.map(|id| Column::MemberId.eq(id))))
    }

    /// The case of that number, whoever asked.
    #[must_use]
    pub fn by_number(number: &str) -> Select<Self> {
        Self::find().filter(Column::Number.eq(number))
    }

    /// The same, its row locked until the end of the transaction.
    #[must_use]
    pub fn locked(id: i64) -> Select<Self> {
        Self::find().filter(Column::Id.eq(id)).lock_exclusive()
    }
}

fn granted_to(session_hash: &str) -> SelectStatement {
    Query::select()
        .column(case_access::Column::CaseId)
        .from(case_access::Entity)
        .and_where(case_access::Column::SessionHash.eq(session_hash))
        .to_owned()
}

impl Model {
    /// Which policy it is under.
    ///
    /// # Errors
    /// When the database holds a word that is none; so all that follow.
    pub fn kind(&self) -> Result<Kind, DbErr> {
        word::read("case_file.kind", &self.kind)
    }

    /// Where it stands.
    pub fn status(&self) -> Result<Status, DbErr> {
        word::read("case_file.status", &self.status)
    }

    /// What it is about.
    pub fn category(&self) -> Result<Category, DbErr> {
        word::read("case_file.category", &self.category)
    }

    /// How hard it is.
    pub fn level(&self) -> Result<Level, DbErr> {
        word::read("case_file.level", &self.level)
    }

    /// How much it presses.
    pub fn priority(&self) -> Result<Priority, DbErr> {
        word::read("case_file.priority", &self.priority)
    }

    /// The department that has it, or that handed it to a partner.
    pub fn department(&self) -> Result<Department, DbErr> {
        word::read("case_file.department", &self.department)
    }

    /// Who has it.
    pub fn holder(&self) -> Result<Holder, DbErr> {
        if self.partner.is_empty() {
            return self.department().map(Holder::Department);
        }
        Ok(Holder::Partner(self.partner.clone()))
    }

    /// What was promised when it was opened.
    pub fn promise(&self) -> Result<Promise, DbErr> {
        word::json("case_file.promise", &self.promise)
    }

    /// The promise that falls due next.
    pub fn due(&self) -> Result<Option<(Duty, domain::Instant)>, DbErr> {
        let Some(at) = self.due_at else { return Ok(None) };
        Ok(Some((word::read("case_file.due_duty", &self.due_duty)?, from_micros(at))))
    }
}
