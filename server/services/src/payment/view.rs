//! Rows as they are shown.

use domain::{
    Fen, Instant,
    payment::{Payment, PaymentStatus, Refund, RefundRow, RefundStatus, StuckRow},
    time::from_micros,
};
use entity::{payment, refund};

use crate::{Error, Result};

/// A payment; its page only while it can be paid there.
pub(super) fn payment(row: &payment::Model, now: Instant) -> Result<Payment> {
    let status = row.status()?;
    let open = status == PaymentStatus::Open && from_micros(row.expires_at) > now;
    Ok(Payment {
        number: row.number.clone(),
        way: row.way()?,
        status,
        amount: Fen(row.amount_fen),
        received: row.received_fen.map(Fen),
        currency: row.came_in().to_owned(),
        begun: from_micros(row.begun_at),
        settled: row.settled_at.map(from_micros),
        page: row.page().filter(|_| open),
    })
}

/// A refund, with the payment it gives back from.
pub(super) fn refund(row: &refund::Model, payments: &[payment::Model]) -> Result<Refund> {
    let of = payments.iter().find(|payment| payment.id == row.payment_id);
    let of = of.ok_or_else(|| Error::Internal("a refund of no payment".to_owned()))?;
    Ok(Refund {
        number: row.number.clone(),
        way: of.way()?,
        amount: Fen(row.amount_fen),
        currency: of.came_in().to_owned(),
        reason: row.reason()?,
        status: row.status()?,
        since: from_micros(row.since),
        done: row.done_at.map(from_micros),
        promised: from_micros(row.promised_at),
        tries: u32::try_from(row.tries).unwrap_or_default(),
        reviewed: row.checked_by.is_some() || row.status == RefundStatus::Asked.as_str(),
        rounds: u32::try_from(row.rounds).unwrap_or_default(),
    })
}

/// A refund as the desk sees it.
pub(super) fn refund_row(
    row: &refund::Model,
    payments: &[payment::Model],
    booking: domain::booking::BookingRow,
    now: Instant,
) -> Result<RefundRow> {
    let refund = refund(row, payments)?;
    Ok(RefundRow {
        overdue: refund.done.is_none() && refund.promised < now,
        refund,
        booking,
        trouble: row.trouble.clone(),
        question: row.question.clone(),
    })
}

/// A stuck payment as the desk sees it.
pub(super) fn stuck_row(
    row: &payment::Model,
    booking: domain::booking::BookingRow,
    due: Fen,
    now: Instant,
) -> Result<StuckRow> {
    let (payment, doubt) = (payment(row, now)?, row.doubt()?);
    let decisions = doubt.decisions(due, payment.received.unwrap_or_default()).to_vec();
    Ok(StuckRow { since: payment.begun, payment, booking, doubt, decisions })
}
