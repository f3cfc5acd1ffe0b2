//! Places a booking: check and write are one atomic step (B7), and the same order sent twice is one booking.

use domain::{
    Fault, Rule,
    booking::{Number, Order},
    notice::Topic,
};
use i18n::Script;
use serde_json::json;

use super::{guard, record, record::Sale, repeat, timeline};
use crate::{Asker, Cx, Error, Result, catalogue, error::is_duplicate, inventory, notice};

/// How often a sale is tried again after another one took its key or its number first.
const TRIES: usize = 5;

/// Books what is ordered; its units are held until the terms say otherwise. `key` is the form's own: the same key with
/// the same order by the same customer gives the number of the booking that was made with it.
///
/// # Errors
/// [`Rule::KeyReused`] when the key belongs to another order; [`Rule::TooMany`] when the customer holds enough unpaid
/// bookings; [`Rule::Invalid`], [`Rule::Full`] or [`Rule::Unknown`] when it cannot be had; [`Rule::Repriced`] when the
/// price is not the one that was agreed to, [`Rule::TermsChanged`] when the terms are not those that were read.
pub async fn place(cx: &Cx, asker: &Asker, script: Script, key: &str, order: &Order) -> Result<Number> {
    let key = repeat::key(key)?;
    let fingerprint = repeat::fingerprint(cx, order)?;
    for _ in 0..TRIES {
        match attempt(cx, asker, script, (key, &fingerprint), order).await {
            // Another request has just used the key, perhaps in another process: the next attempt finds its booking.
            // Or the random number was taken: the next attempt throws another.
            Err(Error::Database(err)) if is_duplicate(&err) => {}
            outcome => return outcome,
        }
    }
    Err(Rule::Busy.into())
}

async fn attempt(cx: &Cx, asker: &Asker, script: Script, sent: (&str, &str), order: &Order) -> Result<Number> {
    let (key, fingerprint) = sent;
    let tx = cx.begin().await?;
    let now = cx.now();
    guard::queue(&tx, asker.session(), now).await?;
    if let Some(number) = repeat::answered(&tx, asker, key, fingerprint).await? {
        return Ok(number);
    }
    guard::unpaid(&tx, asker, now).await?;
    let plan = catalogue::plan(&*tx, &order.slug, &order.wish, now).await?;
    if plan.offer.needs_id && order.contact.id_number.is_none() {
        return Err(Rule::Invalid(vec![Fault::new("id_number", "required")]).into());
    }
    if order.agreed.is_some_and(|agreed| agreed != plan.total) {
        return Err(Rule::Repriced(plan.total).into());
    }
    if order.terms.as_ref().is_some_and(|read| *read != plan.terms.version) {
        return Err(Rule::TermsChanged.into());
    }
    let number = Number::generate(plan.kind, rand::random());
    let hold_until = plan.terms.hold(order.way, now, plan.held_against);
    let sale = Sale { number: &number, key, fingerprint, asker, script, order, plan: &plan, hold_until, now };
    let id = record::booking(&tx, &sale).await?;
    record::events(&tx, &sale, id).await?;
    if asker.member_id().is_none() {
        record::grant(&tx, asker.session(), id).await?;
    }
    let booked = timeline::lock(&tx, id).await?;
    notice::tell(cx, &tx, &booked, Topic::Placed, number.as_str(), &json!({}), now).await?;
    // Last, so that the slices everybody wants are locked for as short as can be.
    inventory::claim(&tx, id, &plan.wants, hold_until, now, script).await?;
    tx.commit().await?;
    tracing::info!(booking.number = number.as_str(), kind = plan.kind.as_str(), "a booking was placed");
    Ok(number)
}
