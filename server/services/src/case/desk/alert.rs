//! What staff should look at: promises that will be broken or were, customers who are not content.

use domain::{
    case::{Alert, Status},
    desk::Permission,
    time::{from_micros, to_micros},
};
use entity::{
    case_alert::{Column, Entity, Model},
    case_file,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr,
};

use super::queue;
use crate::{Cx, Error, Result, Staff, desk::need};

/// So many are shown.
const SHOWN: u64 = 20;

/// The alerts for somebody that he has not put away: his own, his department's where nobody has the case, and a supervisor's. Needs
/// [`Permission::AnswerCases`].
pub async fn alerts(cx: &Cx, staff: &Staff) -> Result<Vec<Alert>> {
    need(staff.role, Permission::AnswerCases)?;
    let rows = mine(cx, staff).await?.order_by_desc(Column::Id).limit(SHOWN).all(&cx.db).await?;
    let ids = rows.iter().map(|row| row.case_id);
    let cases = case_file::Entity::find().filter(case_file::Column::Id.is_in(ids)).all(&cx.db).await?;
    // What was promised and is done is nothing to look at any more.
    let stands = |row: &&Model| {
        let open = |case: &case_file::Model| case.id == row.case_id && case.status == Status::Open.as_str();
        row.what == "unhappy" || cases.iter().any(open)
    };
    let alert = |row: &Model| {
        let case = cases.iter().find(|case| case.id == row.case_id);
        let number = case.and_then(|case| case.number.parse().ok());
        Ok(Alert {
            id: row.id,
            what: row.what.clone(),
            number: number.ok_or_else(|| Error::Internal("an alert of no case".to_owned()))?,
            at: from_micros(row.at),
            due: from_micros(row.due_at),
        })
    };
    rows.iter().filter(stands).map(alert).collect()
}

/// Puts alerts away that somebody was shown.
///
/// # Errors
/// When the database fails; those that are not his stay.
pub async fn seen(cx: &Cx, staff: &Staff, shown: &[i64]) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let found = mine(cx, staff).await?.filter(Column::Id.is_in(shown.iter().copied()));
    let ids: Vec<i64> = found.select_only().column(Column::Id).into_tuple().all(&cx.db).await?;
    if ids.is_empty() {
        return Ok(());
    }
    let tx = cx.begin().await?;
    Entity::update_many()
        .col_expr(Column::SeenAt, Expr::value(to_micros(cx.now())))
        .filter(Column::Id.is_in(ids))
        .exec(&*tx)
        .await?;
    tx.commit().await
}

async fn mine(cx: &Cx, staff: &Staff) -> Result<Select<Entity>> {
    let department = queue::department(cx, staff).await?;
    let ours = Column::StaffId.is_null().and(Column::Department.eq(department.as_str()));
    let mut his = Condition::any().add(Column::StaffId.eq(staff.id)).add(ours);
    if staff.role.may(Permission::SuperviseCases) {
        his = his.add(Column::Department.eq(""));
    }
    Ok(Entity::find().filter(Column::SeenAt.is_null()).filter(his))
}
