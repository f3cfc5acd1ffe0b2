//! Everything about a booking's money, for the customer and for staff.

use domain::{
    Fen,
    booking::{Number, Status},
    desk::Permission,
    payment::Receipt,
    time::from_micros,
};
use entity::{booking, payment, refund};
use i18n::Script;
use sea_orm::{ConnectionTrait, EntityTrait as _};

use super::{code, owed, scope, view};
use crate::{
    Asker, Cx, Error, Result, Staff,
    booking::{extend::extendable, rows},
    change,
    desk::{contact, need},
    voucher,
};

/// The money of the asker's booking.
///
/// # Errors
/// [`domain::Rule::Unknown`] when there is none of that number, or it is somebody else's.
pub async fn receipt(cx: &Cx, asker: &Asker, script: Script, number: &Number) -> Result<Receipt> {
    let booking = scope::seen(&cx.db, asker, number).await?;
    whole(cx, &cx.db, script, booking).await
}

/// The same for staff, with contacts as the role may see them.
///
/// # Errors
/// [`domain::Rule::Unknown`] when there is none of that number.
pub async fn receipt_for_staff(cx: &Cx, staff: &Staff, script: Script, number: &Number) -> Result<Receipt> {
    need(staff.role, Permission::SeeMoney)?;
    let booking = scope::any(&cx.db, number.as_str()).await?;
    let mut receipt = whole(cx, &cx.db, script, booking).await?;
    receipt.booking = contact::row(staff, receipt.booking);
    Ok(receipt)
}

async fn whole(cx: &Cx, db: &impl ConnectionTrait, script: Script, booking: booking::Model) -> Result<Receipt> {
    let now = cx.now();
    // The change first: whoever sees none any more sees what it has made of the booking.
    let open = change::live_of(db, booking.id, now).await?;
    let booking = booking::Entity::find_by_id(booking.id).one(db).await?.unwrap_or(booking);
    let payments = payment::Entity::of_booking(booking.id).all(db).await?;
    let refunds = refund::Entity::of_booking(booking.id).all(db).await?;
    let row = rows(db, script, now, std::slice::from_ref(&booking)).await?.into_iter().next();
    let row = row.ok_or_else(|| Error::Internal("a booking that is not shown".to_owned()))?;
    let held = row.status == Status::Held;
    let open = match open.as_ref().filter(|_| row.status == Status::Confirmed) {
        Some(change) => Some(change::open_change(db, script, change).await?),
        None => None,
    };
    let until = booking.hold_until.map(from_micros).filter(|_| held);
    let hold_until = open.as_ref().map(|open| open.until).or(until);
    let payments_shown: Vec<_> = payments.iter().map(|payment| view::payment(payment, now)).collect::<Result<_>>()?;
    Ok(Receipt {
        code: code::picture(&payments_shown)?,
        way: booking.way()?,
        paid: Fen(booking.paid_fen),
        refunded: Fen(booking.refunded_fen),
        due: owed::due_at(db, &booking, now).await?,
        hold_until,
        hold_left: hold_until.map(|until| ((until - now).num_milliseconds() + 999) / 1000),
        extendable_until: extendable(&booking, now)?,
        online: super::online(cx),
        change: open,
        voucher: voucher::shown(db, &booking, now).await?,
        granted: if row.status == Status::Cancelled { voucher::granted(db, booking.id, now).await? } else { None },
        payments: payments_shown,
        refunds: refunds.iter().map(|refund| view::refund(refund, &payments)).collect::<Result<_>>()?,
        booking: row,
    })
}
