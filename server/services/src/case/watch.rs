//! Looks after promises: reminds before one is broken, tells the supervisors after it was, asks once more for a rating. By day only:
//! in working time for staff, outside the quiet hours for customers.

use chrono::TimeDelta;
use domain::{
    Instant,
    calendar::MINUTE,
    case::{Deed, Kind, Status},
    notice::Topic,
    time::to_micros,
};
use entity::{
    case_alert,
    case_file::{Column, Entity, Model},
    case_round,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, OnConflict},
};
use serde_json::json;

use super::{bus, log, promise};
use crate::{Cx, Result, Tx, booking::timeline::By, notice};

/// Looked at in one go; the rest waits for the next run.
const BATCH: u64 = 200;

/// Alerts that a promise is broken, and that those whom a case was handed to have spent their time.
const ESCALATE: &str = "escalate";
const LEG: &str = "leg";
const REMIND: &str = "remind";

/// A rating is asked for again within so long after it is time, and not later.
const LATE: TimeDelta = TimeDelta::days(2);

/// Writes what is due; gives how many things were done.
///
/// # Errors
/// When the database fails; what is written stays.
pub async fn watch(cx: &Cx) -> Result<u64> {
    let now = cx.now();
    let mut done = again(cx, now).await?;
    let working = promise::working(&cx.db).await?;
    if !working.is_open(now) {
        return Ok(done);
    }
    for kind in [Kind::Inquiry, Kind::Complaint] {
        let calendar = promise::calendar(&cx.db, kind).await?;
        let remind = i64::from(promise::promise(&cx.db, kind).await?.remind) * MINUTE;
        let soon = calendar.after(now, remind).unwrap_or(now);
        for (what, column, until) in [
            (ESCALATE, "due_at", now - TimeDelta::microseconds(1)),
            (REMIND, "due_at", soon),
            (LEG, "leg_due_at", now - TimeDelta::microseconds(1)),
        ] {
            for case in owed(kind, what, column, until, now).all(&cx.db).await? {
                done += u64::from(alert(cx, case.id, what, until).await?);
            }
        }
    }
    Ok(done)
}

/// Cases that owe something by then and of which nobody was told so.
fn owed(kind: Kind, what: &str, column: &str, until: Instant, now: Instant) -> Select<Entity> {
    let due = if what == LEG { Column::LegDueAt } else { Column::DueAt };
    // Whoever was told that a promise is broken need not be reminded of it.
    let told = format!(
        "NOT EXISTS (SELECT 1 FROM case_alert WHERE case_alert.case_id = case_file.id \
         AND case_alert.what IN ('{what}', '{ESCALATE}') AND case_alert.due_at = case_file.{column})"
    );
    let found = Entity::find();
    // What is broken already is not about to be.
    let found = if what == REMIND { found.filter(due.gt(to_micros(now))) } else { found };
    found
        .filter(Column::Status.eq(Status::Open.as_str()))
        // In the very words of the partial index.
        .filter(Expr::cust("status <> 'resolved'"))
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(due.lte(to_micros(until)))
        .filter(Expr::cust(told))
        .order_by_asc(due)
        .limit(BATCH)
}

/// Tells of one, unless it was done in between.
async fn alert(cx: &Cx, case_id: i64, what: &str, until: Instant) -> Result<bool> {
    let tx = cx.begin().await?;
    let case = log::lock(&tx, case_id).await?;
    let due = if what == LEG { case.leg_due_at } else { case.due_at };
    let Some(due) = due.filter(|due| *due <= to_micros(until) && case.status == Status::Open.as_str()) else {
        return Ok(false);
    };
    let row = case_alert::ActiveModel {
        cause: Set(format!("{what}:{case_id}:{due}")),
        what: Set(what.to_owned()),
        case_id: Set(case_id),
        staff_id: Set(case.staff_id.filter(|_| what != ESCALATE)),
        department: Set(if what == ESCALATE { String::new() } else { case.department.clone() }),
        at: Set(to_micros(cx.now())),
        due_at: Set(due),
        ..Default::default()
    };
    let told = OnConflict::column(case_alert::Column::Cause).do_nothing().to_owned();
    let written = case_alert::Entity::insert(row).on_conflict(told).exec_without_returning(&*tx).await?;
    if written == 0 {
        return Ok(false);
    }
    if what == ESCALATE
        && let Some((duty, _)) = case.due()?
    {
        log::push(cx, &tx, &case, By::System, &Deed::Escalated { duty }, "", false).await?;
    }
    bus::commit(cx, tx, case_id).await?;
    Ok(true)
}

/// Asks once more for ratings that were not given.
async fn again(cx: &Cx, now: Instant) -> Result<u64> {
    let promise = promise::promise(&cx.db, Kind::Inquiry).await?;
    let since = now - TimeDelta::days(i64::from(promise.rating_again));
    let unrated = case_round::Entity::find()
        .filter(case_round::Column::ClosedBy.eq("staff"))
        .filter(case_round::Column::Rating.is_null())
        .filter(case_round::Column::AnsweredAt.lte(to_micros(since)))
        .filter(case_round::Column::AnsweredAt.gt(to_micros(since - LATE)))
        .filter(Expr::cust(
            "NOT EXISTS (SELECT 1 FROM notice WHERE notice.case_id = case_round.case_id AND notice.topic = 'rate' \
             AND notice.since > case_round.answered_at)",
        ))
        .limit(BATCH);
    let mut done = 0;
    for round in unrated.all(&cx.db).await? {
        let tx = cx.begin().await?;
        let case = log::lock(&tx, round.case_id).await?;
        if is_unrated(&tx, &case, round.round).await? {
            let cause = format!("{}:{}", case.number, case.round);
            done += notice::tell_case(cx, &tx, &case, Topic::Rate, &cause, &json!({}), now).await?;
            tx.commit().await?;
        }
    }
    Ok(done)
}

async fn is_unrated(tx: &Tx, case: &Model, round: i32) -> Result<bool> {
    let row = case_round::Entity::of_case(case.id, round).one(&**tx).await?;
    let open = row.is_some_and(|row| row.rating.is_none());
    Ok(open && case.round == round && case.closed_by == "staff" && case.status()? == Status::Resolved)
}
