//! Asks the demo questions the way customers do, with the clock turned back to when they did, and lets staff and customers do what they
//! did then. What would come later than now has not happened yet.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Instant,
    calendar::{Calendar, MINUTE},
    case::{AskForm, CaseNumber, Category, Closer, Deed, Holder, Kind, Level, Priority, Reply},
    desk::Role,
    time::{day_of, from_micros, to_micros, wall_time},
};
use entity::{booking, case_file};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;

use super::{
    bookings::{Then, who},
    content::{Content, Person},
    people::Written,
};
use crate::{
    Asker, Cx, Error, Member, Result, Staff,
    case::{self, desk},
    session,
};

const CASES: &str = include_str!("content/cases.json");

/// A question as the file has it.
#[derive(Deserialize)]
struct Case {
    /// `m0` the first member, `g0` the first guest.
    who: String,
    /// Minutes ago.
    ago: i64,
    /// In the customer's script.
    text: String,
    /// It is about the booking he made last.
    #[serde(default)]
    about: bool,
    steps: Vec<Step>,
}

/// Something that was done.
#[derive(Deserialize)]
struct Step {
    /// A role, or `customer`.
    by: String,
    /// Working minutes after what was done before.
    after: i64,
    /// A deed's word in the imperative.
    r#do: String,
    #[serde(default)]
    text: String,
    /// To whom it is handed: a department, or `partner`.
    #[serde(default)]
    to: String,
    #[serde(default)]
    partner: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    minutes: u32,
    /// Of a rating, or how hard a question is.
    #[serde(default)]
    level: serde_json::Value,
    #[serde(default)]
    priority: String,
    #[serde(default)]
    category: String,
}

/// Asks them all; says how many.
pub(super) async fn ask(cx: &Cx, content: &Content, people: &Written) -> Result<usize> {
    let cases: Vec<Case> = serde_json::from_str(CASES)?;
    let calendar = case::calendar(&cx.db, Kind::Inquiry).await?;
    let (count, now) = (cases.len(), whole_minute(cx.now()));
    for (index, case) in cases.into_iter().enumerate() {
        let told = Told { cx, people, calendar: &calendar, index };
        let (person, member) = who(content, &people.members, &case.who)?;
        told.all(now - TimeDelta::minutes(case.ago), case, person, member).await?;
    }
    Ok(count)
}

/// A question that is being told.
struct Told<'a> {
    cx: &'a Cx,
    people: &'a Written,
    calendar: &'a Calendar,
    index: usize,
}

