//! Cases at the desk (A3): staff who may answer, what they see and what they do. Reading a case is written down (A8); lists are not.

mod alert;
mod article;
mod board;
mod bulk;
mod calendar;
mod extend;
mod hand;
mod insert;
mod presence;
mod queue;
mod reply;
mod show;
mod template;
mod transfer;
mod triage;

pub use alert::{alerts, seen};
pub use article::article;
pub use board::board;
pub use bulk::bulk;
pub use calendar::{CalendarPage, Effect, calendar, promise, publish_calendar, publish_promise, special_days};
pub use extend::extend;
pub use hand::{claim, release, reopen};
pub use insert::insert;
pub use presence::{leave, mates, stay};
pub use queue::queue;
pub use reply::reply;
pub use show::show;
pub use template::{save_template, templates};
pub use transfer::{accept, return_case, transfer};
pub use triage::triage;

use domain::{
    Instant,
    case::{CaseRow, Status},
    time::{from_micros, to_micros},
};
use entity::case_file::Model;

use crate::{Error, Result};

/// A case as a row, with the name of who has taken it.
fn row(case: &Model, owner: String, now: Instant) -> Result<CaseRow> {
    let due = case.due()?;
    Ok(CaseRow {
        number: case.number.parse().map_err(|_| Error::Internal("a stored case number is none".to_owned()))?,
        kind: case.kind()?,
        status: case.status()?,
        category: case.category()?,
        level: case.level()?,
        priority: case.priority()?,
        holder: case.holder()?,
        owner,
        name: case.name.clone(),
        title: case.title.clone(),
        opened: from_micros(case.opened_at),
        left: due.map_or(0, |(_, due)| (to_micros(due) - to_micros(now)).div_euclid(1_000_000)),
        due,
        leg_due: case.leg_due_at.map(from_micros),
        unanswered: case.last_by == "customer" && case.status()? == Status::Open,
    })
}
