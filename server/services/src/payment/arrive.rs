//! Money has come: what becomes of payment and booking (B8). Every outcome is defined in `domain::payment::settle`.

use domain::{
    Fen, Instant, Rule,
    booking::Step,
    notice::Topic,
    payment::{Arrival, Fact, PaymentStatus, PaymentStep, Reason, Settlement, settle},
    time::{from_micros, to_micros},
};
use entity::{booking, offer, payment};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use serde_json::json;

pub(super) use domain::payment::CURRENCY;

use super::{apply::SELDOM, ask, ledger, owed, refund};
use crate::{
    Cx, Error, Result, Tx,
    booking::timeline::{self, By},
    change, inventory, notice, voucher,
};

/// What came.
#[derive(Clone, Debug)]
pub(super) struct Came {
    pub(super) amount: Fen,
    pub(super) currency: String,
    /// The provider's own number, or that of a slip.
    pub(super) reference: String,
}

/// More is no payment for a booking but a fault of whoever says so; the books could not even add it up.
const BELIEVED: Fen = Fen::yuan(1_000_000_000);

/// Works money that has come for a payment of a locked booking; both were read under the lock. Money that came before comes no
/// second time.
pub(super) async fn arrive(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    payment: payment::Model,
    came: &Came,
    by: By,
    now: Instant,
) -> Result<()> {
    let known = payment.status()?;
    if known.after(PaymentStep::Arrive).is_none() || payment.received_fen.is_some() {
        return Ok(());
    }
    let (number, way) = (payment.number.clone(), payment.way()?);
    let asked = Fen(payment.amount_fen);
    if came.amount <= Fen::ZERO || came.amount > BELIEVED {
        let is_known = known == PaymentStatus::Stuck && payment.trouble == super::ABSURD;
        return if is_known { Ok(()) } else { stall(tx, booking, payment, came, super::ABSURD, now).await };
    }
    if came.currency != CURRENCY {
        return stall(tx, booking, payment, came, super::FOREIGN, now).await;
    }
    voucher::lock_standing(tx, booking, now).await?;
    let (due, change) = owed::of_payment(&**tx, booking, &payment, now).await?;
    let arrival = Arrival { booking: booking.status_at(now)?, asked, due, received: came.amount, change };
    let outcome = settle(arrival);
    if outcome == Settlement::Stall {
        ledger::post(tx, booking.id, Fact::Received(way, came.amount), &number, now).await?;
        return stall(tx, booking, payment, came, super::AMOUNT, now).await;
    }
    let paid = payment::ActiveModel {
        id: Set(payment.id),
        status: Set(PaymentStatus::Paid.as_str().to_owned()),
        received_fen: Set(Some(came.amount.0)),
        received_currency: Set(Some(came.currency.clone())),
        provider_ref: Set(Some(came.reference.clone())),
        settled_at: Set(Some(to_micros(now))),
        next_at: Set(None),
        ..Default::default()
    };
    let payment = paid.update(&**tx).await?;
    ledger::post(tx, booking.id, Fact::Received(way, came.amount), &number, now).await?;
    Arrived { cx, tx, booking, payment: &payment, amount: came.amount, by, now }.confirm(outcome).await
}

/// Money of a payment that is in the books, with its locked booking.
pub(super) struct Arrived<'a> {
    pub(super) cx: &'a Cx,
    pub(super) tx: &'a Tx,
    pub(super) booking: &'a booking::Model,
    pub(super) payment: &'a payment::Model,
    pub(super) amount: Fen,
    pub(super) by: By,
    pub(super) now: Instant,
}

