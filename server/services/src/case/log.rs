//! The one way something happens in a case: its row is locked, the machine of `domain` is asked, the deed goes to the end of the log,
//! and what follows from the log is written beside it.

use domain::{
    Instant, Rule,
    calendar::{Calendar, MINUTE},
    case::{Clocks, Closer, Deed, Duty, DutyClock, Holder, Status, clocks},
    time::to_micros,
};
use entity::{
    case_event,
    case_file::{ActiveModel, Entity, Model},
    case_round,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use super::promise;
use crate::{Cx, Error, Result, Tx, booking::timeline::By};

/// Locks a case's row until the end of the transaction and reads it.
pub(super) async fn lock(tx: &Tx, id: i64) -> Result<Model> {
    let row = Entity::locked(id).one(&**tx).await?;
    row.ok_or_else(|| Error::Internal(format!("there is no case {id}")))
}

/// Writes a deed of a locked case; gives the case as it is then, and its clocks.
///
/// # Errors
/// [`Rule::CaseClosed`] when a case that stands so takes no such deed.
pub(super) async fn push(
    cx: &Cx,
    tx: &Tx,
    case: &Model,
    by: By,
    deed: &Deed,
    text: &str,
    public: bool,
) -> Result<(Model, Clocks)> {
    let was = case.status()?;
    was.after(deed).ok_or(Rule::CaseClosed)?;
    // Of what is owed already whoever publishes another calendar knows.
    if was == Status::Resolved {
        promise::hold_calendar(tx).await?;
    }
    let now = cx.now();
    event(tx, case.id, case.seq + 1, now, by, deed, text, public).await?;
    let (row, clocks) = cached(&**tx, case, now).await?;
    let mut row = ActiveModel { seq: Set(case.seq + 1), ..row };
    match (by, public) {
        (By::Customer(_), _) => {
            row.last_by = Set("customer".to_owned());
            row.seen_seq = Set(case.seq + 1);
        }
        // What he cannot read is nothing new to a customer who has seen everything.
        (_, false) if case.seen_seq >= case.seq => row.seen_seq = Set(case.seq + 1),
        (By::Staff(_), true) if matches!(deed, Deed::Replied | Deed::Asked | Deed::Resolved { .. }) => {
            row.last_by = Set("staff".to_owned());
        }
        _ => {}
    }
    match deed {
        Deed::Claimed { staff } => row.staff_id = Set(Some(*staff)),
        Deed::Released | Deed::Transferred { .. } | Deed::Returned => row.staff_id = Set(None),
        Deed::Resolved { by } => {
            row.resolved_at = Set(Some(to_micros(now)));
            row.closed_by = Set(closer(*by).to_owned());
        }
        Deed::Reopened => {
            row.resolved_at = Set(None);
            row.closed_by = Set(String::new());
        }
        _ => {}
    }
    let row = row.update(&**tx).await?;
    // A round that is over is history: a rating or a note changes nothing of it, whatever calendar counts by then.
    if was != Status::Resolved || row.status()? != Status::Resolved {
        round(tx, &row, &clocks).await?;
    }
    Ok((row, clocks))
}

/// Writes the first entry of a case that has just been made.
pub(super) async fn begin(cx: &Cx, tx: &Tx, case: &Model, by: By, deed: &Deed, text: &str) -> Result<Model> {
    promise::hold_calendar(tx).await?;
    let now = cx.now();
    event(tx, case.id, 1, now, by, deed, text, true).await?;
    let (row, clocks) = cached(&**tx, case, now).await?;
    let row = ActiveModel { seq: Set(1), ..row }.update(&**tx).await?;
    round(tx, &row, &clocks).await?;
    Ok(row)
}

/// Writes an event at a place of a log.
#[expect(clippy::too_many_arguments, reason = "the columns of a row")]
pub(super) async fn event(
    tx: &Tx,
    case_id: i64,
    seq: i32,
    now: Instant,
    by: By,
    deed: &Deed,
    text: &str,
    public: bool,
) -> Result<()> {
    let (actor, actor_id) = by.parts();
    let row = case_event::ActiveModel {
        case_id: Set(case_id),
        seq: Set(seq),
        at: Set(to_micros(now)),
        actor: Set(actor.to_owned()),
        actor_id: Set(actor_id),
        what: Set(deed.as_str().to_owned()),
        text: Set(text.to_owned()),
        public: Set(public),
        detail: Set(serde_json::to_string(deed)?),
        ..Default::default()
    };
    case_event::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}

/// What the log of a case comes to.
pub(super) async fn read(db: &impl ConnectionTrait, case: &Model, now: Instant) -> Result<Clocks> {
    let events = case_event::Entity::of_case(case.id).all(db).await?;
    of(case, &events, &promise::calendar(db, case.kind()?).await?, now)
}

/// The same of a log that was read already.
pub(crate) fn of(case: &Model, events: &[case_event::Model], calendar: &Calendar, now: Instant) -> Result<Clocks> {
    let log = events.iter().map(case_event::Model::entry).collect::<std::result::Result<Vec<_>, _>>()?;
    clocks(&case.promise()?, calendar, &log, now)
        .ok_or_else(|| Error::Internal(format!("the log of case {} does not begin", case.number)))
}

/// The columns of a case that follow from its log, and the clocks they follow from.
async fn cached(db: &impl ConnectionTrait, case: &Model, now: Instant) -> Result<(ActiveModel, Clocks)> {
    let clocks = read(db, case, now).await?;
    Ok((columns(case, &clocks), clocks))
}

/// When a case is due, as its row has it.
pub(super) fn due_at(case: &Model, clocks: &Clocks) -> Option<i64> {
    let owed = clocks.status == Status::Open;
    // A calendar without working time ends no clock: then everything is due at once.
    clocks.due().filter(|_| owed).map(|(_, due)| to_micros(due)).or(owed.then_some(case.opened_at))
}

pub(crate) fn columns(case: &Model, clocks: &Clocks) -> ActiveModel {
    let holder = clocks.leg().map(|leg| leg.holder.clone()).unwrap_or_default();
    let (department, partner) = match holder {
        Holder::Department(department) => (department.as_str().to_owned(), String::new()),
        // Who handed it to a partner answers for it meanwhile.
        Holder::Partner(name) => (case.department.clone(), name),
    };
    let owed = clocks.status == Status::Open;
    let due = clocks.due().filter(|_| owed);
    ActiveModel {
        id: Set(case.id),
        status: Set(clocks.status.as_str().to_owned()),
        category: Set(clocks.category.as_str().to_owned()),
        level: Set(clocks.level.as_str().to_owned()),
        priority: Set(clocks.priority.as_str().to_owned()),
        department: Set(department),
        partner: Set(partner),
        round: Set(i32::try_from(clocks.round).unwrap_or(i32::MAX)),
        due_at: Set(due_at(case, clocks)),
        due_duty: Set(due.map_or(Duty::Answer, |(duty, _)| duty).as_str().to_owned()),
        leg_due_at: Set(clocks.leg().and_then(|leg| leg.due).filter(|_| owed).map(to_micros)),
        ..Default::default()
    }
}

/// Reckons the clocks of a case that is not resolved anew, after another calendar was published; gives whether it is due at another time.
pub(super) async fn recompute(tx: &Tx, case: &Model, now: Instant) -> Result<bool> {
    let (row, clocks) = cached(&**tx, case, now).await?;
    let changes = row.due_at != Set(case.due_at) || row.leg_due_at != Set(case.leg_due_at);
    let row = row.update(&**tx).await?;
    round(tx, &row, &clocks).await?;
    Ok(changes)
}

/// What figures know of the last round.
async fn round(tx: &Tx, case: &Model, clocks: &Clocks) -> Result<()> {
    let of = |duty| clocks.duty(duty).ok_or_else(|| Error::Internal("a round without its duties".to_owned()));
    let (first, answer) = (of(Duty::First)?, of(Duty::Answer)?);
    let is_over = clocks.status == Status::Resolved;
    let blame = first.blame.as_ref().or(answer.blame.as_ref());
    let blame = blame.map(|holder| match holder {
        Holder::Department(department) => department.as_str().to_owned(),
        Holder::Partner(name) => name.clone(),
    });
    let row = case_round::ActiveModel {
        case_id: Set(case.id),
        round: Set(case.round),
        kind: Set(case.kind.clone()),
        category: Set(case.category.clone()),
        level: Set(case.level.clone()),
        department: Set(case.department.clone()),
        staff_id: Set(case.staff_id),
        opened_at: Set(to_micros(answer.from)),
        first_due: Set(first.due.map(to_micros)),
        first_at: Set(first.met.map(to_micros)),
        first_broken: Set(first.broken.is_some()),
        answer_due: Set(answer.due.map(to_micros)),
        answered_at: Set(answer.met.map(to_micros)),
        answer_broken: Set(answer.broken.is_some()),
        blame: Set(blame.unwrap_or_default()),
        closed_by: Set(if is_over { case.closed_by.clone() } else { String::new() }),
        minutes: Set(is_over.then(|| spent(clocks, answer))),
        rating_why: Set(String::new()),
        ..Default::default()
    };
    use case_round::Column;
    let known = OnConflict::columns([Column::CaseId, Column::Round])
        .update_columns([
            Column::Category,
            Column::Level,
            Column::Department,
            Column::StaffId,
            Column::FirstDue,
            Column::FirstAt,
            Column::FirstBroken,
            Column::AnswerDue,
            Column::AnsweredAt,
            Column::AnswerBroken,
            Column::Blame,
            Column::ClosedBy,
            Column::Minutes,
        ])
        .to_owned();
    case_round::Entity::insert(row).on_conflict(known).exec_without_returning(&**tx).await?;
    Ok(())
}

/// Working minutes that the house has spent on a round.
fn spent(clocks: &Clocks, answer: &DutyClock) -> i32 {
    let spent: i64 = clocks.legs.iter().filter(|leg| leg.from >= answer.from).map(|leg| leg.spent).sum();
    i32::try_from(spent / MINUTE).unwrap_or(i32::MAX)
}

const fn closer(by: Closer) -> &'static str {
    match by {
        Closer::Staff => "staff",
        Closer::Customer => "customer",
    }
}
