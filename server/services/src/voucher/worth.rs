//! What vouchers are still good for.

use domain::{
    Fen, Instant,
    booking::Status,
    time::{from_micros, to_micros},
    voucher::{AppliedVoucher, Spent, UseStatus, Voucher, left},
};
use entity::{booking, voucher, voucher_use};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType};

use super::lapse;
use crate::{Error, Result, Tx, change};

/// Locks a voucher until the end of the transaction and reads it.
pub(super) async fn lock(tx: &Tx, id: i64) -> Result<voucher::Model> {
    let row = voucher::Entity::find().filter(voucher::Column::Id.eq(id)).lock(LockType::Update).one(&**tx).await?;
    row.ok_or_else(|| Error::Internal(format!("there is no voucher {id}")))
}

/// What is left of a voucher; what is laid aside for one booking does not count where that is `except`.
pub(super) async fn left_of(
    db: &impl ConnectionTrait,
    row: &voucher::Model,
    except: Option<i64>,
    now: Instant,
) -> Result<Fen> {
    let mut spent = Vec::new();
    for one in voucher_use::Entity::of_voucher(row.id).all(db).await? {
        let counts = match one.status()? {
            UseStatus::Used => true,
            UseStatus::Held => Some(one.booking_id) != except && counts(db, one.booking_id, now).await?,
            UseStatus::Removed | UseStatus::Lapsed => false,
        };
        if counts {
            let (taken, amount) = (Fen(one.taken_fen), Fen(one.amount_fen));
            spent.push(Spent { taken, amount, returned: Fen(one.returned_fen) });
        }
    }
    Ok(left(row.worth(), &spent))
}

async fn counts(db: &impl ConnectionTrait, booking_id: i64, now: Instant) -> Result<bool> {
    match booking::Entity::find_by_id(booking_id).one(db).await? {
        Some(booking) => waits(db, &booking, now).await,
        None => Ok(false),
    }
}

/// Whether something waits for a booking's money, so that a voucher can be laid aside for it: its hold, or a change's.
pub(super) async fn waits(db: &impl ConnectionTrait, booking: &booking::Model, now: Instant) -> Result<bool> {
    Ok(match booking.status_at(now)? {
        Status::Held => true,
        Status::Confirmed => change::live_of(db, booking.id, now).await?.is_some(),
        Status::Expired | Status::Cancelled => false,
    })
}

/// What stands of a voucher for a booking that is not paid: laid aside, or laid aside before its hold ran out.
async fn standing(db: &impl ConnectionTrait, booking_id: i64) -> Result<Option<voucher_use::Model>> {
    let held = voucher_use::Entity::of_booking(booking_id, UseStatus::Held).one(db).await?;
    match held {
        Some(held) => Ok(Some(held)),
        None => Ok(voucher_use::Entity::of_booking(booking_id, UseStatus::Lapsed).one(db).await?),
    }
}

/// Locks the voucher that stands for a locked booking, if one does: whoever reckons with it from now on is right until the end of his
/// transaction. What somebody else took a moment before is let go of. To be done before slices are locked.
pub(crate) async fn lock_standing(tx: &Tx, booking: &booking::Model, now: Instant) -> Result<()> {
    let Some(one) = standing(&**tx, booking.id).await? else { return Ok(()) };
    lock(tx, one.voucher_id).await?;
    if use_of(&**tx, booking, now).await?.is_none() {
        lapse(tx, booking.id).await?;
    }
    Ok(())
}

/// The use that counts for a booking that is not paid, or for a change of one: while the hold is good and, of a booking, after it, as
/// long as nobody else has taken what it would take.
pub(super) async fn use_of(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    now: Instant,
) -> Result<Option<voucher_use::Model>> {
    let waits = waits(db, booking, now).await?;
    if !waits && booking.status_at(now)? != Status::Expired {
        return Ok(None);
    }
    let Some(one) = standing(db, booking.id).await? else { return Ok(None) };
    // What lapsed before the hold was made anew was let go of.
    if waits && one.status()? != UseStatus::Held {
        return Ok(None);
    }
    let row = voucher::Entity::find_by_id(one.voucher_id).one(db).await?;
    let row = row.ok_or_else(|| Error::Internal("a use of no voucher".to_owned()))?;
    let in_time = waits || row.expires_at > to_micros(now);
    let there = left_of(db, &row, Some(booking.id), now).await? >= Fen(one.taken_fen);
    Ok((in_time && there).then_some(one))
}

/// What a voucher takes off the price of a booking that is not yet paid, or off the difference of a change.
pub(crate) async fn aside(db: &impl ConnectionTrait, booking: &booking::Model, now: Instant) -> Result<Fen> {
    Ok(use_of(db, booking, now).await?.map_or(Fen::ZERO, |one| Fen(one.amount_fen)))
}

/// The voucher that is laid aside for a held booking or a change, as it is shown.
pub(crate) async fn shown(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    now: Instant,
) -> Result<Option<AppliedVoucher>> {
    if !waits(db, booking, now).await? {
        return Ok(None);
    }
    let Some(one) = use_of(db, booking, now).await? else { return Ok(None) };
    let row = voucher::Entity::find_by_id(one.voucher_id).one(db).await?;
    let row = row.ok_or_else(|| Error::Internal("a use of no voucher".to_owned()))?;
    Ok(Some(AppliedVoucher { number: grouped(&row.number), amount: Fen(one.amount_fen) }))
}

/// A voucher as it is shown.
pub(super) async fn view(db: &impl ConnectionTrait, row: &voucher::Model, now: Instant) -> Result<Voucher> {
    Ok(Voucher {
        number: grouped(&row.number),
        kind: row.kind()?,
        worth: row.worth(),
        left: left_of(db, row, None, now).await?,
        expires: from_micros(row.expires_at),
        is_over: row.expires_at <= to_micros(now),
    })
}

/// A number in groups of four after its letters: `YQ-1A2B-3C4D-5E6F`.
pub(super) fn grouped(number: &str) -> String {
    let (letters, digits) = number.split_at_checked(2).unwrap_or((number, ""));
    let groups = digits.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned());
    std::iter::once(letters.to_owned()).chain(groups).collect::<Vec<_>>().join("-")
}
