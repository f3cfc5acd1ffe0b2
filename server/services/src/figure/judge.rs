//! A supervisor judges an answer of a sample: once, and never his own.

use domain::{Rule, desk::Permission, figure::Verdict, time::to_micros};
use entity::{audit_item, case_round};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::talk::Talks;
use crate::{Cx, Error, Result, Staff, audit, desk::need};

/// Writes down what was found of an answer. Needs [`Permission::SuperviseCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::SamePerson`] to whoever has spoken to the customer in that round; [`Rule::Changed`] when it was judged
/// before: what is judged stays.
pub async fn judge(cx: &Cx, staff: &Staff, sample: i64, item: i64, verdict: Verdict, why: &str) -> Result<()> {
    need(staff.role, Permission::SuperviseCases)?;
    let of_sample = audit_item::Entity::of_sample(sample).filter(audit_item::Column::Id.eq(item));
    let row = of_sample.one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let round = case_round::Entity::find_by_id(row.round_id).one(&cx.db).await?;
    let round = round.ok_or_else(|| Error::Internal("a drawn round is gone".to_owned()))?;
    let talks = Talks::read(&cx.db, std::slice::from_ref(&round)).await?;
    if row.answered_by == Some(staff.id) || talks.has_spoken(round.id, staff.id) {
        return Err(Rule::SamePerson.into());
    }
    let now = cx.now();
    let tx = cx.begin().await?;
    // The condition of this statement is what lets an answer be judged once.
    let judged = audit_item::Entity::update_many()
        .col_expr(audit_item::Column::Verdict, Expr::value(verdict.as_str()))
        .col_expr(audit_item::Column::Why, Expr::value(why))
        .col_expr(audit_item::Column::JudgedBy, Expr::value(staff.id))
        .col_expr(audit_item::Column::JudgedAt, Expr::value(to_micros(now)))
        .filter(audit_item::Column::Id.eq(row.id))
        .filter(audit_item::Column::Verdict.eq(""))
        .exec(&*tx)
        .await?;
    if judged.rows_affected == 0 {
        return Err(Rule::Changed.into());
    }
    audit::write(&tx, staff.id, now, "sample-judged", &format!("{sample}:{item}")).await?;
    tx.commit().await
}
