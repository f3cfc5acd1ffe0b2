//! The rows of a division: the new booking with what it has of the old one, the rest that the old one is, what is told of both.

use domain::{
    Instant,
    booking::{Item, Number},
    change::{Cut, Divided, Half},
    notice::Topic,
    time::to_micros,
};
use entity::{
    booking::{self, ActiveModel, Column, Entity},
    booking_change, extra, offer, place,
};
use i18n::{Script, convert::fold};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    sea_query::Expr,
};
use serde_json::json;

use super::expire::end;
use crate::{
    Cx, Error, Result, Tx,
    booking::{
        price_hash, share_access,
        timeline::{self, By},
    },
    inventory, notice, payment,
};

/// Divides a locked booking; gives the number of the new one. `key` is the new one's.
///
/// # Errors
/// [`domain::Rule::PaidByVoucher`]; [`domain::Rule::Full`].
pub(super) async fn made(
    cx: &Cx,
    tx: &Tx,
    whole: &booking::Model,
    halves: &Divided,
    cut: Cut,
    (key, by, why): (&str, By, &str),
    (script, now): (Script, Instant),
) -> Result<Number> {
    let number = Number::generate(whole.kind()?, rand::random());
    let (ends, starts) = match cut {
        Cut::Units { .. } => (whole.ends_at, whole.starts_at),
        Cut::From(day) => {
            let border = inventory::border(tx, whole.id, day).await?;
            border.ok_or_else(|| Error::Internal(format!("booking {} has no night to divide at", whole.number)))?
        }
    };
    let id = insert(tx, whole, &halves.goes, (number.as_str(), key), (starts, now)).await?;
    shrink(tx, whole, &halves.stays, ends).await?;
    share_access(tx, whole.id, id).await?;
    let amount = halves.goes.total();
    payment::carry(tx, whole, (id, number.as_str()), amount, now).await?;
    let detail = |other: &str| json!({ "other": other, "amount": amount.0, "cut": cut });
    timeline::note(tx, whole.id, now, by, "divided", why, &detail(number.as_str())).await?;
    timeline::note(tx, id, now, by, "divided-from", why, &detail(&whole.number)).await?;
    let (rest, part) = (timeline::lock(tx, whole.id).await?, timeline::lock(tx, id).await?);
    let told = json!({ "other": number.as_str(), "rest": true });
    notice::tell(cx, tx, &rest, Topic::Divided, &format!("{number}/rest"), &told, now).await?;
    let told = json!({ "other": whole.number });
    notice::tell(cx, tx, &part, Topic::Divided, number.as_str(), &told, now).await?;
    tracing::info!(booking.number = whole.number, part = number.as_str(), "a booking was divided");
    // Last, so that the slices everybody wants are locked for as short as can be: first those of a change that nobody paid, which are
    // all of them.
    if let Some(lapsed) = booking_change::Entity::open_of(whole.id).one(&**tx).await? {
        end(cx, tx, whole, lapsed, now).await?;
    }
    inventory::divide(tx, (whole.id, id), cut, now, script).await?;
    Ok(number)
}

/// The new booking: whatever is not said here, it has of the old one, terms and contact among it.
async fn insert(
    tx: &Tx,
    whole: &booking::Model,
    half: &Half,
    (number, key): (&str, &str),
    (starts, now): (i64, Instant),
) -> Result<i64> {
    // Who stays on arrives no second time.
    let arrival = whole.arrival.clone().filter(|_| starts == whole.starts_at);
    let row = ActiveModel {
        id: NotSet,
        number: Set(number.to_owned()),
        arrival: Set(arrival),
        heads: Set(count(half.heads)?),
        units: Set(count(half.units)?),
        day: Set(half.day),
        nights: Set(count(half.nights)?),
        extras: Set(extras(tx, whole, half).await?),
        starts_at: Set(starts),
        total_fen: Set(half.total().0),
        lines: Set(serde_json::to_string(&half.lines)?),
        price_hash: Set(Some(price_hash(&half.lines, half.total()))),
        floor_fen: Set(half.floor.0),
        fee_fen: Set(0),
        paid_fen: Set(0),
        refunded_fen: Set(0),
        hold_until: Set(None),
        placed_at: Set(to_micros(now)),
        version: Set(1),
        place_key: Set(key.to_owned()),
        extensions: Set(0),
        divided_from: Set(Some(whole.id)),
        search_text: Set(search_text(tx, whole, number).await?),
        ..whole.clone().into_active_model().reset_all()
    };
    Ok(row.insert(&**tx).await?.id)
}

/// The old booking becomes the rest.
async fn shrink(tx: &Tx, whole: &booking::Model, half: &Half, ends: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Heads, Expr::value(count(half.heads)?))
        .col_expr(Column::Units, Expr::value(count(half.units)?))
        .col_expr(Column::Nights, Expr::value(count(half.nights)?))
        .col_expr(Column::EndsAt, Expr::value(ends))
        .col_expr(Column::TotalFen, Expr::value(half.total().0))
        .col_expr(Column::Lines, Expr::value(serde_json::to_string(&half.lines)?))
        .col_expr(Column::PriceHash, Expr::value(price_hash(&half.lines, half.total())))
        .col_expr(Column::FloorFen, Expr::value(half.floor.0))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(whole.id))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Codes of the extras that the part has: those among its lines.
async fn extras(tx: &Tx, whole: &booking::Model, half: &Half) -> Result<String> {
    let sold = extra::Entity::of_offer(whole.offer_id).all(&**tx).await?;
    let goes = |code: &String| {
        let named = sold.iter().find(|extra| extra.code == *code).map(extra::Model::name);
        half.lines.iter().any(|line| matches!(&line.item, Item::Extra(name) if Some(name) == named.as_ref()))
    };
    Ok(whole.wish().extras.into_iter().filter(goes).collect::<Vec<_>>().join(","))
}

/// What the desk finds it by.
async fn search_text(tx: &Tx, whole: &booking::Model, number: &str) -> Result<String> {
    let place = place::Entity::find_by_id(whole.place_id).one(&**tx).await?;
    let offer = offer::Entity::find_by_id(whole.offer_id).one(&**tx).await?;
    let names = place.map(|place| place.name_hans).into_iter().chain(offer.map(|offer| offer.name_hans));
    let names = names.collect::<Vec<_>>().join(" ");
    Ok(fold(&format!("{number} {} {} {} {names}", number.replace('-', ""), whole.name, whole.phone)))
}

fn count(count: u32) -> Result<i32> {
    i32::try_from(count).map_err(|_| Error::Internal("a count is beyond what the database keeps".to_owned()))
}
