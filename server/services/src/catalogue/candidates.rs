//! The query for offers that might stand in for another one.

use domain::{Fen, Instant, Kind, time::to_micros};
use entity::{claim, offer, place, slice};
use sea_orm::{
    ColumnTrait as _, ExprTrait as _,
    sea_query::{Condition, Expr, Func, Order, Query, SelectStatement},
};

use super::alternatives::Ask;

/// So many candidates of a class are looked at closely.
const CANDIDATES: u64 = 24;

/// Microseconds of a minute.
const MINUTE: i64 = 60_000_000;

/// The last instant at which what an offer sells of a slice can be entered; see [`offer::Model::latest`].
pub(super) fn latest_entry() -> Expr {
    let late = Expr::col((offer::Entity, offer::Column::LateMinutes)).mul(MINUTE);
    Expr::col((slice::Entity, slice::Column::StartsAt)).add(late)
}

/// Offers of the wish's class with something free at its first slice, the same city and the nearest price first.
pub(super) fn candidates(ask: &Ask<'_>, usual: Fen, now: Instant) -> SelectStatement {
    let units = i32::try_from(ask.wish.units).unwrap_or(i32::MAX);
    let price = Expr::col((slice::Entity, slice::Column::PriceFen))
        .add(Expr::col((offer::Entity, offer::Column::SurchargeFen)))
        .sub(usual.0);
    let left =
        Expr::col((slice::Entity, slice::Column::Capacity)).sub(Expr::col((slice::Entity, slice::Column::Taken)));
    let lapsed = Query::select()
        .expr(Expr::val(1))
        .from(claim::Entity)
        .and_where(claim::held())
        .and_where(claim::Column::HeldUntil.lte(to_micros(now)))
        .and_where(Expr::col((claim::Entity, claim::Column::SliceId)).equals((slice::Entity, slice::Column::Id)))
        .take();
    let elsewhere = Expr::case(place::Column::City.eq(&ask.place.city), 0).finally(1);
    let mut query = Query::select()
        .column((offer::Entity, offer::Column::Id))
        .from(offer::Entity)
        .inner_join(
            place::Entity,
            Expr::col((place::Entity, place::Column::Id)).equals((offer::Entity, offer::Column::PlaceId)),
        )
        .inner_join(
            slice::Entity,
            Expr::col((slice::Entity, slice::Column::ResourceId)).equals((offer::Entity, offer::Column::ResourceId)),
        )
        .and_where(offer::Column::OffSince.is_null())
        .and_where(offer::Column::Kind.eq(&ask.offer.kind))
        .and_where(offer::Column::Class.eq(&ask.offer.class))
        .and_where(place::Column::OffSince.is_null())
        .and_where(slice::Column::Day.eq(ask.wish.day))
        .and_where(slice::Column::Closed.eq(false))
        .and_where(latest_entry().gt(to_micros(now)))
        .cond_where(Condition::any().add(left.gte(units)).add(Expr::exists(lapsed)))
        .group_by_columns([(offer::Entity, offer::Column::Id)])
        .add_group_by([Expr::col((place::Entity, place::Column::City))])
        .order_by_expr(elsewhere.into(), Order::Asc)
        .order_by_expr(Func::min(Func::abs(price)).into(), Order::Asc)
        .limit(CANDIDATES)
        .take();
    if ask.offer.kind == Kind::Trip.as_str() {
        query
            .and_where(place::Column::Origin.eq(ask.place.origin.clone()))
            .and_where(place::Column::Destination.eq(ask.place.destination.clone()));
    }
    query
}
