//! Sends the customer to the provider's page.

use chrono::TimeDelta;
use domain::{
    Fen, Instant, Rule,
    booking::{Number, Status},
    payment::{Page, PaymentStatus, Way},
    time::{from_micros, to_micros},
};
use entity::{booking, offer, payment, place};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use serde_json::json;

use super::{
    Gateway, Order, OrderState, Trouble, apply,
    arrive::{CURRENCY, something},
    owed, scope,
};
use crate::{
    Asker, Cx, Error, Result, Tx,
    booking::timeline::{self, By},
    change, secret,
};

/// The provider is asked for the first time so long after the customer was sent there.
const FIRST_LOOK: TimeDelta = TimeDelta::seconds(5);

/// Where the provider lets what is due of the asker's booking be paid. While an attempt is open, asking again gives the same: no
/// customer pays twice because he clicked twice.
///
/// # Errors
/// [`Rule::NothingDue`]; [`Rule::ProviderSilent`] when the provider gives no page now, so that the same may be tried again.
pub async fn start(cx: &Cx, asker: &Asker, number: &Number) -> Result<Page> {
    let gateway = cx.outside().gateway.clone().ok_or(Rule::ProviderSilent)?;
    let (payment, booking) = attempt(cx, asker, gateway.name(), number).await?;
    if let Some(page) = payment.page() {
        return Ok(page);
    }
    // The same order in every script, since the provider takes it once: that of the booking.
    let script = if booking.script == Script::Hant.prefix() { Script::Hant } else { Script::Hans };
    let order = Order {
        number: payment.number.clone(),
        amount: Fen(payment.amount_fen),
        subject: subject(cx, script, &booking).await?,
        script,
        back: format!("/{script}/bookings/{number}/pay?back=1"),
        expires: from_micros(payment.expires_at),
    };
    page_of(cx, gateway.as_ref(), &order).await
}

async fn page_of(cx: &Cx, gateway: &dyn Gateway, order: &Order) -> Result<Page> {
    match gateway.create(order).await {
        Ok(report) if report.state == OrderState::Open => {
            let page = report.page.clone();
            apply::order(cx, &report, None).await?;
            page.ok_or_else(|| Rule::ProviderSilent.into())
        }
        // Somebody was quicker: it is paid, declined or closed already.
        Ok(report) => {
            apply::order(cx, &report, None).await?;
            Err(Rule::Changed.into())
        }
        Err(Trouble::Silent(why)) => {
            tracing::warn!(why, payment.number = order.number, "the payment provider gave no page");
            Err(Rule::ProviderSilent.into())
        }
        Err(Trouble::Refused(why)) => {
            tracing::error!(why, payment.number = order.number, "the payment provider refuses an order");
            apply::abandon(cx, &order.number).await?;
            Err(Rule::ProviderSilent.into())
        }
    }
}

/// The open attempt of a booking, or a new one; on the disk before the provider hears of it.
async fn attempt(cx: &Cx, asker: &Asker, provider: &str, number: &Number) -> Result<(payment::Model, booking::Model)> {
    let tx = cx.begin().await?;
    let seen = scope::seen(&*tx, asker, number).await?;
    let booking = timeline::lock(&tx, seen.id).await?;
    let now = cx.now();
    let Asked { due, until, change_id } = asked(&tx, &booking, now).await?;
    let payments = payment::Entity::of_booking(booking.id).all(&*tx).await?;
    if let Some(open) = payments.into_iter().find(|payment| payment.status == PaymentStatus::Open.as_str()) {
        let same = open.amount_fen == due.0 && open.change_id == change_id;
        return if same { Ok((open, booking)) } else { Err(Rule::Changed.into()) };
    }
    let count = payment::Entity::of_booking(booking.id).count(&*tx).await?;
    // A division, which makes a new version, may have taken payments along.
    let start_key = format!("{number}/{}/{count}", booking.version);
    let row = payment::ActiveModel {
        number: Set(format!("YP{}", secret::random::<8>()?.to_ascii_uppercase())),
        booking_id: Set(booking.id),
        way: Set(Way::Online.as_str().to_owned()),
        provider: Set(provider.to_owned()),
        status: Set(PaymentStatus::Open.as_str().to_owned()),
        amount_fen: Set(due.0),
        currency: Set(CURRENCY.to_owned()),
        start_key: Set(start_key),
        begun_at: Set(to_micros(now)),
        expires_at: Set(until),
        next_at: Set(Some(to_micros(now + FIRST_LOOK))),
        change_id: Set(change_id),
        ..Default::default()
    };
    let row = row.insert(&*tx).await?;
    let by = By::of(asker);
    timeline::note(&tx, booking.id, now, by, "pay-begun", "", &json!({ "amount": due.0 })).await?;
    tx.commit().await?;
    Ok((row, booking))
}

/// What is to be paid now, until when, and for which change if it is for one.
struct Asked {
    due: Fen,
    until: i64,
    change_id: Option<i64>,
}

async fn asked(tx: &Tx, booking: &booking::Model, now: Instant) -> Result<Asked> {
    let no_end = || Error::Internal("a hold without an end".to_owned());
    match booking.status_at(now)? {
        Status::Held => {
            let due = something(owed::outstanding(tx, booking, now).await?)?;
            Ok(Asked { due, until: booking.hold_until.ok_or_else(no_end)?, change_id: None })
        }
        Status::Confirmed => {
            let change = change::live_of(&**tx, booking.id, now).await?.ok_or(Rule::NothingDue)?;
            let until = change.hold_until.ok_or_else(no_end)?;
            let due = something(owed::of_change(&**tx, booking, &change, now).await?)?;
            Ok(Asked { due, until, change_id: Some(change.id) })
        }
        // A fee above what was paid runs out for nobody; an attempt to pay it does, as long as any.
        Status::Cancelled => {
            let due = something(owed::outstanding(tx, booking, now).await?)?;
            let minutes = i64::from(booking.terms()?.hold_minutes);
            Ok(Asked { due, until: to_micros(now + TimeDelta::minutes(minutes)), change_id: None })
        }
        Status::Expired => Err(Rule::NothingDue.into()),
    }
}

/// What the provider's page says it is for.
async fn subject(cx: &Cx, script: Script, booking: &booking::Model) -> Result<String> {
    let place = place::Entity::find_by_id(booking.place_id).one(&cx.db).await?;
    let offer = offer::Entity::find_by_id(booking.offer_id).one(&cx.db).await?;
    let names = place.map(|place| place.name()).into_iter().chain(offer.map(|offer| offer.name()));
    let names: Vec<String> = names.map(|name| name.get(script).to_owned()).collect();
    Ok(format!("{} · {}", names.join(" · "), booking.number))
}
