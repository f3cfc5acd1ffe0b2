//! What the provider says of an order, done to payment and booking: whoever asked, and however often it is said.

use chrono::TimeDelta;
use domain::{
    Instant,
    payment::{Page, PaymentStatus, PaymentStep},
    time::to_micros,
};
use entity::{booking, payment, provider_message};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use serde_json::json;

use super::{
    OrderReport, OrderState,
    arrive::{Came, arrive, stall},
};
use crate::{
    Cx, Error, Result, Tx,
    booking::timeline::{self, By},
    error::is_duplicate,
};

/// The provider is asked again so many seconds after the last time; the last entry holds for all later ones.
const AGAIN: [i64; 6] = [5, 10, 15, 30, 60, 300];

/// The provider is asked about an attempt that ended unpaid so many minutes after the last time: a payment under way goes through
/// although its order was closed, and the notification of it may be lost.
const AFTERWARDS: [i64; 6] = [1, 5, 15, 60, 6 * 60, 24 * 60];

/// An attempt of which nobody can say what became of it is a person's so long after it ended.
const LOST: TimeDelta = TimeDelta::hours(24);

/// The provider is asked so often about what it does not say anything of, where nobody waits for it.
pub(super) const SELDOM: TimeDelta = TimeDelta::hours(1);

/// What came of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was worked, even if it said nothing new.
    Worked,
    /// The same notification was worked before.
    Repeated,
}

/// A notification of a provider: its name and the notification's id.
pub(super) type Sent<'a> = Option<(&'a str, &'a str)>;

/// Works what is said of an order; `None` when it is none of ours.
pub(super) async fn order(cx: &Cx, report: &OrderReport, sent: Sent<'_>) -> Result<Option<Verdict>> {
    let Some(found) = payment::Entity::by_number(&report.number).one(&cx.db).await? else { return Ok(None) };
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let now = cx.now();
    if !first(&tx, sent, &report.number, now).await? {
        return Ok(Some(Verdict::Repeated));
    }
    let payment = payment::Entity::by_number(&report.number).one(&*tx).await?;
    let payment = payment.ok_or_else(|| Error::Internal("a payment is gone".to_owned()))?;
    work(cx, &tx, &booking, payment, report, now).await?;
    tx.commit().await?;
    Ok(Some(Verdict::Worked))
}

async fn work(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    payment: payment::Model,
    report: &OrderReport,
    now: Instant,
) -> Result<()> {
    let over = to_micros(now) >= payment.expires_at;
    match &report.state {
        OrderState::Paid { amount, currency } => {
            let came = Came { amount: *amount, currency: currency.clone(), reference: report.reference.clone() };
            arrive(cx, tx, booking, payment, &came, By::System, now).await
        }
        _ if has_ended(&payment)? => look_again(tx, payment, now).await,
        OrderState::Declined => end(tx, booking, payment, PaymentStep::Decline, now).await,
        OrderState::Closed => end(tx, booking, payment, PaymentStep::Abandon, now).await,
        OrderState::Unknown if over => end(tx, booking, payment, PaymentStep::Abandon, now).await,
        OrderState::Open | OrderState::Unknown => {
            if payment.status()? != PaymentStatus::Open {
                return later(tx, payment, now).await;
            }
            let asked = payment.asked;
            let page = report.page.as_ref().map(Page::stored).or_else(|| payment.page.clone());
            let mut row: payment::ActiveModel = payment.into();
            row.page = Set(page);
            row.asked = Set(asked + 1);
            row.next_at = Set(Some(to_micros(now + pause(asked))));
            row.update(&**tx).await?;
            Ok(())
        }
    }
}

/// It ended unpaid, as far as is known.
fn has_ended(payment: &payment::Model) -> Result<bool> {
    Ok(matches!(payment.status()?, PaymentStatus::Declined | PaymentStatus::Abandoned))
}

/// Still no money for an attempt that has ended: it is asked about again when its time comes, in the end no more.
async fn look_again(tx: &Tx, payment: payment::Model, now: Instant) -> Result<()> {
    if payment.next_at.is_none_or(|next| next > to_micros(now)) {
        return Ok(());
    }
    let asked = payment.asked + 1;
    let next = usize::try_from(asked).ok().and_then(|asked| AFTERWARDS.get(asked));
    let mut row: payment::ActiveModel = payment.into();
    row.asked = Set(asked);
    row.next_at = Set(next.map(|minutes| to_micros(now + TimeDelta::minutes(*minutes))));
    row.update(&**tx).await?;
    Ok(())
}

