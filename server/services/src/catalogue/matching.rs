//! Which places and offers a search is about, before anything is asked about time.

use std::cmp::max;

use domain::{
    Kind,
    catalogue::{Search, Wish},
};
use entity::{offer, place};
use i18n::convert::fold;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
    sea_query::{Expr, LikeExpr, Query, SelectStatement},
};

use crate::Result;

/// Places on a page.
const PAGE: u32 = 10;

/// A page of places.
pub(super) struct Found {
    pub(super) places: Vec<place::Model>,
    /// Places in all.
    pub(super) total: u32,
    /// Pages in all, at least 1.
    pub(super) pages: u32,
}

/// The places of the search's page: recommended ones first, then in the house's order.
pub(super) async fn places(db: &impl ConnectionTrait, search: &Search) -> Result<Found> {
    let all = matching(search);
    // Only the keys are counted and sorted; the texts are read for the few places of the page.
    let page = all
        .clone()
        .select_only()
        .column(place::Column::Id)
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "total")
        .order_by_desc(place::Column::Recommended)
        .order_by_asc(place::Column::Sort)
        .order_by_asc(place::Column::Id)
        .limit(u64::from(PAGE))
        .offset(u64::from(PAGE) * u64::from(search.page.saturating_sub(1)));
    let keys: Vec<(i64, i64)> = page.into_tuple().all(db).await?;
    let total = match keys.first() {
        Some((_, total)) => u64::try_from(*total).unwrap_or(0),
        // Nothing at all, or a page beyond the last.
        None if search.page > 1 => all.count(db).await?,
        None => 0,
    };
    let mut places =
        place::Entity::find().filter(place::Column::Id.is_in(keys.iter().map(|(id, _)| *id))).all(db).await?;
    places.sort_by_key(|place| keys.iter().position(|(id, _)| *id == place.id));
    let total = u32::try_from(total).unwrap_or(u32::MAX);
    Ok(Found { places, total, pages: max(total.div_ceil(PAGE), 1) })
}

/// The offers of places that take such a party, in the house's order.
pub(super) async fn offers(
    db: &impl ConnectionTrait,
    search: &Search,
    places: impl Iterator<Item = i64>,
) -> Result<Vec<offer::Model>> {
    let fitting = fitting(search).into_iter().fold(offer::Entity::of_places(places), Select::filter);
    Ok(fitting.all(db).await?)
}

fn matching(search: &Search) -> Select<place::Entity> {
    let mut select = place::Entity::shown(search.kind).filter(Expr::exists(an_offer(search)));
    for (column, wanted) in [
        (place::Column::City, &search.city),
        (place::Column::Origin, &search.from),
        (place::Column::Destination, &search.to),
    ] {
        if !wanted.is_empty() {
            select = select.filter(column.eq(wanted));
        }
    }
    for word in fold(&search.q).split_whitespace() {
        select = select.filter(Expr::col(place::Column::SearchText).like(containing(word)));
    }
    select
}

/// An offer of the place that takes such a party.
fn an_offer(search: &Search) -> SelectStatement {
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from(offer::Entity)
        .and_where(Expr::col((offer::Entity, offer::Column::PlaceId)).equals((place::Entity, place::Column::Id)))
        .and_where(offer::Column::Active.eq(true));
    for condition in fitting(search) {
        query.and_where(condition);
    }
    query
}

/// What an offer must be like to take the party at all.
fn fitting(search: &Search) -> Vec<Expr> {
    let Wish { units, heads, .. } = search.wish(None);
    let count = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let mut conditions = vec![offer::Column::Least.lte(count(units)), offer::Column::Most.gte(count(units))];
    if search.kind == Kind::Stay {
        // `units × heads_per_unit ≥ heads`, so that the column stands alone.
        conditions.push(offer::Column::HeadsPerUnit.gte(count(heads.div_ceil(max(units, 1)))));
    }
    conditions
}

/// A pattern that a text fits that contains a word, whatever signs are in it.
fn containing(word: &str) -> LikeExpr {
    let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}
