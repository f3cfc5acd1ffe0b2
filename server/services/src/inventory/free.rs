//! What is free, as it is at an instant: a lapsed hold counts as free, swept or not (B6).

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Fen, Instant, Shortage, time::to_micros};
use entity::{claim, offer, slice};
use i18n::Script;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, FromQueryResult, QueryFilter as _,
    QuerySelect as _,
    sea_query::{Condition, Expr, Func, Query, SelectStatement},
};

use super::judge;
use crate::Result;

/// A slice with what is left of it.
#[derive(Clone, Debug)]
pub(crate) struct Stock {
    pub(crate) id: i64,
    pub(crate) resource_id: i64,
    pub(crate) day: NaiveDate,
    pub(crate) starts: Instant,
    pub(crate) ends: Instant,
    pub(crate) price: Fen,
    /// Units left; 0 when closed.
    pub(crate) free: u32,
    /// Units of valid holds that may still lapse.
    pub(crate) held: u32,
    /// The row, for what is seldom asked.
    row: slice::Model,
}

impl Stock {
    /// Why it is closed, if it is.
    pub(crate) fn closed(&self, script: Script) -> Option<String> {
        self.row.closed_because(script)
    }

    fn new(holds: &Holds, row: slice::Model) -> Self {
        let taken = i64::from(row.taken) - holds.lapsed;
        let free = if row.closed { 0 } else { i64::from(row.capacity) - taken };
        Self {
            id: row.id,
            resource_id: row.resource_id,
            day: row.day,
            starts: row.starts(),
            ends: row.ends(),
            price: row.price(),
            free: u32::try_from(free).unwrap_or(0),
            held: u32::try_from(holds.valid).unwrap_or(0),
            row,
        }
    }
}

/// Units held of a slice.
#[derive(Default, FromQueryResult)]
struct Holds {
    slice_id: i64,
    lapsed: i64,
    valid: i64,
}

/// Slices of resources from one day to another, both included, in order of time.
pub(crate) async fn of_resources(
    db: &impl ConnectionTrait,
    resources: &[i64],
    first: NaiveDate,
    last: NaiveDate,
    now: Instant,
) -> Result<Vec<Stock>> {
    if resources.is_empty() {
        return Ok(Vec::new());
    }
    let rows = slice::Entity::of_resources(resources.iter().copied(), first, last).all(db).await?;
    let among = Condition::all()
        .add(slice::Column::ResourceId.is_in(resources.iter().copied()))
        .add(slice::Column::Day.gte(first))
        .add(slice::Column::Day.lte(last));
    let ids = Query::select().column(slice::Column::Id).from(slice::Entity).cond_where(among).take();
    stocked(db, rows, ids, now).await
}

/// Slices by their ids.
pub(super) async fn of_slices(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = i64> + Clone,
    now: Instant,
) -> Result<HashMap<i64, Stock>> {
    let rows = slice::Entity::find().filter(slice::Column::Id.is_in(ids.clone())).all(db).await?;
    let among =
        Query::select().column(slice::Column::Id).from(slice::Entity).and_where(slice::Column::Id.is_in(ids)).take();
    Ok(stocked(db, rows, among, now).await?.into_iter().map(|stock| (stock.id, stock)).collect())
}

/// Why a booking cannot have the wants, given what it has already; `None` if it can. For quotes: only the claim decides.
pub(crate) async fn lacking(
    db: &impl ConnectionTrait,
    booking_id: i64,
    wants: &[(i64, u32)],
    now: Instant,
    script: Script,
) -> Result<Option<Shortage>> {
    let own = claim::Entity::of_change(booking_id, 0).filter(claim::Column::State.ne(claim::State::Released));
    let own: HashMap<i64, i32> = own.all(db).await?.into_iter().map(|claim| (claim.slice_id, claim.units)).collect();
    let mut more = Vec::with_capacity(wants.len());
    for (slice, units) in wants {
        let had = own.get(slice).and_then(|units| u32::try_from(*units).ok()).unwrap_or_default();
        more.extend((*units > had).then(|| (*slice, units - had)));
    }
    let stock = of_slices(db, more.iter().map(|(slice, _)| *slice), now).await?;
    let paced = match more.last().and_then(|(slice, _)| stock.get(slice)) {
        Some(last) if more.len() > 1 || more.iter().all(|(_, units)| *units == 1) => {
            counts_parties(db, last.resource_id).await? && last.free == 0
        }
        _ => false,
    };
    let judged = judge(more.iter().map(|(slice, units)| (stock.get(slice), *units)), script);
    Ok(judged.map(|shortage| if paced { super::paced(shortage) } else { shortage }))
}

/// Whether a resource's slices count the parties that start, not what they use.
pub(super) async fn counts_parties(db: &impl ConnectionTrait, resource: i64) -> Result<bool> {
    let offer = offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .filter(offer::Column::PacingResourceId.eq(resource))
        .into_tuple::<i64>()
        .one(db)
        .await?;
    Ok(offer.is_some())
}

async fn stocked(
    db: &impl ConnectionTrait,
    rows: Vec<slice::Model>,
    among: SelectStatement,
    now: Instant,
) -> Result<Vec<Stock>> {
    // Nothing taken, nothing held.
    if rows.iter().all(|row| row.taken == 0) {
        return Ok(rows.into_iter().map(|row| Stock::new(&Holds::default(), row)).collect());
    }
    let (now, until) = (to_micros(now), Expr::col(claim::Column::HeldUntil));
    let sum = |condition: Expr| Func::sum(Expr::case(condition, Expr::col(claim::Column::Units)).finally(0));
    let holds = claim::Entity::find()
        .select_only()
        .column(claim::Column::SliceId)
        .expr_as(sum(until.clone().lte(now)), "lapsed")
        .expr_as(sum(until.gt(now)), "valid")
        .filter(claim::held())
        .filter(claim::Column::SliceId.in_subquery(among))
        .group_by(claim::Column::SliceId)
        .into_model::<Holds>()
        .all(db)
        .await?;
    let holds: HashMap<i64, Holds> = holds.into_iter().map(|holds| (holds.slice_id, holds)).collect();
    let none = Holds::default();
    Ok(rows.into_iter().map(|row| Stock::new(holds.get(&row.id).unwrap_or(&none), row)).collect())
}
