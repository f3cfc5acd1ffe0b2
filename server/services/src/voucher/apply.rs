//! A customer lays a voucher aside for a booking that he has not paid yet, or for the difference of a change.

use domain::{
    Fault, Fen, Instant, Rule,
    booking::Number,
    time::{from_micros, to_micros},
    voucher::{UseStatus, VoucherKind, last_day, read_number},
};
use entity::{booking, voucher, voucher_use};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};
use serde_json::json;

use super::worth::{left_of, lock, use_of, waits};
use crate::{
    Asker, Cx, Error, Result, Tx,
    booking::timeline::{self, By},
    error::is_duplicate,
    payment, throttle,
};

/// Attempts of one address at numbers.
const PER_ADDRESS: (u32, chrono::TimeDelta) = (20, chrono::TimeDelta::minutes(15));

/// Lays aside as much of a voucher as is due for the asker's held booking, or for its open change. What needs no more is confirmed or
/// made good at once. An open attempt to pay the old amount is closed first. The same voucher again changes nothing.
///
/// # Errors
/// [`Rule::Unknown`] for a booking that is not his; [`Rule::NothingDue`]; [`Rule::Invalid`] at `voucher`: `no-voucher` for a number that
/// is none, or somebody else's (nobody learns which), `voucher-over` when it has expired, `voucher-spent` when nothing is left of it,
/// `voucher-aside` when another one is laid aside already; [`Rule::TooMany`]; [`Rule::ProviderSilent`].
pub async fn apply(cx: &Cx, asker: &Asker, address: &str, number: &Number, typed: &str) -> Result<()> {
    let wanted = read_number(typed).map_err(Rule::Invalid)?;
    let seen = payment::seen(&cx.db, asker, number).await?;
    throttle::hit(cx, "voucher-address", address, PER_ADDRESS.0, PER_ADDRESS.1).await?;
    // Looked at before anything is locked: what is refused, or done already, leaves an attempt to pay as it is.
    let found = voucher::Entity::by_number(&wanted).one(&cx.db).await?;
    let found = found.filter(|row| row.is_for(seen.member_id, &seen.phone)).ok_or_else(|| fault("no-voucher"))?;
    if usable(&cx.db, &seen, &found, cx.now()).await?.is_none() {
        return Ok(());
    }
    let (tx, booking) = payment::begin(cx, seen.id).await?;
    laid_aside(cx, &tx, asker, &booking, found.id).await?;
    tx.commit().await
}

/// What is left of a voucher that a booking may use; `None` when it uses it already.
async fn usable(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    row: &voucher::Model,
    now: Instant,
) -> Result<Option<Fen>> {
    if !waits(db, booking, now).await? {
        return Err(Rule::NothingDue.into());
    }
    if let Some(known) = use_of(db, booking, now).await? {
        return if known.voucher_id == row.id { Ok(None) } else { Err(fault("voucher-aside").into()) };
    }
    if row.expires_at <= to_micros(now) {
        let day = last_day(from_micros(row.expires_at));
        return Err(Rule::Invalid(vec![Fault::dated("voucher", "voucher-over", day)]).into());
    }
    let left = left_of(db, row, None, now).await?;
    if left <= Fen::ZERO {
        return Err(fault("voucher-spent").into());
    }
    Ok(Some(left))
}

async fn laid_aside(cx: &Cx, tx: &Tx, asker: &Asker, booking: &booking::Model, voucher_id: i64) -> Result<()> {
    let now = cx.now();
    let row = lock(tx, voucher_id).await?;
    let Some(left) = usable(&**tx, booking, &row, now).await? else { return Ok(()) };
    let due = payment::due_at(&**tx, booking, now).await?;
    if due <= Fen::ZERO {
        return Err(Rule::NothingDue.into());
    }
    let amount = left.min(due);
    let one = voucher_use::ActiveModel {
        voucher_id: Set(row.id),
        booking_id: Set(booking.id),
        amount_fen: Set(amount.0),
        taken_fen: Set(if row.kind()? == VoucherKind::Single { left.0 } else { amount.0 }),
        status: Set(UseStatus::Held.as_str().to_owned()),
        at: Set(to_micros(now)),
        ..Default::default()
    };
    match one.insert(&**tx).await {
        Ok(_) => {}
        Err(err) if is_duplicate(&err) => return Err(Rule::Changed.into()),
        Err(err) => return Err(err.into()),
    }
    let by = By::of(asker);
    timeline::note(tx, booking.id, now, by, "voucher-applied", "", &json!({ "amount": amount.0 })).await?;
    if amount == due { payment::paid_by_voucher(cx, tx, booking, by, now).await } else { Ok::<(), Error>(()) }
}

fn fault(code: &str) -> Rule {
    Rule::Invalid(vec![Fault::new("voucher", code)])
}
