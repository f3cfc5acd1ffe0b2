//! The working calendar and what is promised, as staff change them: what a change would do to what is owed is shown before (C6).

use chrono::Datelike;
use domain::{
    Instant, Rule,
    calendar::{Calendar, Span},
    case::{CaseNumber, Kind, Promise, Status},
    desk::Permission,
    payment::read_reason,
    time::{from_micros, to_micros},
};
use entity::{
    case_event,
    case_file::{Column, Entity, Model},
    case_promise, work_calendar,
};
use i18n::{Script, convert};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Cx, Error, Result, Staff, audit,
    case::{bus, log, promise as kept},
    desk::need,
    error::is_duplicate,
};

/// Cases whose change is shown one by one.
const SHOWN: usize = 50;

/// Looked at in one go.
const BATCH: u64 = 500;

/// What another calendar does to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The case.
    pub number: CaseNumber,
    /// When it is due.
    pub before: Option<Instant>,
    /// When it would be.
    pub after: Option<Instant>,
}

/// The calendar, and what a proposal would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarPage {
    /// The calendar as it is.
    pub calendar: Calendar,
    /// Its version: its key, 0 for the one a house begins with.
    pub version: i64,
    /// Cases that would be due at another time, the first of them.
    pub effects: Vec<Effect>,
    /// How many they are.
    pub changed: u32,
    /// How many are owed in all.
    pub owed: u32,
    /// How many promises would be broken by now that are not.
    pub broken: u32,
}

/// The calendar; with a proposal also what that would do to everything that is owed. Needs [`Permission::SuperviseCases`].
pub async fn calendar(cx: &Cx, staff: &Staff, proposal: Option<&Calendar>) -> Result<CalendarPage> {
    need(staff.role, Permission::SuperviseCases)?;
    let newest = work_calendar::Entity::newest().one(&cx.db).await?;
    let mut page = CalendarPage {
        calendar: kept::working(&cx.db).await?,
        version: newest.map_or(0, |row| row.id),
        effects: Vec::new(),
        changed: 0,
        owed: 0,
        broken: 0,
    };
    let Some(proposal) = proposal else { return Ok(page) };
    let (now, mut after) = (cx.now(), 0);
    loop {
        let cases = owed(after).all(&cx.db).await?;
        let Some(last) = cases.last() else { return Ok(page) };
        after = last.id;
        for case in &cases {
            page.owed += 1;
            let events = case_event::Entity::of_case(case.id).all(&cx.db).await?;
            let due = log::due_at(case, &log::of(case, &events, proposal, now)?).map(from_micros);
            let before = case.due_at.map(from_micros);
            if due != before {
                page.changed += 1;
                let is_over = |due: Option<Instant>| due.is_some_and(|due| due < now);
                page.broken += u32::from(is_over(due) && !is_over(before));
                if page.effects.len() < SHOWN {
                    page.effects.push(Effect { number: number(case)?, before, after: due });
                }
            }
        }
    }
}

/// The days that are different from this year on, named in a script: staff have written the names in either. Needs
/// [`Permission::SuperviseCases`].
pub async fn special_days(cx: &Cx, staff: &Staff, script: Script) -> Result<Vec<Span>> {
    need(staff.role, Permission::SuperviseCases)?;
    let this_year = cx.today().year();
    let mut spans = kept::working(&cx.db).await?.spans();
    spans.retain(|span| span.last.year() >= this_year);
    for span in &mut spans {
        span.name = match script {
            Script::Hans => convert::to_hans(&span.name),
            Script::Hant => convert::to_hant(&span.name),
        };
    }
    Ok(spans)
}

