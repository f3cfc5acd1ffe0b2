//! Does what was quoted, or says what has changed since.

use domain::{
    Fen, Rule,
    booking::Number,
    change::{ChangeStatus, Fate},
    time::{from_micros, to_micros},
};
use entity::{
    booking,
    booking_change::{self, ActiveModel, Column, Entity, Was},
};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{
    expire::end,
    plan,
    plan::Draft,
    quote,
    settle::settle,
    token::{Quoted, code},
};
use crate::{
    Asker, Cx, Error, Result, Tx, audit,
    booking::timeline::{self, By},
    error::is_duplicate,
    inventory, payment,
};

/// What came of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The booking's number, which for a trip may be a new one.
    pub number: Number,
    /// So much is to be paid before the change is made good.
    pub due: Fen,
}

/// Commits the change of a quote: at once when there is nothing to be paid, else new and old are held until the difference has come.
/// The same quote again gives the same answer. Staff say why.
///
/// # Errors
/// [`Rule::QuoteOver`] for a quote that has run out, is of another booking or none of ours; [`Rule::Changed`] when the booking is no
/// longer the one that was quoted; [`Rule::Repriced`] when the new price is another by now; [`Rule::Full`]; [`Rule::ChangeOpen`];
/// [`Rule::ProviderSilent`] when an open attempt to pay the old amount cannot be closed now.
pub async fn commit(
    cx: &Cx,
    asker: &Asker,
    script: Script,
    number: &Number,
    (token, why): (&str, &str),
) -> Result<Committed> {
    let why = audit::reason(asker, why)?;
    let seen = payment::seen(&cx.db, asker, number).await?;
    let quoted = Quoted::unseal(cx, token)?;
    if quoted.booking != seen.id {
        return Err(Rule::QuoteOver(None).into());
    }
    let code = code(token);
    if let Some(done) = done(cx, &seen, &code).await? {
        return Ok(done);
    }
    // An attempt to pay dies when its amount does; what the provider says of it is worked first.
    payment::close(cx, seen.id).await?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, seen.id).await?;
    match attempt(cx, &tx, &booking, asker, script, &quoted, (&code, &why)).await {
        Ok(()) => tx.commit().await?,
        // The same quote was committed a moment ago, perhaps in another process.
        Err(Error::Database(err)) if is_duplicate(&err) => tx.rollback().await?,
        Err(error) => {
            tx.rollback().await?;
            return match done(cx, &seen, &code).await? {
                Some(done) => Ok(done),
                None => Err(error),
            };
        }
    }
    done(cx, &seen, &code).await?.ok_or_else(|| Error::Internal("a committed change is not there".to_owned()))
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
    (code, why): (&str, &str),
) -> Result<()> {
    let now = cx.now();
    if !quoted.holds(now) {
        return Err(Rule::QuoteOver(Some(quoted.expires())).into());
    }
    if quoted.version != booking.version {
        return Err(Rule::Changed.into());
    }
    if let Some(open) = Entity::open_of(booking.id).one(&**tx).await? {
        if open.is_live(now) {
            return Err(Rule::ChangeOpen.into());
        }
        end(cx, tx, booking, open, now).await?;
    }
    if payment::has_open(tx, booking.id).await? {
        return Err(Rule::Changed.into());
    }
    let draft = plan::draft(&**tx, booking, &quoted.asked, now).await?;
    if quote::money(&draft) != quoted.money {
        return Err(Rule::Repriced(draft.priced.total).into());
    }
    let by = By::of(asker);
    let waits = draft.confirmed && draft.priced.difference > Fen::ZERO;
    let change = record(tx, booking, &draft, quoted, code, (waits, by), now).await?;
    audit::acted(tx, asker, now, "booking-changed", &booking.number).await?;
    if waits {
        let until = quote::hold(booking, &draft, now)?;
        let detail = json!({ "code": code, "difference": change.difference_fen, "until": to_micros(until) });
        timeline::note(tx, booking.id, now, by, "change-held", why, &detail).await?;
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
    now: domain::Instant,
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