/// No news of an attempt that a person looks at because the provider was silent.
async fn later(tx: &Tx, payment: payment::Model, now: Instant) -> Result<()> {
    if payment.next_at.is_some_and(|next| next <= to_micros(now)) {
        let mut row: payment::ActiveModel = payment.into();
        row.next_at = Set(Some(to_micros(now + SELDOM)));
        row.update(&**tx).await?;
    }
    Ok(())
}

/// Ends an attempt unpaid; money may still come for it.
async fn end(
    tx: &Tx,
    booking: &booking::Model,
    payment: payment::Model,
    step: PaymentStep,
    now: Instant,
) -> Result<()> {
    // What waits for a person is his, unless the provider says that there is money after all.
    let known = payment.status()?;
    if known != PaymentStatus::Open && !(known == PaymentStatus::Stuck && payment.trouble == super::SILENT) {
        return Ok(());
    }
    let Some(next) = known.after(step) else { return Ok(()) };
    let mut row: payment::ActiveModel = payment.into();
    row.status = Set(next.as_str().to_owned());
    row.asked = Set(0);
    row.next_at = Set(Some(to_micros(now + TimeDelta::minutes(AFTERWARDS[0]))));
    row.trouble = Set(String::new());
    row.update(&**tx).await?;
    let what = if next == PaymentStatus::Declined { "pay-declined" } else { "pay-abandoned" };
    timeline::note(tx, booking.id, now, By::System, what, "", &json!({})).await
}

/// The provider refused the order: there is nothing to be paid there.
pub(super) async fn abandon(cx: &Cx, number: &str) -> Result<()> {
    let closed =
        OrderReport { number: number.to_owned(), reference: String::new(), state: OrderState::Closed, page: None };
    order(cx, &closed, None).await.map(|_| ())
}

/// The provider gave no answer: it is asked again, and in the end a person must look.
pub(super) async fn silent(cx: &Cx, number: &str) -> Result<()> {
    let Some(found) = payment::Entity::by_number(number).one(&cx.db).await? else { return Ok(()) };
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let now = cx.now();
    let payment = payment::Entity::by_number(number).one(&*tx).await?;
    let Some(payment) = payment else { return Ok(()) };
    let is_open = payment.status == PaymentStatus::Open.as_str();
    if !is_open && payment.next_at.is_none_or(|next| next > to_micros(now)) {
        return Ok(());
    }
    if is_open && to_micros(now - LOST) >= payment.expires_at {
        let nothing = Came { amount: domain::Fen::ZERO, currency: String::new(), reference: String::new() };
        stall(&tx, &booking, payment, &nothing, super::SILENT, now).await?;
    } else {
        let asked = payment.asked;
        let mut row: payment::ActiveModel = payment.into();
        // Of what has ended, and of what a person looks at, nobody waits for news.
        row.asked = Set(if is_open { asked + 1 } else { asked });
        row.next_at = Set(Some(to_micros(now + if is_open { pause(asked) } else { SELDOM })));
        row.update(&*tx).await?;
    }
    tx.commit().await
}

/// How long to wait after so many times.
pub(super) fn pause(times: i32) -> TimeDelta {
    let last = AGAIN.len() - 1;
    TimeDelta::seconds(AGAIN[usize::try_from(times).unwrap_or(last).min(last)])
}

/// Notes a notification in the transaction of its effect; false when it was worked before.
pub(super) async fn first(tx: &Tx, sent: Sent<'_>, subject: &str, now: Instant) -> Result<bool> {
    let Some((provider, message)) = sent else { return Ok(true) };
    let row = provider_message::ActiveModel {
        at: Set(to_micros(now)),
        provider: Set(provider.to_owned()),
        message: Set(message.to_owned()),
        subject: Set(subject.to_owned()),
        verdict: Set("worked".to_owned()),
        ..Default::default()
    };
    match provider_message::Entity::insert(row).exec_without_returning(&**tx).await {
        Ok(_) => Ok(true),
        Err(err) if is_duplicate(&err) => Ok(false),
        Err(err) => Err(err.into()),
    }
}
