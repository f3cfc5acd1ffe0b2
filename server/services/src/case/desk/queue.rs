//! The queues: what falls due first stands first (C4).

use std::collections::HashMap;

use domain::{
    case::{CaseRow, Department, QueuePage, QueueQuery, Status, Tab},
    contact::Phone,
    desk::Permission,
};
use entity::{
    case_file::{Column, Entity, Model},
    staff as colleague,
};
use i18n::convert::fold;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Expr, Func, LikeExpr, Query},
};

use super::row;
use crate::{Cx, Error, Result, Staff, desk::need};

/// Rows of a page.
const ROWS: u64 = 30;

/// Words of a search that count.
const WORDS: usize = 4;

/// Of more cases the number is not said.
const MOST: u64 = 999;

/// A queue of cases. Needs [`Permission::AnswerCases`].
pub async fn queue(cx: &Cx, staff: &Staff, query: QueueQuery) -> Result<QueuePage> {
    need(staff.role, Permission::AnswerCases)?;
    let department = department(cx, staff).await?;
    let mut found = of(query.tab, staff.id, department);
    for word in fold(&query.words).split_whitespace().take(WORDS) {
        let escaped = word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
        let says = Column::SearchText.like(LikeExpr::new(format!("%{escaped}%")).escape('\\'));
        let his = word.parse::<Phone>().ok().map(|phone| Column::Phone.eq(phone.as_str()));
        found = found.filter(Condition::any().add(says).add_option(his));
    }
    let total = count(cx, &found, if query.words.is_empty() { MOST } else { ROWS * 10 }).await?;
    let pages = total.div_ceil(ROWS).max(1);
    let page = u64::from(query.page).clamp(1, pages);
    let ordered = match query.tab {
        Tab::Resolved => found.order_by_desc(Column::ResolvedAt).order_by_desc(Column::Id),
        Tab::Waiting => found.order_by_asc(Column::OpenedAt).order_by_asc(Column::Id),
        _ => found.order_by_asc(Column::DueAt).order_by_asc(Column::Id),
    };
    let cases = ordered.offset((page - 1) * ROWS).limit(ROWS).all(&cx.db).await?;
    let mut counts = Vec::new();
    for tab in Tab::ALL.iter().filter(|tab| **tab != Tab::Resolved) {
        counts.push(small(count(cx, &of(*tab, staff.id, department), MOST).await?));
    }
    Ok(QueuePage {
        tab: query.tab,
        words: query.words,
        rows: rows(cx, &cases).await?,
        total: small(total),
        page: small(page),
        pages: small(pages),
        counts,
        department,
    })
}

/// Cases as rows, with the names of who has taken them.
pub(super) async fn rows(cx: &Cx, cases: &[Model]) -> Result<Vec<CaseRow>> {
    let names = names(&cx.db, cases.iter().filter_map(|case| case.staff_id)).await?;
    let now = cx.now();
    let owner = |case: &Model| case.staff_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    cases.iter().map(|case| row(case, owner(case), now)).collect()
}

/// Names of colleagues.
pub(super) async fn names(db: &impl ConnectionTrait, ids: impl Iterator<Item = i64>) -> Result<HashMap<i64, String>> {
    let ids: Vec<i64> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = colleague::Entity::find().filter(colleague::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The department somebody works in.
pub(super) async fn department(cx: &Cx, staff: &Staff) -> Result<Department> {
    let row = colleague::Entity::find_by_id(staff.id).one(&cx.db).await?;
    Ok(row.ok_or_else(|| Error::Internal("a staff member is gone".to_owned()))?.department()?)
}

fn of(tab: Tab, staff_id: i64, department: Department) -> Select<Entity> {
    let in_status = |status: Status| Entity::find().filter(Column::Status.eq(status.as_str()));
    // In the very words of the partial indexes, which SQLite would not use else.
    let owed = |status: Status| in_status(status).filter(Expr::cust("status <> 'resolved'"));
    let open = || owed(Status::Open);
    match tab {
        Tab::Mine => open().filter(Column::StaffId.eq(staff_id)),
        Tab::Department => open().filter(Column::Department.eq(department.as_str())),
        Tab::Unclaimed => open().filter(Column::StaffId.is_null()),
        Tab::Open => open(),
        Tab::Waiting => owed(Status::Waiting),
        Tab::Resolved => in_status(Status::Resolved),
    }
}

/// How many there are, counted to a bound.
async fn count(cx: &Cx, found: &Select<Entity>, most: u64) -> Result<u64> {
    let some = found.clone().select_only().column(Column::Id).limit(most).into_query();
    // Not a paginator's count, which forgets the bound and counts them all.
    let counted = Query::select().expr(Func::count(Expr::col(Asterisk))).from_subquery(some, "some").to_owned();
    let row = cx.db.query_one(&counted).await?;
    let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(count.unsigned_abs())
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Cases of one customer beside one of his: by his membership or his phone number.
pub(super) fn of_customer(case: &Model) -> Select<Entity> {
    let his = Condition::any()
        .add(Column::Phone.eq(&case.phone))
        .add_option(case.member_id.map(|id| Column::MemberId.eq(id)));
    Entity::find().filter(his).filter(Column::Id.ne(case.id)).order_by_desc(Column::OpenedAt).limit(10)
}
