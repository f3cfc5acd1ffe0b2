//! A supervisor draws a sample: answers taken by lot, none of which was ever in a sample before.

use domain::{Fault, Rule, case::Kind, desk::Permission, figure::Draw, time::to_micros};
use entity::{audit_item, audit_sample, case_round};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::talk::Talks;
use crate::{Cx, Error, Result, Staff, audit, desk::need, error::is_duplicate};

/// Draws answers that we gave to questions opened in a span; gives the sample's key. Fewer are drawn where there are fewer. Needs
/// [`Permission::SuperviseCases`].
///
/// # Errors
/// [`Rule::Invalid`] with `nothing-to-draw` at `size`; [`Rule::Busy`] when another has drawn one of them meanwhile.
pub async fn draw(cx: &Cx, staff: &Staff, draw: &Draw) -> Result<i64> {
    need(staff.role, Permission::SuperviseCases)?;
    let (from, until) = draw.span.instants();
    let tx = cx.begin().await?;
    let rounds = case_round::Entity::find()
        .filter(case_round::Column::Kind.eq(Kind::Inquiry.as_str()))
        .filter(case_round::Column::ClosedBy.eq("staff"))
        .filter(case_round::Column::OpenedAt.gte(to_micros(from)))
        .filter(case_round::Column::OpenedAt.lt(to_micros(until)))
        .filter(Expr::cust("NOT EXISTS (SELECT 1 FROM audit_item WHERE audit_item.round_id = case_round.id)"))
        .order_by(Expr::cust("RANDOM()"), Order::Asc)
        .limit(u64::from(draw.size))
        .all(&*tx)
        .await?;
    if rounds.is_empty() {
        return Err(Rule::Invalid(vec![Fault::new("size", "nothing-to-draw")]).into());
    }
    let sample = audit_sample::ActiveModel {
        drawn_at: Set(to_micros(cx.now())),
        staff_id: Set(staff.id),
        from_day: Set(draw.span.from),
        until_day: Set(draw.span.until),
        size: Set(i32::try_from(rounds.len()).unwrap_or(i32::MAX)),
        ..Default::default()
    };
    let sample = sample.insert(&*tx).await?;
    let talks = Talks::read(&*tx, &rounds).await?;
    let items = rounds.iter().map(|round| audit_item::ActiveModel {
        sample_id: Set(sample.id),
        round_id: Set(round.id),
        answered_by: Set(talks.answerer(round.id).or(round.staff_id)),
        verdict: Set(String::new()),
        why: Set(String::new()),
        ..Default::default()
    });
    match audit_item::Entity::insert_many(items).exec_without_returning(&*tx).await {
        Err(err) if is_duplicate(&err) => return Err(Rule::Busy.into()),
        outcome => outcome.map_err(Error::from)?,
    };
    audit::write(&tx, staff.id, cx.now(), "sample-drawn", &sample.id.to_string()).await?;
    tx.commit().await?;
    Ok(sample.id)
}
