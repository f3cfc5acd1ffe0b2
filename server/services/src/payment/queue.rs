//! What staff have to do about money.

use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{
    booking::BookingRow,
    desk::Permission,
    payment::{CollectionRow, DueRow, PaymentQueue, PaymentStatus, RefundStatus},
    time::to_micros,
};
use entity::{booking, payment, refund, staff as colleague};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    awaited::{Awaited, awaited},
    collect, owed, view,
};
use crate::{
    Cx, Error, Result, Staff,
    booking::rows,
    desk::{contact, need},
};

/// Most rows of a list.
const MOST: u64 = 100;

/// Done refunds are shown so long.
const SHOWN: TimeDelta = TimeDelta::days(7);

/// Everything that waits, the most urgent first. Needs [`Permission::SeeMoney`].
pub async fn queue(cx: &Cx, staff: &Staff, script: Script) -> Result<PaymentQueue> {
    need(staff.role, Permission::SeeMoney)?;
    let now = cx.now();
    let awaited = awaited(&cx.db, now, MOST).await?;
    let stuck = payment::Entity::find()
        .filter(payment::Column::Status.eq(PaymentStatus::Stuck.as_str()))
        .order_by_asc(payment::Column::Id)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    let going = refund::Entity::find()
        .filter(refund::Column::Status.ne(RefundStatus::Done.as_str()))
        .order_by_asc(refund::Column::PromisedAt)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    let done = refund::Entity::find()
        .filter(refund::Column::Status.eq(RefundStatus::Done.as_str()))
        .filter(refund::Column::DoneAt.gt(to_micros(now - SHOWN)))
        .order_by_desc(refund::Column::DoneAt)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    let collected = collect::open().limit(MOST).all(&cx.db).await?;
    let refunds = going.iter().chain(&done);
    let ids = stuck.iter().map(|payment| payment.booking_id).chain(refunds.clone().map(|refund| refund.booking_id));
    let ids = ids.chain(collected.iter().map(|payment| payment.booking_id));
    let known = shown(cx, staff, script, &awaited, ids).await?;
    let of = |id: i64| known.get(&id).cloned().ok_or_else(|| Error::Internal("money of no booking".to_owned()));
    let payments = refunds.map(|refund| refund.payment_id);
    let payments = payment::Entity::find().filter(payment::Column::Id.is_in(payments)).all(&cx.db).await?;
    let refund_rows = |rows: &[refund::Model]| {
        rows.iter().map(|row| view::refund_row(row, &payments, of(row.booking_id)?, now)).collect::<Result<Vec<_>>>()
    };
    let due = awaited.iter().map(|one| {
        let (booking, way) = (of(one.booking.id)?, one.booking.way()?);
        Ok(DueRow { booking, way, of: one.of, due: one.due, until: one.until })
    });
    let due = due.collect::<Result<Vec<_>>>()?;
    let mut waiting = Vec::with_capacity(stuck.len());
    for row in &stuck {
        let wanted = booking::Entity::find_by_id(row.booking_id).one(&cx.db).await?;
        let wanted = wanted.ok_or_else(|| Error::Internal("money of no booking".to_owned()))?;
        waiting.push(view::stuck_row(
            row,
            of(row.booking_id)?,
            owed::of_payment(&cx.db, &wanted, row, now).await?.0,
            now,
        )?);
    }
    let names = names(cx, &collected).await?;
    let collection = |row: &payment::Model| {
        let by = row.staff_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        let (slip, checked) = (row.slip.clone(), row.checked_by.is_some());
        Ok(CollectionRow { payment: view::payment(row, now)?, booking: of(row.booking_id)?, by, slip, checked })
    };
    let collected = collected.iter().map(collection).collect::<Result<Vec<_>>>()?;
    Ok(PaymentQueue { due, stuck: waiting, refunds: refund_rows(&going)?, done: refund_rows(&done)?, collected })
}

/// The names of who took money.
async fn names(cx: &Cx, payments: &[payment::Model]) -> Result<HashMap<i64, String>> {
    let ids = payments.iter().filter_map(|payment| payment.staff_id);
    let found = colleague::Entity::find().filter(colleague::Column::Id.is_in(ids)).all(&cx.db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The bookings by their keys, with contacts as the role may see them.
async fn shown(
    cx: &Cx,
    staff: &Staff,
    script: Script,
    awaited: &[Awaited],
    others: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, BookingRow>> {
    let mut all = booking::Entity::find().filter(booking::Column::Id.is_in(others)).all(&cx.db).await?;
    all.extend(awaited.iter().map(|one| one.booking.clone()));
    let rows = rows(&cx.db, script, cx.now(), &all).await?;
    Ok(all.iter().map(|row| row.id).zip(rows.into_iter().map(|row| contact::row(staff, row))).collect())
}
