//! Cases as their readers see them.

use std::collections::HashMap;

use domain::{
    Instant,
    calendar::MINUTE,
    case::{CaseView, Clocks, CustomerRow, Deed, Department, Duty, Holder, Item, Promised, Status, Who},
    time::{from_micros, to_micros},
};
use entity::{booking, case_event, case_file::Model, staff};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::files;
use crate::{Cx, Error, Result};

/// What is read of a case to show it.
pub(super) struct Read {
    pub(super) case: Model,
    pub(super) events: Vec<case_event::Model>,
    pub(super) clocks: Clocks,
}

/// A case as a row of its customer's list.
pub(super) fn row(case: &Model) -> Result<CustomerRow> {
    Ok(CustomerRow {
        number: case.number.parse().map_err(|_| Error::Internal("a stored case number is none".to_owned()))?,
        kind: case.kind()?,
        status: case.status()?,
        title: case.title.clone(),
        opened: from_micros(case.opened_at),
        unread: case.last_by == "staff" && case.seen_seq < case.seq,
        due: case.due_at.map(from_micros),
    })
}

/// A case, whole; with what is internal for staff.
pub(super) async fn whole(cx: &Cx, db: &impl ConnectionTrait, read: &Read, internal: bool) -> Result<CaseView> {
    let Read { case, events, clocks } = read;
    let number = match case.booking_id {
        Some(id) => booking::Entity::find_by_id(id).one(db).await?.map(|row| row.number).unwrap_or_default(),
        None => String::new(),
    };
    let days = chrono::TimeDelta::days(i64::from(case.promise()?.reopen_days));
    let reopen_until = case.resolved_at.map(|at| from_micros(at) + days).filter(|until| cx.now() < *until);
    let holder = case.holder()?;
    Ok(CaseView {
        row: row(case)?,
        category: case.category()?,
        name: case.name.clone(),
        booking: number,
        code: case.code.clone(),
        items: items(db, case.id, events, internal).await?,
        seq: u32::try_from(case.seq).unwrap_or_default(),
        promised: promised(clocks, cx.now()),
        holder: Some(holder).filter(|holder| *holder != Holder::Department(Department::Service)),
        reopen_until,
        rating: super::rating::of(cx, db, case).await?,
        draft: String::new(),
    })
}

/// Entries of a thread: those a customer may read, or all.
pub(super) async fn items(
    db: &impl ConnectionTrait,
    case_id: i64,
    events: &[case_event::Model],
    internal: bool,
) -> Result<Vec<Item>> {
    let names = names(db, events).await?;
    let shown = events.iter().filter(|event| internal || event.public);
    let said = shown.clone().filter(|event| !event.text.is_empty()).map(|event| event.seq);
    let mut files = files::of_case(db, case_id, said).await?;
    shown
        .map(|event| {
            let item = item(event, &names)?;
            Ok(Item { files: files.remove(&item.seq).unwrap_or_default(), ..item })
        })
        .collect()
}

fn item(event: &case_event::Model, names: &HashMap<i64, String>) -> Result<Item> {
    let name = || event.actor_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    let mut item = Item {
        seq: u32::try_from(event.seq).unwrap_or_default(),
        at: from_micros(event.at),
        who: match event.actor.as_str() {
            "customer" => Who::Customer,
            "staff" => Who::Staff(name()),
            _ => Who::House,
        },
        what: event.what.clone(),
        text: event.text.clone(),
        internal: !event.public,
        to: None,
        contact: String::new(),
        until: None,
        number: 0,
        files: Vec::new(),
    };
    match event.deed()? {
        Deed::Transferred { to, minutes, contact } => {
            (item.to, item.number, item.contact) = (Some(to), minutes, contact);
        }
        Deed::Extended { until } => item.until = Some(until),
        Deed::Rated { level } => item.number = u32::from(level),
        Deed::Claimed { staff } => item.contact = names.get(&staff).cloned().unwrap_or_default(),
        _ => {}
    }
    Ok(item)
}

/// Names of the staff who did something.
async fn names(db: &impl ConnectionTrait, events: &[case_event::Model]) -> Result<HashMap<i64, String>> {
    let ids: Vec<i64> = events.iter().filter(|event| event.actor == "staff").filter_map(|it| it.actor_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = staff::Entity::find().filter(staff::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}

/// By when the customer hears from us.
pub(super) fn promised(clocks: &Clocks, now: Instant) -> Promised {
    let of = |duty| clocks.duty(duty).filter(|clock| clock.met.is_none());
    let over = clocks.due().filter(|(_, due)| to_micros(*due) < to_micros(now)).map(|(duty, _)| duty);
    let waiting = (clocks.status == Status::Waiting).then(|| of(Duty::Answer)).flatten();
    Promised {
        first: of(Duty::First).and_then(|clock| clock.due),
        answer: of(Duty::Answer).and_then(|clock| clock.due),
        waiting: waiting.filter(|clock| clock.due.is_none()).map(|clock| (clock.left / MINUTE).max(0)),
        over,
    }
}
