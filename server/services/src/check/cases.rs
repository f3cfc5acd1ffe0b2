//! What must be true of cases (C2, C5, C6): whatever is kept beside a log follows from it.

use domain::{
    Instant,
    case::{Closer, Deed, Duty, Holder, Kind, Status},
    time::to_micros,
};
use entity::{
    case_event,
    case_file::{Column, Entity, Model},
    case_round,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::{Result, case};

/// Cases looked at in one go.
const BATCH: u64 = 500;

/// Most faults that are named one by one.
const MOST: usize = 100;

/// How many cases there are, and what is wrong with them.
pub(super) async fn faults(tx: &DatabaseTransaction, now: Instant) -> Result<(u64, Vec<String>)> {
    let calendars = [case::calendar(tx, Kind::Inquiry).await?, case::calendar(tx, Kind::Complaint).await?];
    let (mut faults, mut after) = (Vec::new(), 0);
    loop {
        let some = Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(BATCH).all(tx).await?;
        let Some(last) = some.last() else { break };
        let ids = || some.iter().map(|case| case.id);
        let events = case_event::Entity::find().filter(case_event::Column::CaseId.is_in(ids()));
        let events =
            events.order_by_asc(case_event::Column::CaseId).order_by_asc(case_event::Column::Seq).all(tx).await?;
        let rounds = case_round::Entity::find().filter(case_round::Column::CaseId.is_in(ids())).all(tx).await?;
        for case in &some {
            let start = events.partition_point(|event| event.case_id < case.id);
            let end = events.partition_point(|event| event.case_id <= case.id);
            let rounds: Vec<_> = rounds.iter().filter(|round| round.case_id == case.id).collect();
            let calendar = &calendars[usize::from(case.kind()? == Kind::Complaint)];
            let wrong = wrong(case, &events[start..end], &rounds, calendar, now)?;
            let said = |wrong| format!("case {}: its log says another {wrong}", case.id);
            faults.extend(wrong.into_iter().map(said).take(MOST.saturating_sub(faults.len())));
        }
        after = last.id;
    }
    Ok((Entity::find().count(tx).await?, faults))
}

/// What of a case does not follow from its log.
fn wrong(
    case: &Model,
    events: &[case_event::Model],
    rounds: &[&case_round::Model],
    calendar: &domain::calendar::Calendar,
    now: Instant,
) -> Result<Vec<&'static str>> {
    let gapless = (1..).zip(events).all(|(seq, event)| event.seq == seq);
    if !gapless || i32::try_from(events.len()) != Ok(case.seq) {
        return Ok(vec!["length"]);
    }
    let Ok(clocks) = case::clocks_of(case, events, calendar, now) else { return Ok(vec!["beginning"]) };
    let row = case::columns(case, &clocks);
    let followed = followed(events)?;
    let last = clocks.legs.iter().rev().find_map(|leg| match &leg.holder {
        Holder::Department(department) => Some(department.as_str()),
        Holder::Partner(_) => None,
    });
    let round = rounds.iter().find(|round| round.round == case.round);
    let clock = |duty| clocks.duty(duty).map(|clock| (clock.due.map(to_micros), clock.met.map(to_micros)));
    let kept = round.map(|round| [(round.first_due, round.first_at), (round.answer_due, round.answered_at)]);
    let rated: i64 = rounds.iter().filter_map(|round| round.rating).map(i64::from).sum();
    let facts = [
        ("status", row.status == Set(case.status.clone())),
        ("category", row.category == Set(case.category.clone())),
        ("level", row.level == Set(case.level.clone())),
        ("priority", row.priority == Set(case.priority.clone())),
        ("department", last == Some(case.department.as_str())),
        ("partner", row.partner == Set(case.partner.clone())),
        ("round", row.round == Set(case.round) && rounds.len() == usize::try_from(case.round).unwrap_or_default()),
        ("time at which it is due", row.due_at == Set(case.due_at) && row.due_duty == Set(case.due_duty.clone())),
        ("time for who has it", row.leg_due_at == Set(case.leg_due_at)),
        ("owner", followed.staff_id == case.staff_id),
        ("end", followed.resolved_at == case.resolved_at && followed.closed_by == case.closed_by),
        ("last word", followed.last_by == case.last_by),
        ("rating", followed.rated == rated),
        // What became of a round that is over is history, whatever calendar counts now.
        (
            "round's promises",
            clocks.status == Status::Resolved
                || kept.is_some_and(|kept| kept.map(Some) == [clock(Duty::First), clock(Duty::Answer)]),
        ),
    ];
    Ok(facts.into_iter().filter(|(_, agrees)| !agrees).map(|(what, _)| what).collect())
}

/// What follows from a log besides its clocks.
struct Followed {
    staff_id: Option<i64>,
    resolved_at: Option<i64>,
    closed_by: &'static str,
    last_by: &'static str,
    /// All levels of ratings together.
    rated: i64,
}

fn followed(events: &[case_event::Model]) -> Result<Followed> {
    let mut followed = Followed { staff_id: None, resolved_at: None, closed_by: "", last_by: "customer", rated: 0 };
    for event in events {
        let deed = event.deed()?;
        match deed {
            Deed::Claimed { staff } => followed.staff_id = Some(staff),
            Deed::Released | Deed::Transferred { .. } | Deed::Returned => followed.staff_id = None,
            Deed::Resolved { by } => {
                followed.resolved_at = Some(event.at);
                followed.closed_by = if by == Closer::Staff { "staff" } else { "customer" };
            }
            Deed::Reopened => (followed.resolved_at, followed.closed_by) = (None, ""),
            Deed::Rated { level } => followed.rated += i64::from(level),
            _ => {}
        }
        if event.actor == "customer" {
            followed.last_by = "customer";
        } else if event.actor == "staff" && matches!(deed, Deed::Replied | Deed::Asked | Deed::Resolved { .. }) {
            followed.last_by = "staff";
        }
    }
    Ok(followed)
}
