//! Does what was quoted, or says what has changed since.

use domain::{
    Fen, Instant, Rule,
    booking::Number,
    change::{ChangeStatus, Fate},
    notice::Topic,
    time::{from_micros, to_micros},
};
use entity::{
    booking,
    booking_change::{self, ActiveModel, Column, Entity, Was},
};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{
    expire::lapse,
    identity, open, plan,
    plan::Draft,
    quote,
    settle::settle,
    token::{Quoted, code},
};
use crate::{
    Asker, Cx, Error, Result, Tx, audit,
    booking::timeline::{self, By},
    inventory, notice, payment,
};

/// What came of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The booking's number, which for a trip may be a new one.
    pub number: Number,
    /// So much is to be paid before the change is made good.
    pub due: Fen,
}

/// What a commit is sent with, as typed.
#[derive(Clone, Copy, Default)]
pub struct Sent<'a> {
    /// The quote, as it was given.
    pub quote: &'a str,
    /// Why staff do it.
    pub why: &'a str,
    /// The ID number, where the quote asks for one.
    pub id_number: &'a str,
}

/// Commits the change of a quote: at once when there is nothing to be paid, else new and old are held until the difference has come.
/// The same quote again gives the same answer. Staff say why.
///
/// # Errors
/// [`Rule::Invalid`] at `id_number` when one is needed and missing, or is none; [`Rule::QuoteOver`] for a quote that has run out, is of
/// another booking or none of ours; [`Rule::Changed`] when the booking is no longer the one that was quoted; [`Rule::Repriced`] when the
/// new price is another by now; [`Rule::Full`]; [`Rule::ChangeOpen`]; [`Rule::ProviderSilent`] when an open attempt to pay the old amount
/// cannot be closed now.
pub async fn commit(cx: &Cx, asker: &Asker, script: Script, number: &Number, sent: Sent<'_>) -> Result<Committed> {
    let mut seen = payment::seen(&cx.db, asker, number).await?;
    if lapse(cx, seen.id).await? {
        seen = payment::seen(&cx.db, asker, number).await?;
    }
    let quoted = Quoted::unseal(cx, sent.quote)?;
    if quoted.booking != seen.id {
        return Err(Rule::QuoteOver(None).into());
    }
    let code = code(sent.quote);
    if let Some(done) = done(cx, &seen, &code).await? {
        return Ok(done);
    }
    let why = reason(cx, asker, &seen, &quoted, sent).await?;
    match committed(cx, &seen, asker, script, &quoted, (&code, Sent { why: &why, ..sent })).await {
        Ok(()) => {
            let lost = || Error::Internal("a committed change is not there".to_owned());
            done(cx, &seen, &code).await?.ok_or_else(lost)
        }
        // The same quote was committed a moment ago, perhaps in another process.
        Err(error) => done(cx, &seen, &code).await?.ok_or(error),
    }
}

/// Why it is done; where that is missing, whatever else is wrong with what was typed is told with it.
async fn reason(cx: &Cx, asker: &Asker, seen: &booking::Model, quoted: &Quoted, sent: Sent<'_>) -> Result<String> {
    let mut faults = match audit::reason(asker, sent.why) {
        Err(Error::Refused(Rule::Invalid(faults))) => faults,
        read => return read,
    };
    let now = cx.now();
    let draft = possible(&cx.db, seen, quoted, now).await?;
    if let Err(Error::Refused(Rule::Invalid(more))) = identity::given(&draft, seen, sent.id_number, now) {
        faults.splice(0..0, more);
    }
    Err(Rule::Invalid(faults).into())
}

async fn committed(
    cx: &Cx,
    seen: &booking::Model,
    asker: &Asker,
    script: Script,
    quoted: &Quoted,
    said: (&str, Sent<'_>),
) -> Result<()> {
    // Looked at before anything is locked: what is refused leaves an attempt to pay as it is.
    let now = cx.now();
    let draft = possible(&cx.db, seen, quoted, now).await?;
    identity::given(&draft, seen, said.1.id_number, now)?;
    if let Some(shortage) = inventory::lacking(&cx.db, seen.id, &draft.plan.wants, now, script).await? {
        return Err(Rule::Full(shortage).into());
    }
    let (tx, booking) = payment::begin(cx, seen.id).await?;
    attempt(cx, &tx, &booking, asker, script, quoted, said).await?;
    tx.commit().await
}

/// What a quote makes of a booking, while it holds.
async fn possible(db: &impl ConnectionTrait, booking: &booking::Model, quoted: &Quoted, now: Instant) -> Result<Draft> {
    if !quoted.holds(now) {
        return Err(Rule::QuoteOver(Some(quoted.expires())).into());
    }
    if quoted.version != booking.version {
        return Err(Rule::Changed.into());
    }
    if open::live_of(db, booking.id, now).await?.is_some() {
        return Err(Rule::ChangeOpen.into());
    }
    let draft = plan::draft(db, booking, &quoted.asked, now).await?;
    if quote::money(&draft) != quoted.money {
        return Err(Rule::Repriced(draft.priced.total).into());
    }
    Ok(draft)
}

/// What came of a quote that was committed before; one that was taken back or not paid in time is over.
async fn done(cx: &Cx, seen: &booking::Model, code: &str) -> Result<Option<Committed>> {
    let Some(change) = Entity::find().filter(Column::Code.eq(code)).one(&cx.db).await? else { return Ok(None) };
    if change.status()? != ChangeStatus::Settled && !change.is_live(cx.now()) {
        return Err(Rule::QuoteOver(change.ended_at.map(from_micros)).into());
    }
    let booking = booking::Entity::find_by_id(seen.id).one(&cx.db).await?.unwrap_or_else(|| seen.clone());
    let number = booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))?;
    let due = if change.is_live(cx.now()) { Fen(change.difference_fen) } else { Fen::ZERO };
    Ok(Some(Committed { number, due }))
}

