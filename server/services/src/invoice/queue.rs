//! What finance has to do about invoices.

use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{
    Fen,
    booking::BookingRow,
    desk::Permission,
    invoice::{InvoiceQueue, InvoiceRow, InvoiceStatus},
    time::to_micros,
};
use entity::{
    booking,
    invoice::{Column, Entity, Model},
};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

use super::view::{net, view};
use crate::{
    Cx, Error, Result, Staff,
    booking::rows,
    desk::{contact, need},
};

/// Most rows of a list.
const MOST: u64 = 100;

/// Issued ones are shown so long.
const SHOWN: TimeDelta = TimeDelta::days(30);

/// An invoice over another amount than what can be billed; see `view::net`.
const DIFFERS: &str = "invoice.amount_fen <> booking.paid_fen - booking.refunded_fen \
    - COALESCE((SELECT SUM(refund.amount_fen) FROM refund JOIN payment ON payment.id = refund.payment_id \
    WHERE refund.booking_id = booking.id AND refund.status <> 'done' \
    AND COALESCE(payment.received_currency, 'CNY') = 'CNY'), 0) \
    - COALESCE((SELECT SUM(payment.received_fen) FROM payment WHERE payment.booking_id = booking.id \
    AND payment.status = 'stuck' AND payment.trouble = 'amount'), 0) \
    - COALESCE((SELECT SUM(voucher_use.amount_fen - voucher_use.returned_fen) FROM voucher_use \
    WHERE voucher_use.booking_id = booking.id AND voucher_use.status = 'used'), 0)";

/// Everything about invoices, the most urgent first. Needs [`Permission::IssueInvoices`].
pub async fn queue(cx: &Cx, staff: &Staff, script: Script) -> Result<InvoiceQueue> {
    need(staff.role, Permission::IssueInvoices)?;
    let of = |status: InvoiceStatus| Entity::find().filter(Column::Status.eq(status.as_str()));
    let asked = of(InvoiceStatus::Asked).order_by_asc(Column::AskedAt).limit(MOST).all(&cx.db).await?;
    let issued = of(InvoiceStatus::Issued)
        .filter(Column::DoneAt.gt(to_micros(cx.now() - SHOWN)))
        .order_by_desc(Column::DoneAt)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    // Whenever it was issued: what has gone back since must be taken off it.
    let differs = Expr::cust(DIFFERS);
    let wrong = of(InvoiceStatus::Issued)
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(booking::Entity).from(Column::BookingId).to(booking::Column::Id).into(),
        )
        .filter(differs)
        .order_by_asc(Column::DoneAt)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    let all = asked.iter().chain(&issued).chain(&wrong).map(|invoice| invoice.booking_id);
    let bookings = booking::Entity::find().filter(booking::Column::Id.is_in(all)).all(&cx.db).await?;
    let shown = rows(&cx.db, script, cx.now(), &bookings).await?;
    let shown = shown.into_iter().map(|row| contact::row(staff, row));
    let mut known: HashMap<i64, (Fen, BookingRow)> = HashMap::new();
    for (booking, row) in bookings.iter().zip(shown) {
        known.insert(booking.id, (net(&cx.db, booking).await?, row));
    }
    let row = |invoice: &Model| {
        let found = known.get(&invoice.booking_id);
        let (net, row) = found.ok_or_else(|| Error::Internal("an invoice of no booking".to_owned()))?;
        let email = invoice.email.clone();
        Ok(InvoiceRow { invoice: view(invoice, *net)?, email, booking: row.clone(), net: *net })
    };
    let list = |invoices: &[Model]| invoices.iter().map(row).collect::<Result<Vec<_>>>();
    Ok(InvoiceQueue { asked: list(&asked)?, wrong: list(&wrong)?, issued: list(&issued)? })
}
