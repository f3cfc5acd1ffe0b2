//! Asks the provider what has become of attempts: a notification may be lost, a customer may have closed his browser. Those that
//! ended unpaid are asked about a few times more, for money that comes after all.

use std::collections::HashSet;

use chrono::TimeDelta;
use domain::{
    Fen, Instant,
    booking::Status,
    payment::{PaymentStatus, Way},
    time::to_micros,
};
use entity::{
    booking,
    payment::{self, Column, Entity},
};
use futures_util::future::join_all;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

use super::{Gateway, OrderReport, OrderState, Trouble, apply, owed};
use crate::{Cx, Result, Tx, change};

/// Asked about in one go; the rest waits for the next run.
const BATCH: u64 = 100;

/// Asked about at the same time.
const AT_ONCE: usize = 25;

/// An order is closed at the provider so long after its end: news of a payment in the last second has time to arrive.
const GRACE: TimeDelta = TimeDelta::seconds(20);

/// The job `payments`; gives how many it asked about.
///
/// # Errors
/// When the database fails.
pub async fn ask(cx: &Cx) -> Result<u64> {
    let Some(gateway) = cx.outside().gateway.clone() else { return Ok(0) };
    let due = Entity::find()
        .filter(Column::NextAt.lte(to_micros(cx.now())))
        .filter(Column::Way.eq(Way::Online.as_str()))
        .order_by_asc(Column::NextAt)
        .limit(BATCH)
        .all(&cx.db)
        .await?;
    let mut failure = None;
    let mut rest = due.as_slice();
    while !rest.is_empty() {
        let (now, later) = rest.split_at(at_once(rest));
        rest = later;
        if let Err(error) = together(cx, gateway.as_ref(), now).await {
            failure = Some(error);
        }
    }
    failure.map_or(Ok(due.len() as u64), Err)
}

/// How many of these can be asked about at the same time: what becomes of one attempt decides what is asked about the next one of
/// the same booking.
fn at_once(due: &[payment::Model]) -> usize {
    let mut bookings = HashSet::new();
    due.iter().take(AT_ONCE).take_while(|payment| bookings.insert(payment.booking_id)).count()
}

/// Asks about several at the same time, so that an order of which the provider says nothing does not hold up the others; then
/// works the answers one after the other.
async fn together(cx: &Cx, gateway: &dyn Gateway, due: &[payment::Model]) -> Result<()> {
    let mut over = Vec::with_capacity(due.len());
    for payment in due {
        over.push(is_over(cx, payment).await?);
    }
    let answers = due.iter().zip(over).map(|(payment, over)| question(gateway, &payment.number, over));
    let mut outcome = Ok(());
    for (payment, answer) in due.iter().zip(join_all(answers).await) {
        // One that cannot be worked must not keep the others from their turn.
        if let Err(error) = work(cx, &payment.number, answer).await {
            tracing::error!(%error, payment.number, "a payment could not be asked about");
            outcome = Err(error);
        }
    }
    outcome
}

/// Asks about one attempt and works the answer.
pub(super) async fn about(cx: &Cx, gateway: &dyn Gateway, payment: &payment::Model) -> Result<()> {
    let answer = question(gateway, &payment.number, is_over(cx, payment).await?).await;
    work(cx, &payment.number, answer).await
}

/// Whether an attempt is to be closed at the provider rather than asked about.
async fn is_over(cx: &Cx, payment: &payment::Model) -> Result<bool> {
    let is_open = payment.status == PaymentStatus::Open.as_str();
    Ok(is_open && (to_micros(cx.now() - GRACE) >= payment.expires_at || is_vain(cx, payment).await?))
}

/// What the provider says of an order, or why it says nothing.
type Answer = std::result::Result<OrderReport, Trouble>;

async fn question(gateway: &dyn Gateway, number: &str, over: bool) -> Answer {
    if over { closed(gateway, number).await } else { gateway.query(number).await }
}

/// Closes an order. One that the provider never heard of is as good as closed: should it hear of it yet, and be paid, that is found out
/// like any money that comes for an attempt that has ended.
async fn closed(gateway: &dyn Gateway, number: &str) -> Answer {
    let report = gateway.close(number).await?;
    let state = if report.state == OrderState::Unknown { OrderState::Closed } else { report.state };
    Ok(OrderReport { state, ..report })
}

async fn work(cx: &Cx, number: &str, answer: Answer) -> Result<()> {
    match answer {
        Ok(report) => apply::order(cx, &report, None).await.map(|_| ()),
        Err(trouble) => {
            tracing::warn!(%trouble, payment.number = number, "the payment provider does not say what became of a payment");
            apply::silent(cx, number).await
        }
    }
}

/// Whether there is nothing to be paid any more: somebody had two attempts, or paid at the counter.
async fn is_vain(cx: &Cx, payment: &payment::Model) -> Result<bool> {
    let booking = booking::Entity::find_by_id(payment.booking_id).one(&cx.db).await?;
    let Some(booking) = booking else { return Ok(false) };
    if let Some(change) = payment.change_id {
        return Ok(change::live(&cx.db, change, cx.now()).await?.is_none());
    }
    Ok(match booking.status_at(cx.now())? {
        Status::Confirmed => true,
        Status::Cancelled => owed::due_at(&cx.db, &booking, cx.now()).await? <= Fen::ZERO,
        Status::Held | Status::Expired => false,
    })
}

/// A booking is paid: an attempt that is still open is closed in the job's next run, before anybody pays it too. However often the
/// provider was silent about it before, it is asked as often as about a new one.
pub(super) async fn soon(tx: &Tx, booking_id: i64, now: Instant) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::NextAt, Expr::value(Some(to_micros(now))))
        .col_expr(Column::Asked, Expr::value(0))
        .filter(Column::BookingId.eq(booking_id))
        .filter(Column::Status.eq(PaymentStatus::Open.as_str()))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Whether a locked booking has an open attempt at the provider's.
pub(super) async fn has_open(tx: &Tx, booking_id: i64) -> Result<bool> {
    let open =
        Entity::of_booking(booking_id).filter(Column::Status.eq(PaymentStatus::Open.as_str())).one(&**tx).await?;
    Ok(open.is_some())
}

/// Closes the open attempt of a booking at the provider, so that it cannot be paid any more; what the provider says of it is
/// worked, were it that it has just been paid.
pub(crate) async fn close(cx: &Cx, booking_id: i64) -> Result<()> {
    let open =
        Entity::of_booking(booking_id).filter(Column::Status.eq(PaymentStatus::Open.as_str())).one(&cx.db).await?;
    let (Some(open), Some(gateway)) = (open, cx.outside().gateway.clone()) else { return Ok(()) };
    match closed(gateway.as_ref(), &open.number).await {
        Ok(report) => apply::order(cx, &report, None).await.map(|_| ()),
        Err(trouble) => {
            tracing::warn!(%trouble, payment.number = open.number, "the payment provider does not close an order");
            Err(domain::Rule::ProviderSilent.into())
        }
    }
}
