//! The customer chooses another way to pay.

use domain::{
    Instant, Rule,
    booking::{Number, Status},
    payment::Way,
    time::{from_micros, to_micros},
};
use entity::booking::{self, Column};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;

use super::{ask, owed, scope};
use crate::{
    Asker, Cx, Error, Result, Tx,
    booking::timeline::{self, By},
    inventory, voucher,
};

/// Sets the way of an unpaid booking. Its hold grows to what that way would have given from the start, and never shrinks. An
/// open attempt on the provider's page is closed first.
///
/// # Errors
/// [`Rule::NothingDue`] when it is paid or over; [`Rule::ProviderSilent`] when the open attempt cannot be closed now.
pub async fn choose(cx: &Cx, asker: &Asker, number: &Number, way: Way) -> Result<()> {
    let seen = scope::seen(&cx.db, asker, number).await?;
    if way.is_offline() {
        ask::close(cx, seen.id).await?;
    } else if cx.outside().gateway.is_none() {
        return Err(Rule::ProviderSilent.into());
    }
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, seen.id).await?;
    let now = cx.now();
    voucher::lock_standing(&tx, &booking, now).await?;
    let due = match booking.status_at(now)? {
        Status::Held => owed::outstanding(&tx, &booking, now).await?,
        // What a change holds ends when it was said to, whatever the way.
        Status::Confirmed => owed::due_at(&*tx, &booking, now).await?,
        Status::Expired | Status::Cancelled => domain::Fen::ZERO,
    };
    if due <= domain::Fen::ZERO {
        return Err(Rule::NothingDue.into());
    }
    if way.is_offline() && ask::has_open(&tx, booking.id).await? {
        return Err(Rule::Changed.into());
    }
    if booking.way()? == way {
        return Ok(());
    }
    booking::Entity::update_many()
        .col_expr(Column::Way, Expr::value(way.as_str()))
        .filter(Column::Id.eq(booking.id))
        .exec(&*tx)
        .await?;
    if booking.status_at(now)? == Status::Held {
        prolong(&tx, &booking, way, now).await?;
    }
    let by = By::of(asker);
    timeline::note(&tx, booking.id, now, by, "way-chosen", "", &json!({ "way": way.as_str() })).await?;
    tx.commit().await
}

/// The hold grows to what the way would have given from the start.
async fn prolong(tx: &Tx, booking: &booking::Model, way: Way, now: Instant) -> Result<()> {
    let until =
        booking.hold_until.map(from_micros).ok_or_else(|| Error::Internal("a hold without an end".to_owned()))?;
    let granted = booking.terms()?.hold(way, from_micros(booking.placed_at), from_micros(booking.starts_at));
    if granted <= until {
        return Ok(());
    }
    booking::Entity::update_many()
        .col_expr(Column::HoldUntil, Expr::value(Some(to_micros(granted))))
        .filter(Column::Id.eq(booking.id))
        .exec(&**tx)
        .await?;
    inventory::prolong(tx, booking.id, granted, now).await
}
