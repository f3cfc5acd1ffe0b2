//! A booking becomes what a change makes of it: units, price, money, number, timeline, notice, in one transaction.

use domain::{
    Fen, Instant, Kind,
    booking::{Number, Status},
    change::{Asked, ChangeStep},
    notice::Topic,
    payment::Reason,
    time::{from_micros, to_micros},
};
use entity::{
    booking::{self, Column},
    booking_alias, booking_change, booking_event, offer, place,
};
use i18n::{Script, convert::fold};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use serde_json::json;

use super::{advance::advance, identity};
use crate::{
    Cx, Error, Result, Tx,
    booking::{
        price_hash,
        timeline::{self, By},
    },
    inventory, notice, payment, voucher,
};

/// Makes a change of a locked booking good. A `fresh` one takes its units now, and is told the reader's script; one that waited for its
/// difference has them. `why` is for who did it. `false`, and nothing done, when what it held has lapsed.
///
/// # Errors
/// [`domain::Rule::Full`] when units of a fresh one are not free.
pub(crate) async fn settle(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    change: booking_change::Model,
    (fresh, why): (Option<Script>, &str),
    by: By,
    now: Instant,
) -> Result<bool> {
    let (asked, wants) = (change.asked()?, change.wants()?);
    let confirmed = booking.status_at(now)? == Status::Confirmed;
    if fresh.is_none() && !inventory::make_good(tx, (booking.id, change.id), &wants, now).await? {
        return Ok(false);
    }
    let number = renumbered(tx, booking, &change, now).await?;
    let difference = Fen(change.difference_fen);
    if confirmed {
        voucher::pay(tx, booking, now).await?;
        payment::adjust(tx, booking, difference, &change.code, now).await?;
    } else {
        // Another price is another use.
        voucher::drop_held(tx, booking, by, now).await?;
    }
    let hold_until = hold_after(booking, &change, now);
    write(tx, booking, &change, &asked, (&number, hold_until)).await?;
    let change = advance(tx, change, ChangeStep::Settle, now).await?;
    // What is not paid yet is due as a whole.
    let moved = if confirmed { difference.0 } else { 0 };
    let detail = json!({
        "code": change.code, "difference": moved, "fee": change.fee_fen, "total": change.total_fen,
        "from": booking.total_fen, "operations": change.operations()?, "number": number,
    });
    timeline::note(tx, booking.id, now, by, "changed", why, &detail).await?;
    let changed = timeline::lock(tx, booking.id).await?;
    identity::forget(tx, &changed).await?;
    if confirmed && difference < Fen::ZERO {
        let back = Fen::ZERO - difference;
        payment::give(cx, tx, &changed, back, Reason::Change, &change.code, now).await?;
    }
    let promised = payment::promised(cx, &**tx, booking.id, now).await?;
    let former = if number == booking.number { "" } else { booking.number.as_str() };
    let told = json!({ "amount": -moved, "promised": to_micros(promised), "former": former });
    notice::tell(cx, tx, &changed, Topic::Changed, &change.code, &told, now).await?;
    if let Some(script) = fresh {
        let worth = match (confirmed, hold_until.map(from_micros)) {
            (true, _) => inventory::Worth::Sold,
            (false, Some(until)) => inventory::Worth::Held(until),
            (false, None) => return Err(Error::Internal("a hold without an end".to_owned())),
        };
        // Last, so that the slices everybody wants are locked for as short as can be.
        inventory::exchange(tx, booking.id, &wants, worth, now, script).await?;
    }
    Ok(true)
}

/// The end of the hold of what is not paid: it stays, but for a start that is sooner.
fn hold_after(booking: &booking::Model, change: &booking_change::Model, now: Instant) -> Option<i64> {
    let ahead = change.starts_at > to_micros(now);
    booking.hold_until.map(|until| if ahead { Ord::min(until, change.starts_at) } else { until })
}

/// The booking's number after: a trip that is moved gets a new one, and the old one leads to it.
async fn renumbered(tx: &Tx, booking: &booking::Model, change: &booking_change::Model, now: Instant) -> Result<String> {
    let moved = booking.starts_at != change.starts_at || booking.offer_id != change.offer_id;
    if booking.kind()? != Kind::Trip || !moved {
        return Ok(booking.number.clone());
    }
    let number = Number::generate(Kind::Trip, rand::random()).as_str().to_owned();
    let alias = booking_alias::ActiveModel { number: Set(booking.number.clone()), booking_id: Set(booking.id) };
    booking_alias::Entity::insert(alias).exec_without_returning(&**tx).await?;
    let detail = json!({ "from": booking.number, "to": number });
    timeline::note(tx, booking.id, now, By::System, booking_event::RENUMBERED, "", &detail).await?;
    Ok(number)
}

async fn write(
    tx: &Tx,
    booking: &booking::Model,
    change: &booking_change::Model,
    asked: &Asked,
    (number, hold_until): (&str, Option<i64>),
) -> Result<()> {
    let wish = &asked.wish;
    let count = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let at = wish.at.map(|time| time.format("%H:%M").to_string());
    booking::Entity::update_many()
        .col_expr(Column::Number, Expr::value(number))
        .col_expr(Column::OfferId, Expr::value(change.offer_id))
        .col_expr(Column::PlaceId, Expr::value(change.place_id))
        .col_expr(Column::Heads, Expr::value(count(wish.heads)))
        .col_expr(Column::Units, Expr::value(count(wish.units)))
        .col_expr(Column::Day, Expr::value(wish.day))
        .col_expr(Column::Nights, Expr::value(count(wish.nights)))
        .col_expr(Column::At, Expr::value(at))
        .col_expr(Column::Extras, Expr::value(wish.extras.join(",")))
        .col_expr(Column::StartsAt, Expr::value(change.starts_at))
        .col_expr(Column::EndsAt, Expr::value(change.ends_at))
        .col_expr(Column::TotalFen, Expr::value(change.total_fen))
        .col_expr(Column::HoldUntil, Expr::value(hold_until))
        .col_expr(Column::Lines, Expr::value(change.lines.as_str()))
        .col_expr(Column::PriceHash, Expr::value(price_hash(&change.lines()?, Fen(change.total_fen))))
        .col_expr(Column::FeeFen, Expr::col(Column::FeeFen).add(change.fee_fen))
        .col_expr(Column::FloorFen, Expr::value(change.floor_fen))
        .col_expr(Column::SearchText, Expr::value(search_text(tx, booking, change, number).await?))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(booking.id))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// What the desk finds it by, all the numbers it ever had among it.
async fn search_text(
    tx: &Tx,
    booking: &booking::Model,
    change: &booking_change::Model,
    number: &str,
) -> Result<String> {
    let place = place::Entity::find_by_id(change.place_id).one(&**tx).await?;
    let offer = offer::Entity::find_by_id(change.offer_id).one(&**tx).await?;
    let names = place.map(|place| place.name_hans).into_iter().chain(offer.map(|offer| offer.name_hans));
    let names = names.collect::<Vec<_>>().join(" ");
    let before = booking_alias::Entity::of_booking(booking.id).all(&**tx).await?;
    let numbers = [number.to_owned()].into_iter().chain(before.into_iter().map(|alias| alias.number));
    let numbers: Vec<_> = numbers.map(|number| format!("{number} {}", number.replace('-', ""))).collect();
    Ok(fold(&format!("{} {} {} {names}", numbers.join(" "), booking.name, booking.phone)))
}