async fn attempt(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    asker: &Asker,
    script: Script,
    quoted: &Quoted,
    (code, sent): (&str, Sent<'_>),
) -> Result<()> {
    let now = cx.now();
    let draft = possible(&**tx, booking, quoted, now).await?;
    let id_number = identity::given(&draft, booking, sent.id_number, now)?;
    if id_number.is_some() {
        identity::keep(tx, booking, id_number).await?;
    }
    let (by, why) = (By::of(asker), sent.why);
    let waits = draft.confirmed && draft.priced.difference > Fen::ZERO;
    let change = record(tx, booking, &draft, quoted, code, (waits, by), now).await?;
    audit::acted(tx, asker, now, "booking-changed", &booking.number).await?;
    if waits {
        let until = quote::hold(booking, &draft, now)?;
        let detail = json!({ "code": code, "difference": change.difference_fen, "until": to_micros(until) });
        timeline::note(tx, booking.id, now, by, "change-held", why, &detail).await?;
        let told = json!({ "code": code, "amount": change.difference_fen, "until": to_micros(until) });
        notice::tell(cx, tx, booking, Topic::Changing, code, &told, now).await?;
        // Last, so that the slices everybody wants are locked for as short as can be.
        inventory::hold_beside(tx, (booking.id, change.id), &draft.plan.wants, until, now, script).await
    } else {
        settle(cx, tx, booking, change, (Some(script), why), by, now).await.map(|_| ())
    }
}

async fn record(
    tx: &Tx,
    booking: &booking::Model,
    draft: &Draft,
    quoted: &Quoted,
    code: &str,
    (waits, by): (bool, By),
    now: Instant,
) -> Result<booking_change::Model> {
    let (plan, priced) = (&draft.plan, &draft.priced);
    let (actor, actor_id) = by.parts();
    let given_up: Fen = priced.parts.iter().filter(|part| part.fate == Fate::GivenUp).map(|part| part.line.total).sum();
    tracing::info!(booking.number, given_up = given_up.0, difference = priced.difference.0, "a booking is changed");
    let was = Was {
        lines: booking.lines()?,
        starts: booking.starts_at,
        floor: booking.floor_fen,
        offer: booking.offer_id,
        confirmed: draft.confirmed,
    };
    let hold_until = if waits { Some(to_micros(quote::hold(booking, draft, now)?)) } else { None };
    let row = ActiveModel {
        code: Set(code.to_owned()),
        booking_id: Set(booking.id),
        status: Set(ChangeStatus::Open.as_str().to_owned()),
        offer_id: Set(plan.offer.id),
        place_id: Set(plan.place.id),
        asked: Set(serde_json::to_string(&quoted.asked)?),
        operations: Set(serde_json::to_string(&draft.operations)?),
        lines: Set(serde_json::to_string(&priced.lines)?),
        wants: Set(serde_json::to_string(&plan.wants)?),
        total_fen: Set(priced.total.0),
        fee_fen: Set(priced.fee.0 + priced.change_fee.0),
        floor_fen: Set(priced.floor.0),
        difference_fen: Set(priced.difference.0),
        starts_at: Set(to_micros(plan.starts)),
        ends_at: Set(to_micros(plan.ends)),
        // What is settled at once is never seen open.
        hold_until: Set(hold_until.or(Some(to_micros(now)))),
        made_at: Set(to_micros(now)),
        actor: Set(actor.to_owned()),
        actor_id: Set(actor_id),
        was: Set(Some(serde_json::to_string(&was)?)),
        ..Default::default()
    };
    Ok(row.insert(&**tx).await?)
}
