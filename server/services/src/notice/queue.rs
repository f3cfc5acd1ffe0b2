//! What could not be delivered, at the desk.

use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{
    Rule,
    contact::{Email, Phone},
    desk::Permission,
    notice::{Channel, NoticeQueue, NoticeRow, NoticeStatus},
    time::{from_micros, to_micros},
};
use entity::{
    booking, case_file,
    notice::{Column, Entity, Model},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use crate::{Cx, Result, Staff, audit, desk};

/// So many of a kind are shown.
const SHOWN: u64 = 100;

/// What counts as delivered lately.
const LATELY: TimeDelta = TimeDelta::hours(24);

/// Notices that were given up, and those that are being tried again. Needs [`Permission::SeeWorks`].
///
/// # Errors
/// [`Rule::Forbidden`] without it.
pub async fn queue(cx: &Cx, staff: &Staff) -> Result<NoticeQueue> {
    desk::need(staff.role, Permission::SeeWorks)?;
    let of = |status: NoticeStatus| Entity::find().filter(Column::Status.eq(status.as_str()));
    let dead = of(NoticeStatus::Dead).order_by_desc(Column::Id).limit(SHOWN).all(&cx.db).await?;
    let waiting = of(NoticeStatus::Due).filter(Column::Trouble.ne("")).order_by_asc(Column::NextAt).limit(SHOWN);
    let waiting = waiting.all(&cx.db).await?;
    let since = to_micros(cx.now() - LATELY);
    let sent = of(NoticeStatus::Sent).filter(Column::Channel.ne(Channel::Inbox.as_str()));
    let sent = sent.filter(Column::SentAt.gt(since)).count(&cx.db).await?;
    let numbers = Numbers::of(cx, || dead.iter().chain(&waiting)).await?;
    let rows = |rows: &[Model]| rows.iter().map(|row| shown(row, &numbers)).collect::<Result<Vec<_>>>();
    Ok(NoticeQueue { dead: rows(&dead)?, waiting: rows(&waiting)?, sent })
}

/// Tries a notice again at once, with all its tries before it. Needs [`Permission::SeeWorks`]; is written down.
///
/// # Errors
/// [`Rule::Unknown`] when there is none; [`Rule::Changed`] when it has been delivered, or is under way.
pub async fn resend(cx: &Cx, staff: &Staff, id: i64) -> Result<()> {
    desk::need(staff.role, Permission::SeeWorks)?;
    let tx = cx.begin().await?;
    let now = cx.now();
    let row = Entity::find_by_id(id).one(&*tx).await?.ok_or(Rule::Unknown)?;
    let idle = Condition::any().add(Column::Lease.eq("")).add(Column::LeasedUntil.lte(to_micros(now)));
    let reset = Entity::update_many()
        .col_expr(Column::Status, Expr::value(NoticeStatus::Due.as_str()))
        .col_expr(Column::NextAt, Expr::value(to_micros(now)))
        .col_expr(Column::Tries, Expr::value(0))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.is_in([NoticeStatus::Dead.as_str(), NoticeStatus::Due.as_str()]))
        .filter(idle)
        .exec(&*tx)
        .await?;
    if reset.rows_affected == 0 {
        return Err(Rule::Changed.into());
    }
    audit::write(&tx, staff.id, now, "notice-resent", &row.cause).await?;
    tx.commit().await
}

/// Numbers of what notices are about, by their keys.
struct Numbers {
    bookings: HashMap<i64, String>,
    cases: HashMap<i64, String>,
}

impl Numbers {
    async fn of<'a, I: Iterator<Item = &'a Model>>(cx: &Cx, rows: impl Fn() -> I) -> Result<Self> {
        let bookings: Vec<(i64, String)> = booking::Entity::find()
            .select_only()
            .columns([booking::Column::Id, booking::Column::Number])
            .filter(booking::Column::Id.is_in(rows().filter_map(|row| row.booking_id)))
            .into_tuple()
            .all(&cx.db)
            .await?;
        let cases: Vec<(i64, String)> = case_file::Entity::find()
            .select_only()
            .columns([case_file::Column::Id, case_file::Column::Number])
            .filter(case_file::Column::Id.is_in(rows().filter_map(|row| row.case_id)))
            .into_tuple()
            .all(&cx.db)
            .await?;
        Ok(Self { bookings: bookings.into_iter().collect(), cases: cases.into_iter().collect() })
    }

    /// The number, and the desk's page of it.
    fn of_notice(&self, row: &Model) -> (String, String) {
        let booking = row.booking_id.and_then(|id| self.bookings.get(&id)).map(|number| (number, "bookings"));
        let case = || row.case_id.and_then(|id| self.cases.get(&id)).map(|number| (number, "inquiries"));
        let found = booking.or_else(case);
        found.map(|(number, page)| (number.clone(), format!("/desk/{page}/{number}"))).unwrap_or_default()
    }
}

fn shown(row: &Model, numbers: &Numbers) -> Result<NoticeRow> {
    let (number, page) = numbers.of_notice(row);
    Ok(NoticeRow {
        id: row.id,
        topic: row.topic()?,
        channel: row.channel()?,
        to: masked(row),
        number,
        page,
        status: row.status()?,
        tries: u32::try_from(row.tries).unwrap_or_default(),
        since: from_micros(row.since),
        trouble: row.trouble.clone(),
    })
}

/// Enough to tell the one from the other.
fn masked(row: &Model) -> String {
    let to = row.recipient.as_deref().unwrap_or_default();
    let phone = || to.parse::<Phone>().map(|phone| phone.masked());
    to.parse::<Email>().map(|email| email.masked()).or_else(|_| phone()).unwrap_or_default()
}
