//! What a change would cost, line by line, for how long that holds, and what else is free when it cannot be had.

use chrono::TimeDelta;
use domain::{
    Fen, Instant, Rule,
    booking::Number,
    catalogue::Alternative,
    change::{Asked, ChangeQuote, Sold},
    terms::PriceRule,
    time::from_micros,
};
use entity::{booking, booking_change::Entity};
use i18n::Script;

use super::{divide, identity, names::named, plan, plan::Draft, token::Quoted};
use crate::{Asker, Cx, Error, Result, booking::cancel, catalogue, inventory, payment};

/// A quote holds so long, if nothing it depends on changes before by the clock alone.
const LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// Quotes a change of the asker's booking; writes nothing.
///
/// # Errors
/// [`Rule::Unknown`] when there is no such booking of his; [`Rule::ChangeOpen`] while another change of it waits for its money; what
/// makes the change impossible ([`Rule::TooLate`], [`Rule::Unchanged`], [`Rule::Over`], [`Rule::ChangePrice`], [`Rule::Invalid`]).
/// That it is full is no error but part of the quote.
pub async fn quote(cx: &Cx, asker: &Asker, script: Script, number: &Number, asked: &Asked) -> Result<ChangeQuote> {
    let mut booking = payment::seen(&cx.db, asker, number).await?;
    let now = cx.now();
    match Entity::open_of(booking.id).one(&cx.db).await? {
        Some(open) if open.is_live(now) => return Err(Rule::ChangeOpen.into()),
        // What was kept for a change that is over is forgotten with it.
        Some(_) if !identity::has_use(&cx.db, &booking).await? => booking.id_number = None,
        Some(_) | None => {}
    }
    let draft = plan::draft(&cx.db, &booking, asked, now).await?;
    let shortage = inventory::lacking(&cx.db, booking.id, &draft.plan.wants, now, script).await?;
    let alternatives = match &shortage {
        Some(_) => others(cx, script, &booking, asked, now).await?,
        None => Vec::new(),
    };
    let priced = &draft.priced;
    let expires = expires(&draft, from_micros(booking.starts_at), now);
    let token = sealed(cx, &booking, asked, &draft, expires)?;
    let hold_until =
        (draft.confirmed && priced.difference > Fen::ZERO).then(|| hold(&booking, &draft, now)).transpose()?;
    let (sold, fees) = (cancel::money(&cx.db, &booking).await?, priced.fee + priced.change_fee);
    let needs_id = identity::is_needed(&draft, &booking);
    let fee_for_voucher = priced.fee > Fen::ZERO && draft.terms.relief.voucher_percent > 0;
    let voucher_by_part = fee_for_voucher
        && draft.plan.offer.id == booking.offer_id
        && divide::is_part(&cx.db, &booking, &asked.wish, now).await?;
    let back = draft.confirmed && priced.difference < Fen::ZERO;
    let promised = if back { Some(payment::promised(cx, &cx.db, booking.id, now).await?) } else { None };
    let after = Sold {
        confirmed: draft.confirmed,
        total: priced.total,
        kept: sold.kept + priced.difference,
        fees: sold.fees + fees,
        floor: priced.floor,
        starts: draft.plan.starts,
        terms: &draft.terms,
    };
    Ok(ChangeQuote {
        asked: asked.clone(),
        operations: named(&cx.db, script, &asked.slug, draft.operations).await?,
        parts: priced.parts.clone(),
        old_total: Fen(booking.total_fen),
        total: priced.total,
        fee: priced.fee,
        fee_cause: priced.fee_cause,
        change_fee: priced.change_fee,
        old_floor: Fen(booking.floor_fen),
        floor: priced.floor,
        difference: priced.difference,
        starts: draft.plan.starts,
        ends: draft.plan.ends,
        curve: after.curve(now),
        shortage,
        alternatives,
        expires,
        promised,
        hold_until,
        needs_id,
        voucher_by_part,
        at: now,
        token,
    })
}

/// What else is free and the booking may become: its terms may ask for another price, and a free move does not go everywhere. Elsewhere
/// nothing but what it is already is left out, without a closer look.
async fn others(
    cx: &Cx,
    script: Script,
    booking: &booking::Model,
    asked: &Asked,
    now: Instant,
) -> Result<Vec<Alternative>> {
    let Ok(quoted) = catalogue::quote(cx, script, &asked.slug, &asked.wish).await else { return Ok(Vec::new()) };
    let terms = booking.terms()?;
    if !asked.free && terms.change_price == PriceRule::Any {
        let booked = plan::asked_of(&cx.db, booking).await?;
        let is_other = |other: &Alternative| other.slug != booked.slug || other.wish != booked.wish;
        return Ok(quoted.alternatives.into_iter().filter(is_other).collect());
    }
    let mut others = Vec::new();
    for other in quoted.alternatives {
        let to = Asked { slug: other.slug.clone(), wish: other.wish.clone(), free: asked.free };
        match plan::draft(&cx.db, booking, &to, now).await {
            Ok(_) => others.push(other),
            Err(Error::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(others)
}

/// The quote of a draft, sealed.
pub(super) fn sealed(
    cx: &Cx,
    booking: &booking::Model,
    asked: &Asked,
    draft: &Draft,
    expires: Instant,
) -> Result<String> {
    Quoted::new(booking.id, booking.version, asked.clone(), money(draft), expires).seal(cx)
}

/// What a quote promises of the money.
pub(super) fn money(draft: &Draft) -> [i64; 3] {
    let priced = &draft.priced;
    [priced.difference.0, priced.fee.0 + priced.change_fee.0, priced.floor.0]
}

/// Until when new and old are held for a change that is committed now.
pub(super) fn hold(booking: &booking::Model, draft: &Draft, now: Instant) -> Result<Instant> {
    let starts = from_micros(booking.starts_at).min(draft.plan.held_against);
    Ok(draft.terms.hold(booking.way()?, now, starts))
}

/// A quote ends when the terms' next step would make it another one, at the latest after its lifetime.
fn expires(draft: &Draft, starts: Instant, now: Instant) -> Instant {
    let ends =
        [draft.terms.step_until(starts, now), Some(draft.terms.change_until(starts)).filter(|until| *until >= now)];
    ends.into_iter().flatten().fold(now + LIFETIME, Instant::min)
}