impl Arrived<'_> {
    /// Does what a settlement says.
    pub(super) async fn confirm(&self, outcome: Settlement) -> Result<()> {
        let Self { cx, tx, booking, by, now, .. } = *self;
        match outcome {
            Settlement::Confirm => {
                inventory::sell(tx, booking.id, now).await?;
                confirmed(cx, tx, booking, Step::Pay, by, now).await
            }
            Settlement::Retake
                if is_ahead(tx, booking, now).await? && inventory::retake(tx, booking.id, now).await? =>
            {
                confirmed(cx, tx, booking, Step::Retake, by, now).await
            }
            Settlement::Change => self.change().await,
            Settlement::Keep => self.note().await,
            Settlement::Retake => self.bounce(Reason::Late).await,
            Settlement::GiveBack(why) => self.bounce(why).await,
            Settlement::Stall => Err(Error::Internal("money that a person must look at was to confirm".to_owned())),
        }
    }

    /// The difference of a change has come; when what it held has lapsed meanwhile, it goes back.
    async fn change(&self) -> Result<()> {
        let Self { cx, tx, booking, payment, by, now, .. } = *self;
        let live = match payment.change_id {
            Some(id) => change::live(&**tx, id, now).await?,
            None => None,
        };
        let made_good = match live {
            Some(live) => change::settle(cx, tx, booking, live, (None, ""), by, now).await?,
            None => false,
        };
        if !made_good {
            return self.bounce(Reason::Late).await;
        }
        ask::soon(tx, booking.id, now).await
    }

    /// Money that confirms nothing goes back.
    async fn bounce(&self, why: Reason) -> Result<()> {
        self.note().await?;
        refund::owe(self.cx, self.tx, self.booking, self.payment, self.amount, why, self.now).await
    }

    /// That money came is an event of its own where it confirms nothing, unless staff said so themselves.
    async fn note(&self) -> Result<()> {
        if self.by != By::System {
            return Ok(());
        }
        let detail = json!({ "amount": self.amount.0, "way": self.payment.way()?.as_str() });
        timeline::note(self.tx, self.booking.id, self.now, self.by, "received", "", &detail).await
    }
}

/// A voucher pays all of a locked booking that is held, or all of the difference of its change.
pub(crate) async fn paid_by_voucher(cx: &Cx, tx: &Tx, booking: &booking::Model, by: By, now: Instant) -> Result<()> {
    if let Some(change) = change::live_of(&**tx, booking.id, now).await? {
        let made_good = change::settle(cx, tx, booking, change, (None, ""), by, now).await?;
        let lapsed = || Error::Internal(format!("a change of booking {} holds nothing", booking.number));
        return if made_good { ask::soon(tx, booking.id, now).await } else { Err(lapsed()) };
    }
    inventory::sell(tx, booking.id, now).await?;
    confirmed(cx, tx, booking, Step::Pay, by, now).await
}

/// The units are the booking's: what was laid aside for it is paid, the sale is in the books, the customer is told.
async fn confirmed(cx: &Cx, tx: &Tx, booking: &booking::Model, step: Step, by: By, now: Instant) -> Result<()> {
    voucher::pay(tx, booking, now).await?;
    ledger::post(tx, booking.id, Fact::Sold(Fen(booking.total_fen)), &booking.number, now).await?;
    timeline::advance(tx, booking, step, now, by, "").await?;
    ask::soon(tx, booking.id, now).await?;
    notice::tell(cx, tx, booking, Topic::Confirmed, &booking.number, &json!({}), now).await
}

/// What was booked can still be entered.
async fn is_ahead(tx: &Tx, booking: &booking::Model, now: Instant) -> Result<bool> {
    let offer = offer::Entity::find_by_id(booking.offer_id).one(&**tx).await?;
    let starts = from_micros(booking.starts_at);
    Ok(offer.is_some_and(|offer| offer.latest(starts) > now))
}

/// A person must look at it.
pub(super) async fn stall(
    tx: &Tx,
    booking: &booking::Model,
    payment: payment::Model,
    came: &Came,
    trouble: &str,
    now: Instant,
) -> Result<()> {
    tracing::warn!(booking.number, payment.number, trouble, "a payment must be resolved by a person");
    let mut row: payment::ActiveModel = payment.into();
    row.status = Set(PaymentStatus::Stuck.as_str().to_owned());
    row.trouble = Set(trouble.to_owned());
    // What the provider is only silent about it may know tomorrow.
    row.next_at = Set((trouble == super::SILENT).then(|| to_micros(now + SELDOM)));
    if trouble == super::AMOUNT || trouble == super::FOREIGN {
        row.received_fen = Set(Some(came.amount.0));
        row.received_currency = Set(Some(came.currency.clone()));
        row.provider_ref = Set(Some(came.reference.clone()));
    }
    row.update(&**tx).await?;
    let mut detail = json!({ "trouble": trouble });
    if trouble != super::SILENT {
        detail = json!({ "trouble": trouble, "amount": came.amount.0, "currency": came.currency });
    }
    timeline::note(tx, booking.id, now, By::System, "stuck", "", &detail).await
}

/// Refuses what needs money that is still to come when there is none.
pub(super) fn something(due: Fen) -> Result<Fen> {
    if due > Fen::ZERO { Ok(due) } else { Err(Rule::NothingDue.into()) }
}
