//! The bookings of a day, or those that a search finds.

use chrono::{NaiveDate, NaiveTime};
use domain::{
    Kind, Rule,
    booking::Status,
    desk::{DayForm, DayPage, Permission},
    time::{at, day_of, to_micros},
};
use entity::booking::{Column, Entity};
use i18n::{Script, convert::fold};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, LikeExpr},
};

use super::{contact, need};
use crate::{Cx, Result, Staff, booking};

/// Rows of a page.
const PAGE: u64 = 50;

/// Words of a search; more are left out.
const WORDS: usize = 6;

/// Bookings whose service touches the day, the first first; with a search, all that fit it, the latest first. Needs
/// [`Permission::SeeBookings`].
///
/// # Errors
/// [`Rule::Invalid`] when a field cannot be understood.
pub async fn day(cx: &Cx, staff: &Staff, script: Script, form: &DayForm) -> Result<DayPage> {
    need(staff.role, Permission::SeeBookings)?;
    let now = cx.now();
    let query = form.parse(day_of(now)).map_err(Rule::Invalid)?;
    let words = words(&query.q);
    let mut found = match words.is_empty() {
        true => touching(query.day),
        false => words.iter().fold(Entity::find(), |found, word| found.filter(contains(word))),
    };
    if let Some(kind) = query.kind {
        found = found.filter(Column::Kind.eq(kind.as_str()));
    }
    let total = found.clone().count(&cx.db).await?;
    let pages = total.div_ceil(PAGE).max(1);
    let page = u64::from(query.page).clamp(1, pages);
    let found = match words.is_empty() {
        true => found.order_by_asc(Column::StartsAt).order_by_asc(Column::Id),
        false => found.order_by_desc(Column::StartsAt).order_by_desc(Column::Id),
    };
    let found = found.offset((page - 1) * PAGE).limit(PAGE).all(&cx.db).await?;
    let rows = booking::rows(&cx.db, script, now, &found).await?;
    Ok(DayPage {
        day: query.day,
        words: query.q,
        rows: rows.into_iter().map(|row| contact::row(staff, row)).collect(),
        total: small(total),
        page: small(page),
        pages: small(pages),
        counts: counts(cx, query.day).await?,
    })
}

/// From the first instant of the day to the first of the next, microseconds.
fn bounds(day: NaiveDate) -> (i64, i64) {
    let start = |day: NaiveDate| to_micros(at(day, NaiveTime::MIN));
    (start(day), start(day.succ_opt().unwrap_or(day)))
}

fn touching(day: NaiveDate) -> Select<Entity> {
    let (start, end) = bounds(day);
    Entity::find().filter(Column::StartsAt.lt(end)).filter(Column::EndsAt.gt(start))
}

/// The words of a search, folded. A phone number typed in groups is one word.
fn words(typed: &str) -> Vec<String> {
    let folded = fold(typed);
    let joined: String = folded.chars().filter(|ch| !matches!(ch, ' ' | '-' | '+' | '(' | ')')).collect();
    if !joined.is_empty() && joined.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![joined];
    }
    folded.split_whitespace().take(WORDS).map(str::to_owned).collect()
}

fn contains(word: &str) -> Expr {
    let escaped = word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    Column::SearchText.like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}

#[derive(FromQueryResult)]
struct Count {
    kind: String,
    bookings: i64,
    heads: i64,
}

/// Arrivals (stay), parties (venue), passengers (trip) of the day, without what was given up or has lapsed.
async fn counts(cx: &Cx, day: NaiveDate) -> Result<[u32; 3]> {
    let (start, end) = bounds(day);
    let standing = Condition::any().add(Column::Status.eq(Status::Confirmed.as_str())).add(Entity::held(cx.now()));
    let found: Vec<Count> = Entity::find()
        .select_only()
        .column(Column::Kind)
        .column_as(Column::Id.count(), "bookings")
        .column_as(Column::Heads.sum(), "heads")
        .filter(Column::StartsAt.gte(start))
        .filter(Column::StartsAt.lt(end))
        .filter(standing)
        .group_by(Column::Kind)
        .into_model()
        .all(&cx.db)
        .await?;
    Ok(Kind::ALL.map(|kind| {
        let count = found.iter().find(|count| count.kind == kind.as_str());
        let number = count.map_or(0, |count| if kind == Kind::Trip { count.heads } else { count.bookings });
        u32::try_from(number).unwrap_or(u32::MAX)
    }))
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_phone_number_in_groups_is_one_word() {
        assert_eq!(words(" 138-0013 8000 "), ["13800138000"]);
        assert_eq!(words("林 小姐"), ["林", "小姐"]);
        assert!(words("  ").is_empty());
    }
}
