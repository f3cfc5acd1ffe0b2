//! A person says what becomes of a stuck payment.

use domain::{
    Fault, Fen, Rule,
    booking::{Number, Status},
    desk::Permission,
    payment::{Doubt, PaymentStatus, PaymentStep, Reason, Resolution, Settlement, read_reason},
    time::to_micros,
};
use entity::payment::{self, Entity};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;

use super::{ABSURD, SILENT, arrive::Arrived, ask, owed, refund};
use crate::{
    Cx, Error, Result, Staff, audit,
    booking::timeline::{self, By},
    desk::need,
    voucher,
};

/// Does what a person decided; gives the booking's number.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when the payment is not stuck any more, or the decision does not fit what is known of it;
/// [`Rule::Invalid`] without a reason, or when too little came to be accepted.
pub async fn resolve(cx: &Cx, staff: &Staff, number: &str, how: Resolution, why: &str) -> Result<Number> {
    need(staff.role, Permission::SettleMoney)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let found = Entity::by_number(number).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    // Before anybody forgets it, the provider is asked once more; if it speaks, what it says holds.
    let unclear = [SILENT, ABSURD].contains(&found.trouble.as_str());
    if let (Resolution::Forget, true, Some(gateway)) = (how, unclear, cx.outside().gateway.clone()) {
        ask::about(cx, gateway.as_ref(), &found).await?;
    }
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, found.booking_id).await?;
    let payment = Entity::by_number(number).one(&*tx).await?.ok_or(Rule::Unknown)?;
    if payment.status()? != PaymentStatus::Stuck {
        return Err(Rule::Changed.into());
    }
    let (now, by) = (cx.now(), By::Staff(staff.id));
    let doubt = payment.doubt()?;
    voucher::lock_standing(&tx, &booking, now).await?;
    let (due, change) = owed::of_payment(&*tx, &booking, &payment, now).await?;
    let received = Fen(payment.received_fen.unwrap_or_default());
    if !doubt.decisions(due, received).contains(&how) {
        let too_little = (how, doubt) == (Resolution::Accept, Doubt::Amount) && received < due;
        let fault = || Rule::Invalid(vec![Fault::new("how", "too-little")]);
        return Err(if too_little { fault() } else { Rule::Changed }.into());
    }
    let step = match how {
        Resolution::Accept | Resolution::Return => PaymentStep::Arrive,
        Resolution::Forget => PaymentStep::Abandon,
    };
    let to = payment.status()?.after(step).ok_or(Rule::Changed)?;
    // Who collected it stays the one who did; the audit knows who decided.
    let collected = payment.way()?.is_offline();
    let mut row: payment::ActiveModel = payment.into();
    row.status = Set(to.as_str().to_owned());
    if !collected {
        row.staff_id = Set(Some(staff.id));
    }
    if to == PaymentStatus::Paid {
        row.settled_at = Set(Some(to_micros(now)));
    }
    let payment = row.update(&*tx).await?;
    timeline::note(&tx, booking.id, now, by, "resolved", &why, &json!({ "how": how.as_str() })).await?;
    audit::write(&tx, staff.id, now, "payment-resolved", number).await?;
    match how {
        Resolution::Return => {
            let reason = if doubt == Doubt::Currency { Reason::Currency } else { Reason::Amount };
            refund::owe(cx, &tx, &booking, &payment, received, reason, now).await?;
        }
        Resolution::Accept => {
            if received > due {
                refund::owe(cx, &tx, &booking, &payment, received - due, Reason::Excess, now).await?;
            }
            let outcome = match booking.status_at(now)? {
                Status::Held => Settlement::Confirm,
                Status::Expired => Settlement::Retake,
                Status::Confirmed if change == Some(true) => Settlement::Change,
                Status::Cancelled => Settlement::Keep,
                Status::Confirmed => return Err(Rule::Changed.into()),
            };
            let arrived = Arrived { cx, tx: &tx, booking: &booking, payment: &payment, amount: due, by, now };
            arrived.confirm(outcome).await?;
        }
        Resolution::Forget => {}
    }
    tx.commit().await?;
    booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}
