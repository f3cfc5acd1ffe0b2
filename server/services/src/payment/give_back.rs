//! Sends refunds to the provider and asks about those on their way.

use domain::{
    Fen,
    payment::{RefundStatus, RefundStep},
    time::to_micros,
};
use entity::{
    payment,
    refund::{self, Column, Entity},
};
use futures_util::future::join_all;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::{
    Gateway, RefundOrder, RefundReport, RefundState, Trouble,
    apply::{Sent, Verdict, first, pause},
    refund::finish,
};
use crate::{
    Cx, Error, Result,
    booking::timeline::{self, By},
};

/// Worked in one go; the rest waits for the next run.
const BATCH: u64 = 100;

/// Sent at the same time.
const AT_ONCE: usize = 25;

/// The job `refunds`; gives how many it worked.
///
/// # Errors
/// When the database fails.
pub async fn give_back(cx: &Cx) -> Result<u64> {
    let Some(gateway) = cx.outside().gateway.clone() else { return Ok(0) };
    let due = Entity::find()
        .filter(Column::NextAt.lte(to_micros(cx.now())))
        .filter(Column::Status.is_in([RefundStatus::Due.as_str(), RefundStatus::Sent.as_str()]))
        .order_by_asc(Column::NextAt)
        .limit(BATCH)
        .all(&cx.db)
        .await?;
    let mut failure = None;
    for together in due.chunks(AT_ONCE) {
        if let Err(error) = several(cx, gateway.as_ref(), together).await {
            failure = Some(error);
        }
    }
    failure.map_or(Ok(due.len() as u64), Err)
}

/// Sends several at the same time, so that one of which the provider says nothing does not hold up the others; then works the
/// answers one after the other.
async fn several(cx: &Cx, gateway: &dyn Gateway, due: &[refund::Model]) -> Result<()> {
    let mut orders = Vec::with_capacity(due.len());
    for refund in due {
        orders.push((order(cx, refund).await?, refund.status()? == RefundStatus::Sent));
    }
    let answers = orders.iter().map(|(order, was_sent)| send(gateway, order, *was_sent));
    let mut outcome = Ok(());
    for (refund, answer) in due.iter().zip(join_all(answers).await) {
        // One that cannot be worked must not keep the others from their turn.
        if let Err(error) = apply(cx, &report(refund, answer), None).await {
            tracing::error!(%error, refund.number, "a refund could not be worked");
            outcome = Err(error);
        }
    }
    outcome
}

/// What the provider says, or why it says nothing.
type Answer = std::result::Result<RefundReport, Trouble>;

async fn order(cx: &Cx, row: &refund::Model) -> Result<RefundOrder> {
    let payment = payment::Entity::find_by_id(row.payment_id).one(&cx.db).await?;
    let payment = payment.ok_or_else(|| Error::Internal("a refund of no payment".to_owned()))?;
    // The provider knows the payment that came, whole, whichever bookings have a part of it now.
    let came = payment::Entity::came_with(&payment).all(&cx.db).await?;
    let first = came.first().unwrap_or(&payment);
    Ok(RefundOrder {
        number: row.number.clone(),
        currency: payment.came_in().to_owned(),
        payment: first.number.clone(),
        amount: Fen(row.amount_fen),
        total: came.iter().map(|part| Fen(part.received_fen.unwrap_or(part.amount_fen))).sum(),
    })
}

async fn send(gateway: &dyn Gateway, order: &RefundOrder, was_sent: bool) -> Answer {
    if was_sent {
        match gateway.query_refund(&order.number).await {
            Ok(report) if report.state == RefundState::Unknown => {}
            answer => return answer,
        }
    }
    gateway.refund(order).await
}

/// An answer as a report.
fn report(refund: &refund::Model, answer: Answer) -> RefundReport {
    let state = match answer {
        Ok(report) => return report,
        // It may have been done or not: the order under the same number is repeated, and done once.
        Err(Trouble::Silent(why)) => {
            tracing::warn!(why, refund.number, "the payment provider does not answer about a refund");
            RefundState::Accepted
        }
        Err(Trouble::Refused(why)) => RefundState::Refused(why),
    };
    RefundReport { number: refund.number.clone(), state }
}

/// Works what is said of a refund; `None` when it is none of ours.
pub(super) async fn apply(cx: &Cx, report: &RefundReport, sent: Sent<'_>) -> Result<Option<Verdict>> {
    let find = || Entity::find().filter(Column::Number.eq(report.number.as_str()));
    let Some(found) = find().one(&cx.db).await? else { return Ok(None) };
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let now = cx.now();
    if !first(&tx, sent, &report.number, now).await? {
        return Ok(Some(Verdict::Repeated));
    }
    let row = find().one(&*tx).await?.ok_or_else(|| Error::Internal("a refund is gone".to_owned()))?;
    let status = row.status()?;
    match &report.state {
        RefundState::Done => finish(cx, &tx, &booking, row, "", By::System, now).await?,
        RefundState::Accepted | RefundState::Unknown => {
            if matches!(status, RefundStatus::Due | RefundStatus::Sent) {
                let (tries, amount) = (row.tries, row.amount_fen);
                let mut changed: refund::ActiveModel = row.into();
                changed.status = Set(status.after(RefundStep::Send).unwrap_or(status).as_str().to_owned());
                changed.tries = Set(tries + 1);
                changed.next_at = Set(Some(to_micros(now + pause(tries))));
                changed.update(&*tx).await?;
                if status == RefundStatus::Due {
                    let detail = json!({ "amount": amount });
                    timeline::note(&tx, booking.id, now, By::System, "refund-sent", "", &detail).await?;
                }
            }
        }
        RefundState::Refused(why) => {
            if let Some(stuck) = status.after(RefundStep::Stall) {
                tracing::error!(refund.number = row.number, why, "the payment provider refuses a refund");
                let (tries, amount) = (row.tries, row.amount_fen);
                let mut changed: refund::ActiveModel = row.into();
                changed.status = Set(stuck.as_str().to_owned());
                changed.tries = Set(tries + 1);
                changed.trouble = Set(word(why));
                changed.next_at = Set(None);
                changed.update(&*tx).await?;
                let detail = json!({ "trouble": "refund", "amount": amount });
                timeline::note(&tx, booking.id, now, By::System, "stuck", "", &detail).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(Some(Verdict::Worked))
}

/// What the provider said, as a short word that can be shown at the desk.
fn word(why: &str) -> String {
    why.chars().filter(|ch| ch.is_ascii_graphic() || *ch == ' ').take(80).collect()
}
