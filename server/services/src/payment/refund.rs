//! Money that goes back: owed once for each cause, done once under its own number.

use domain::{
    Fen, Instant,
    notice::Topic,
    payment::{Fact, Reason, RefundStatus, RefundStep, Way},
    time::to_micros,
};
use entity::{booking, payment, refund};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{ledger, promise};
use crate::{
    Cx, Error, Result, Tx,
    booking::timeline::{self, By},
    notice, secret, voucher,
};

/// When the provider is told of a refund that is due. What came over the counter goes back over it: staff pay it out.
pub(super) fn sent_at(way: Way, now: Instant) -> Option<i64> {
    (way == Way::Online).then(|| to_micros(now))
}

/// Owes a part of a payment of a locked booking, and says so to the customer.
pub(super) async fn owe(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    payment: &payment::Model,
    amount: Fen,
    reason: Reason,
    now: Instant,
) -> Result<()> {
    let cause = format!("{reason}:{}", payment.number);
    let (number, detail) =
        note_owed(cx, tx, booking, payment, (amount, reason), (cause, RefundStatus::Due), now).await?;
    notice::tell(cx, tx, booking, Topic::Returned, &number, &detail, now).await
}

/// Owes a part of a payment of a locked booking, to be checked first or due at once; gives the refund's number and what there is to
/// tell.
pub(super) async fn note_owed(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    payment: &payment::Model,
    (amount, reason): (Fen, Reason),
    (cause, status): (String, RefundStatus),
    now: Instant,
) -> Result<(String, serde_json::Value)> {
    let way = payment.way()?;
    let given: i64 = refund::Entity::of_booking(booking.id)
        .all(&**tx)
        .await?
        .iter()
        .filter(|refund| refund.payment_id == payment.id)
        .map(|refund| refund.amount_fen)
        .sum();
    if given + amount.0 > payment.received_fen.unwrap_or_default() {
        return Err(Error::Internal("more would go back of a payment than came".to_owned()));
    }
    let number = format!("YR{}", secret::random::<8>()?.to_ascii_uppercase());
    let looked_at = status == RefundStatus::Asked;
    let promised = promise::promised_of(cx, &**tx, payment, looked_at, now).await?;
    let row = refund::ActiveModel {
        number: Set(number.clone()),
        payment_id: Set(payment.id),
        booking_id: Set(booking.id),
        amount_fen: Set(amount.0),
        reason: Set(reason.as_str().to_owned()),
        status: Set(status.as_str().to_owned()),
        cause: Set(cause),
        since: Set(to_micros(now)),
        promised_at: Set(to_micros(promised)),
        next_at: Set(if status == RefundStatus::Due { sent_at(way, now) } else { None }),
        ..Default::default()
    };
    refund::Entity::insert(row).exec_without_returning(&**tx).await?;
    let detail = json!({
        "amount": amount.0, "currency": payment.came_in(), "reason": reason.as_str(),
        "promised": to_micros(promised), "way": way.as_str(),
    });
    timeline::note(tx, booking.id, now, By::System, "refund-due", "", &detail).await?;
    Ok((number, detail))
}

/// What a voucher paid goes back to it, at once.
pub(super) async fn to_voucher(
    tx: &Tx,
    booking: &booking::Model,
    payment_id: i64,
    (number, amount): (&str, Fen),
    now: Instant,
) -> Result<()> {
    let row = refund::Entity::find().filter(refund::Column::Number.eq(number)).one(&**tx).await?;
    let row = row.ok_or_else(|| Error::Internal("a refund is gone".to_owned()))?;
    let done = row.status()?.after(RefundStep::Finish);
    let done = done.ok_or_else(|| Error::Internal("a refund to a voucher that waits".to_owned()))?;
    let mut changed: refund::ActiveModel = row.into();
    changed.status = Set(done.as_str().to_owned());
    changed.done_at = Set(Some(to_micros(now)));
    changed.update(&**tx).await?;
    voucher::give_back(tx, payment_id, amount, now).await?;
    ledger::post(tx, booking.id, Fact::Refunded(Way::Voucher, amount), number, now).await?;
    let detail = json!({ "amount": amount.0, "way": Way::Voucher.as_str() });
    timeline::note(tx, booking.id, now, By::System, "refunded", "", &detail).await
}

/// The customer has the money: the books, the timeline and the notice say so, once.
pub(super) async fn finish(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    row: refund::Model,
    slip: &str,
    by: By,
    now: Instant,
) -> Result<()> {
    let Some(done) = row.status()?.after(RefundStep::Finish) else { return Ok(()) };
    let payment = payment::Entity::find_by_id(row.payment_id).one(&**tx).await?;
    let payment = payment.ok_or_else(|| Error::Internal("a refund of no payment".to_owned()))?;
    let way = payment.way()?;
    let (number, amount) = (row.number.clone(), Fen(row.amount_fen));
    let mut changed: refund::ActiveModel = row.into();
    changed.status = Set(done.as_str().to_owned());
    changed.done_at = Set(Some(to_micros(now)));
    changed.next_at = Set(None);
    changed.trouble = Set(String::new());
    changed.slip = Set(slip.to_owned());
    if let By::Staff(id) = by {
        changed.staff_id = Set(Some(id));
    }
    changed.update(&**tx).await?;
    if !payment.is_foreign() {
        ledger::post(tx, booking.id, Fact::Refunded(way, amount), &number, now).await?;
    }
    let detail = json!({ "amount": amount.0, "currency": payment.came_in(), "way": way.as_str() });
    timeline::note(tx, booking.id, now, by, "refunded", "", &detail).await?;
    notice::tell(cx, tx, booking, Topic::Refunded, &number, &detail, now).await
}