impl Told<'_> {
    async fn all(&self, asked: Instant, case: Case, person: &Person, member: Option<i64>) -> Result<()> {
        let back = self.at(asked);
        let (_, session) = session::start(&back).await?;
        let asker = match member {
            Some(id) => Asker::Member(Member { id, session }),
            None => Asker::Guest(session),
        };
        let form = AskForm {
            text: case.text,
            name: person.name.clone(),
            phone: person.phone.clone(),
            email: person.email.clone(),
            booking: if case.about { last_booking(self.cx, person, asked).await? } else { String::new() },
            ..AskForm::default()
        };
        let asking = form.parse().map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect();
            Error::Internal(format!("demo question {}: {}", self.index, faults.join(", ")))
        })?;
        // Each from an address of its own, so that no limit is met.
        let address = format!("demo-{}", self.index);
        let number = case::ask(&back, &asker, &address, person.script, &asking).await?;
        let mut then = asked;
        for step in &case.steps {
            let Some(next) = self.calendar.after(then, step.after * MINUTE).filter(|next| *next <= self.cx.now())
            else {
                return Ok(());
            };
            then = next;
            self.step(&self.at(then), &asker, &number, step)
                .await
                .map_err(|error| Error::Internal(format!("demo question {}, {}: {error}", self.index, step.r#do)))?;
        }
        Ok(())
    }

    fn at(&self, then: Instant) -> Cx {
        self.cx.clone().with_clock(Arc::new(Then(then)))
    }

    async fn step(&self, cx: &Cx, asker: &Asker, number: &CaseNumber, step: &Step) -> Result<()> {
        if step.by == "customer" {
            return by_customer(cx, asker, number, step).await;
        }
        let role: Role = step.by.parse().map_err(Error::Internal)?;
        let staff = self.people.colleague(role)?;
        match step.r#do.as_str() {
            "reply" => says(cx, staff, number, Deed::Replied, &step.text).await,
            "ask" => says(cx, staff, number, Deed::Asked, &step.text).await,
            "note" => says(cx, staff, number, Deed::Noted, &step.text).await,
            "resolve" => says(cx, staff, number, Deed::Resolved { by: Closer::Staff }, &step.text).await,
            "claim" => desk::claim(cx, staff, number, None).await,
            "accept" => desk::accept(cx, staff, number).await,
            "return" => desk::return_case(cx, staff, number, &step.text).await,
            "transfer" => {
                let to = match step.to.as_str() {
                    "partner" => Holder::Partner(step.partner.clone()),
                    word => Holder::Department(word.parse().map_err(Error::Internal)?),
                };
                let deed = Deed::Transferred { to, minutes: step.minutes, contact: step.contact.clone() };
                desk::transfer(cx, staff, number, &deed, &step.text).await
            }
            "extend" => {
                // Later than what is promised, whatever day the house is made on.
                let case = case_file::Entity::by_number(number.as_str()).one(&cx.db).await?;
                let due = case.and_then(|case| case.due_at).map_or_else(|| cx.now(), from_micros).max(cx.now());
                let until = self.calendar.after(due, i64::from(step.minutes) * MINUTE).unwrap_or(due);
                desk::extend(cx, staff, number, (day_of(until), wall_time(until)), &step.text).await
            }
            "triage" => {
                let category: Category = step.category.parse().map_err(Error::Internal)?;
                let level: Level = step.level.as_str().unwrap_or_default().parse().map_err(Error::Internal)?;
                let priority: Priority = step.priority.parse().map_err(Error::Internal)?;
                desk::triage(cx, staff, number, &Deed::Triaged { category, level, priority }).await
            }
            word => Err(unknown(word)),
        }
    }
}

async fn by_customer(cx: &Cx, asker: &Asker, number: &CaseNumber, step: &Step) -> Result<()> {
    match step.r#do.as_str() {
        "write" | "reopen" => case::write(cx, asker, number, &step.text, "").await,
        "close" => case::close(cx, asker, number).await,
        "rate" => {
            let level =
                step.level.as_u64().and_then(|level| u8::try_from(level).ok()).ok_or_else(|| unknown("level"))?;
            case::rate(cx, asker, number, level, &step.text).await
        }
        word => Err(unknown(word)),
    }
}

fn unknown(word: &str) -> Error {
    Error::Internal(format!("the demo data does not know {word:?}"))
}

/// Writes what staff say, knowing all that was said.
async fn says(cx: &Cx, staff: &Staff, number: &CaseNumber, deed: Deed, text: &str) -> Result<()> {
    let found = case_file::Entity::by_number(number.as_str()).one(&cx.db).await?;
    let seen = found.and_then(|row| u32::try_from(row.seq).ok()).unwrap_or_default();
    let reply = Reply { number: number.clone(), text: text.to_owned(), deed, seen, files: String::new() };
    desk::reply(cx, staff, &reply).await
}

/// The booking somebody had made last by then; blank for none.
async fn last_booking(cx: &Cx, person: &Person, by: Instant) -> Result<String> {
    let his = booking::Entity::find()
        .filter(booking::Column::Phone.eq(&person.phone))
        .filter(booking::Column::PlacedAt.lte(to_micros(by)))
        .order_by_desc(booking::Column::PlacedAt);
    Ok(his.one(&cx.db).await?.map(|row| row.number).unwrap_or_default())
}

/// People look at the clock, not at its microseconds.
fn whole_minute(now: Instant) -> Instant {
    from_micros(to_micros(now).div_euclid(MINUTE) * MINUTE)
}
