//! A case with everything around it: what was said, its way through the house, the customer's bookings and earlier cases.

use domain::{
    Instant,
    calendar::MINUTE,
    case::{CaseNumber, CaseView, DeskCase},
    contact::{Email, Phone},
    desk::Permission,
};
use entity::{booking, case_file::Model, reply_template};
use i18n::Script;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{insert, presence, queue};
use crate::{
    Cx, Result, Staff, audit, booking as bookings,
    case::{draft, promise, scope, show::read, view},
    desk::{contact, need},
    help,
};

/// So many of the customer's bookings are shown.
const BOOKINGS: u64 = 8;

/// So many articles are proposed.
const ARTICLES: usize = 5;

/// The case of that number. Needs [`Permission::AnswerCases`]; who looked is written down.
///
/// # Errors
/// [`domain::Rule::Unknown`] when there is none.
pub async fn show(cx: &Cx, staff: &Staff, script: Script, number: &CaseNumber) -> Result<DeskCase> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    audit::write(&tx, staff.id, cx.now(), "case-seen", &case.number).await?;
    presence::write(&tx, case.id, staff.id, cx.now()).await?;
    tx.commit().await?;
    let read = read(cx, &cx.db, case).await?;
    let case = &read.case;
    let draft = draft::of(&cx.db, case.id, &draft::staff(staff)).await?;
    let view = CaseView { draft, ..view::whole(cx, &cx.db, &read, true).await? };
    let mut rows = queue::rows(cx, std::slice::from_ref(case)).await?;
    let row = rows.pop().ok_or(domain::Rule::Unknown)?;
    let earlier = queue::of_customer(case).all(&cx.db).await?;
    let contacts = staff.role.may(Permission::SeeContacts);
    let masked = |phone: &str| phone.parse::<Phone>().map(|phone| phone.masked()).unwrap_or_default();
    let email = case.email.clone().unwrap_or_default();
    let templates = reply_template::Entity::find()
        .filter(reply_template::Column::Active.eq(true))
        .order_by_asc(reply_template::Column::Sort)
        .order_by_asc(reply_template::Column::Id)
        .all(&cx.db)
        .await?;
    Ok(DeskCase {
        row,
        phone: if contacts { case.phone.clone() } else { masked(&case.phone) },
        email: if contacts { email } else { email.parse::<Email>().map(|it| it.masked()).unwrap_or_default() },
        mine: case.staff_id == Some(staff.id),
        legs: read.clocks.legs.clone(),
        mates: presence::others(cx, case.id, staff.id).await?,
        bookings: of_customer(cx, staff, script, case).await?,
        earlier: queue::rows(cx, &earlier).await?,
        templates: inserts(cx, script, case, &templates).await?,
        leg_minutes: case.promise()?.leg,
        later: later(cx, case).await?,
        view,
    })
}

async fn of_customer(cx: &Cx, staff: &Staff, script: Script, case: &Model) -> Result<Vec<domain::booking::BookingRow>> {
    let his = Condition::any()
        .add(booking::Column::Phone.eq(&case.phone))
        .add_option(case.member_id.map(|id| booking::Column::MemberId.eq(id)))
        .add_option(case.booking_id.map(|id| booking::Column::Id.eq(id)));
    let found = booking::Entity::find().filter(his).order_by_desc(booking::Column::StartsAt).limit(BOOKINGS);
    let found = found.all(&cx.db).await?;
    let rows = bookings::rows(&cx.db, script, cx.now(), &found).await?;
    Ok(rows.into_iter().map(|row| contact::row(staff, row)).collect())
}

/// Prepared answers, and articles that may answer what was asked.
async fn inserts(
    cx: &Cx,
    script: Script,
    case: &Model,
    templates: &[reply_template::Model],
) -> Result<Vec<(String, String)>> {
    let mut inserts: Vec<_> =
        templates.iter().map(|row| (row.id.to_string(), row.title().get(script).to_owned())).collect();
    let hits = help::suggest(cx, script, &case.title, ARTICLES).await?;
    inserts.extend(hits.into_iter().map(|hit| {
        let title = hit.title.into_iter().map(|(words, _)| words).collect();
        (format!("{}{}", insert::ARTICLE, hit.slug), title)
    }));
    Ok(inserts)
}

/// A time that could be promised instead: as much again as was promised.
async fn later(cx: &Cx, case: &Model) -> Result<Option<Instant>> {
    let calendar = promise::calendar(&cx.db, case.kind()?).await?;
    let from = case.due_at.map_or_else(|| cx.now(), domain::time::from_micros).max(cx.now());
    Ok(calendar.after(from, i64::from(case.promise()?.simple) * MINUTE))
}
