//! The supervisor's board: what is owed, what is about to be late and what is, by department and by person.

use std::collections::BTreeMap;

use domain::{
    calendar::MINUTE,
    case::{BoardLine, Department, Holder, Kind, Status},
    desk::Permission,
    time::to_micros,
};
use entity::case_file::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, sea_query::Expr};

use super::queue;
use crate::{Cx, Result, Staff, case::promise, desk::need};

#[derive(FromQueryResult)]
struct Count {
    department: String,
    staff_id: Option<i64>,
    open: i64,
    waiting: i64,
    risk: i64,
    broken: i64,
}

/// Departments first, then persons; those with nothing are left out. Needs [`Permission::SuperviseCases`].
pub async fn board(cx: &Cx, staff: &Staff) -> Result<Vec<BoardLine>> {
    need(staff.role, Permission::SuperviseCases)?;
    let now = cx.now();
    let remind = i64::from(promise::promise(&cx.db, Kind::Inquiry).await?.remind) * MINUTE;
    let soon = promise::working(&cx.db).await?.after(now, remind).unwrap_or(now);
    let sum = |condition: String| Expr::cust(format!("CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT)"));
    let (now, soon) = (to_micros(now), to_micros(soon));
    let counts: Vec<Count> = Entity::find()
        .select_only()
        .column(Column::Department)
        .column(Column::StaffId)
        .column_as(sum("status = 'open'".to_owned()), "open")
        .column_as(sum("status = 'waiting'".to_owned()), "waiting")
        .column_as(sum(format!("status = 'open' AND due_at >= {now} AND due_at <= {soon}")), "risk")
        .column_as(sum(format!("status = 'open' AND due_at < {now}")), "broken")
        .filter(Column::Status.ne(Status::Resolved.as_str()))
        .group_by(Column::Department)
        .group_by(Column::StaffId)
        .into_model()
        .all(&cx.db)
        .await?;
    let names = queue::names(&cx.db, counts.iter().filter_map(|count| count.staff_id)).await?;
    let mut departments: BTreeMap<Department, BoardLine> = BTreeMap::new();
    let mut persons: BTreeMap<Option<i64>, BoardLine> = BTreeMap::new();
    for count in &counts {
        if let Ok(department) = count.department.parse() {
            let line = departments
                .entry(department)
                .or_insert_with(|| line(Some(Holder::Department(department)), String::new()));
            add(line, count);
        }
        let name = count.staff_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        add(persons.entry(count.staff_id).or_insert_with(|| line(None, name)), count);
    }
    Ok(departments.into_values().chain(persons.into_values()).collect())
}

const fn line(holder: Option<Holder>, person: String) -> BoardLine {
    BoardLine { holder, person, open: 0, risk: 0, broken: 0, waiting: 0 }
}

fn add(line: &mut BoardLine, count: &Count) {
    let small = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    line.open += small(count.open);
    line.risk += small(count.risk);
    line.broken += small(count.broken);
    line.waiting += small(count.waiting);
}