/// Publishes a calendar; everything that is owed is reckoned anew. `version` is the one that was looked at. Needs
/// [`Permission::SuperviseCases`].
///
/// # Errors
/// [`Rule::Invalid`] without a reason; [`Rule::Changed`] when somebody else has published meanwhile.
pub async fn publish_calendar(cx: &Cx, staff: &Staff, version: i64, calendar: &Calendar, why: &str) -> Result<()> {
    need(staff.role, Permission::SuperviseCases)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let now = cx.now();
    let tx = cx.begin().await?;
    kept::replace_calendar(&tx).await?;
    let newest = work_calendar::Entity::newest().one(&*tx).await?;
    if newest.map_or(0, |row| row.id) != version {
        return Err(Rule::Changed.into());
    }
    let row = work_calendar::ActiveModel {
        // Of two who follow the same version one finds the key taken.
        id: Set(version + 1),
        created_at: Set(to_micros(now)),
        staff_id: Set(Some(staff.id)),
        why: Set(why),
        data: Set(serde_json::to_string(calendar)?),
    };
    let row = row.insert(&*tx).await.map_err(overtaken)?;
    audit::write(&tx, staff.id, now, "calendar-published", &row.id.to_string()).await?;
    tx.commit().await?;
    // Each in a transaction of its own: whoever writes into one meanwhile reckons with the new calendar already. What was begun by the old
    // one is here: it was waited for.
    let mut after = 0;
    loop {
        let cases = owed(after).all(&cx.db).await?;
        let Some(last) = cases.last() else { return Ok(()) };
        after = last.id;
        for case in &cases {
            let tx = cx.begin().await?;
            let case = log::lock(&tx, case.id).await?;
            if case.status()? == Status::Resolved {
                continue;
            }
            if log::recompute(&tx, &case, cx.now()).await? {
                bus::commit(cx, tx, case.id).await?;
            } else {
                tx.commit().await?;
            }
        }
    }
}

/// What is promised. Needs [`Permission::SuperviseCases`].
pub async fn promise(cx: &Cx, staff: &Staff, kind: Kind) -> Result<(Promise, i64)> {
    need(staff.role, Permission::SuperviseCases)?;
    let newest = case_promise::Entity::newest(kind).one(&cx.db).await?;
    Ok((kept::promise(&cx.db, kind).await?, newest.map_or(0, |row| row.id)))
}

/// Promises something else to whoever comes from now on. Needs [`Permission::SuperviseCases`].
///
/// # Errors
/// As [`publish_calendar`].
pub async fn publish_promise(
    cx: &Cx,
    staff: &Staff,
    kind: Kind,
    version: i64,
    promise: &Promise,
    why: &str,
) -> Result<()> {
    need(staff.role, Permission::SuperviseCases)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let now = cx.now();
    let tx = cx.begin().await?;
    // The key first: whoever publishes between the two statements is either seen by the second or takes this key.
    let last = case_promise::Entity::find().order_by_desc(case_promise::Column::Id).one(&*tx).await?;
    let newest = case_promise::Entity::newest(kind).one(&*tx).await?;
    if newest.map_or(0, |row| row.id) != version {
        return Err(Rule::Changed.into());
    }
    let row = case_promise::ActiveModel {
        id: Set(last.map_or(1, |row| row.id + 1)),
        kind: Set(kind.as_str().to_owned()),
        created_at: Set(to_micros(now)),
        staff_id: Set(Some(staff.id)),
        why: Set(why),
        data: Set(serde_json::to_string(promise)?),
    };
    let row = row.insert(&*tx).await.map_err(overtaken)?;
    audit::write(&tx, staff.id, now, "promise-published", &row.id.to_string()).await?;
    tx.commit().await
}

/// Somebody else took the key of the next version.
fn overtaken(err: DbErr) -> Error {
    if is_duplicate(&err) { Rule::Changed.into() } else { err.into() }
}

/// Cases that are not resolved and go by the calendar, in the order of their keys.
fn owed(after: i64) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::Kind.eq(Kind::Inquiry.as_str()))
        .filter(Column::Status.ne(Status::Resolved.as_str()))
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(BATCH)
}

fn number(case: &Model) -> Result<CaseNumber> {
    case.number.parse().map_err(|_| Error::Internal("a stored case number is none".to_owned()))
}
