//! A part of a booking becomes a booking of its own (B10, B12), so that it can be moved, given up, asked about while the rest stays.
//!
//! Free of charge and done at once: the form itself is the agreement. An invoice that was asked for stays with what stays, and is issued
//! over what that is by then; one that is issued must be taken back first.

use chrono::Days;
use domain::{
    Fen, Instant, Rule,
    booking::{Number, Status},
    catalogue::Wish,
    change::{Cut, CutLimits, DivideForm, Divided, Undivided, divide as divided},
    invoice::InvoiceStatus,
    time::from_micros,
};
use entity::{
    booking::{self, Column, Entity},
    invoice, offer,
};
use i18n::Script;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{open, part};
use crate::{
    Asker, Cx, Error, Result, audit,
    booking::{is_over, timeline::By},
    error::is_duplicate,
    payment, secret,
};

/// How a booking may be divided now.
#[derive(Clone, Debug)]
pub struct Divisible {
    /// What there is to divide.
    pub limits: CutLimits,
    /// The booking's version, which the form says again.
    pub version: i32,
    /// Why it cannot be divided now.
    pub refusal: Option<Rule>,
    /// An invoice is asked for, which will be issued over what stays.
    pub invoiced: bool,
    /// When this was so.
    pub at: Instant,
}

/// How the asker's booking may be divided now.
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn divisible(cx: &Cx, asker: &Asker, number: &Number) -> Result<Divisible> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let now = cx.now();
    let refusal = match possible(&cx.db, &booking, now).await {
        Ok(()) => None,
        Err(Error::Refused(rule)) => Some(rule),
        Err(fault) => return Err(fault),
    };
    let last = invoice::Entity::of_booking(booking.id).one(&cx.db).await?;
    let invoiced = last.is_some_and(|last| last.status == InvoiceStatus::Asked.as_str());
    Ok(Divisible { limits: limits(&cx.db, &booking).await?, version: booking.version, refusal, invoiced, at: now })
}

/// What a wish gives up of a booking can be divided off now.
pub(super) async fn is_part(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    wish: &Wish,
    now: Instant,
) -> Result<bool> {
    let Some(form) = given_up(&booking.wish(), wish) else { return Ok(false) };
    match whole(db, booking, &form, now).await {
        Ok(_) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// The form that divides off what a wish gives up: units or the last nights, where it does nothing else.
fn given_up(had: &Wish, wish: &Wish) -> Option<DivideForm> {
    let (units, heads) = (had.units.checked_sub(wish.units)?, had.heads.checked_sub(wish.heads)?);
    let nights = had.nights.checked_sub(wish.nights)?;
    let same = (had.day, had.at) == (wish.day, wish.at);
    match (units, nights) {
        (1.., 0) if same => {
            let (units, heads) = (units.to_string(), heads.max(units).to_string());
            Some(DivideForm { units, heads, ..DivideForm::default() })
        }
        (0, 1..) if same && heads == 0 => {
            let from = wish.day.checked_add_days(Days::new(wish.nights.into()))?;
            Some(DivideForm { cut: DivideForm::NIGHTS.to_owned(), from: from.to_string(), ..DivideForm::default() })
        }
        _ => None,
    }
}

/// The two bookings that would come of the asker's one now; nothing is done yet.
///
/// # Errors
/// As [`divide`], but for what only shows when it is done.
pub async fn proposed(cx: &Cx, asker: &Asker, form: &DivideForm) -> Result<Divided> {
    let number: Number = form.number.parse().map_err(|_| Rule::Unknown)?;
    let (booking, now) = (payment::seen(&cx.db, asker, &number).await?, cx.now());
    whole(&cx.db, &booking, form, now).await
}

/// The two bookings that would come of a booking now, with the money that there is.
async fn whole(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    form: &DivideForm,
    now: Instant,
) -> Result<Divided> {
    possible(db, booking, now).await?;
    let (_, halves) = halves(db, booking, form, now).await?;
    payment::carried(db, booking.id, halves.goes.total()).await?;
    Ok(halves)
}

/// Divides the asker's booking; gives the number of the new one. The same form again gives the same answer. Staff say why.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] for what is no part of it; [`Rule::Over`], [`Rule::Unpaid`], [`Rule::TooLate`] once the service
/// has begun, and for nights past the notice of its terms, [`Rule::ChangeOpen`], [`Rule::Invoiced`] and [`Rule::PaidByVoucher`] when it
/// cannot be divided; [`Rule::Changed`] when it is no longer as it was seen; [`Rule::Full`] when the part needs a place of its own among
/// those who start and none is free; [`Rule::ProviderSilent`] when an open attempt to pay cannot be closed now.
pub async fn divide(cx: &Cx, asker: &Asker, script: Script, form: &DivideForm, why: &str) -> Result<Number> {
    let why = audit::reason(asker, why)?;
    let number: Number = form.number.parse().map_err(|_| Rule::Unknown)?;
    let seen = payment::seen(&cx.db, asker, &number).await?;
    let key = key(&seen, form)?;
    if let Some(done) = done(&cx.db, &key).await? {
        return Ok(done);
    }
    // What is refused leaves an attempt to pay as it is.
    agreed(&cx.db, &seen, form, cx.now()).await?;
    match attempt(cx, seen.id, asker, script, form, (&key, &why)).await {
        Ok(number) => Ok(number),
        // The same form was sent a moment ago, perhaps to another process; else a number was taken, and the next one is not.
        Err(error) => match (done(&cx.db, &key).await?, error) {
            (Some(done), _) => Ok(done),
            (None, Error::Database(err)) if is_duplicate(&err) => Err(Rule::Busy.into()),
            (None, error) => Err(error),
        },
    }
}

async fn attempt(
    cx: &Cx,
    booking_id: i64,
    asker: &Asker,
    script: Script,
    form: &DivideForm,
    (key, why): (&str, &str),
) -> Result<Number> {
    let (tx, booking) = payment::begin(cx, booking_id).await?;
    let now = cx.now();
    let (cut, halves) = agreed(&*tx, &booking, form, now).await?;
    let number = part::made(cx, &tx, &booking, &halves, cut, (key, By::of(asker), why), (script, now)).await?;
    audit::acted(&tx, asker, now, "booking-divided", &booking.number).await?;
    tx.commit().await?;
    Ok(number)
}

/// Whether a booking can be divided now. Money that is on its way back stays with what it was paid for, and is in nobody's way.
async fn possible(db: &impl ConnectionTrait, booking: &booking::Model, now: Instant) -> Result<()> {
    if let Some(over) = is_over(db, booking, now).await? {
        return Err(over.into());
    }
    if booking.status_at(now)? == Status::Held {
        return Err(Rule::Unpaid.into());
    }
    let starts = from_micros(booking.starts_at);
    if starts <= now {
        return Err(Rule::TooLate(starts).into());
    }
    if open::live_of(db, booking.id, now).await?.is_some() {
        return Err(Rule::ChangeOpen.into());
    }
    let last = invoice::Entity::of_booking(booking.id).one(db).await?;
    if last.is_some_and(|last| last.status == InvoiceStatus::Issued.as_str()) {
        return Err(Rule::Invoiced.into());
    }
    if payment::kept(db, booking).await? < Fen(booking.total_fen + booking.fee_fen) {
        return Err(Rule::Unpaid.into());
    }
    Ok(())
}

/// Where a booking is divided, and what comes of it, when it can be and is still what the form was shown.
async fn agreed(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    form: &DivideForm,
    now: Instant,
) -> Result<(Cut, Divided)> {
    possible(db, booking, now).await?;
    if form.version.parse() != Ok(booking.version) {
        return Err(Rule::Changed.into());
    }
    let (cut, halves) = halves(db, booking, form, now).await?;
    if form.floor.parse() == Ok(halves.goes.floor.0) { Ok((cut, halves)) } else { Err(Rule::Changed.into()) }
}

/// The same of any part that can be named.
async fn halves(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    form: &DivideForm,
    now: Instant,
) -> Result<(Cut, Divided)> {
    let limits = limits(db, booking).await?;
    let cut = form.parse(&limits).map_err(Rule::Invalid)?;
    let (lines, terms) = (booking.lines()?, booking.terms()?);
    let until = terms.change_until(from_micros(booking.starts_at));
    // A stay that starts later could be moved longer.
    if matches!(cut, Cut::From(_)) && now > until {
        return Err(Rule::TooLate(until).into());
    }
    let whole = Undivided {
        units: limits.units,
        heads: limits.heads,
        day: limits.day,
        nights: limits.nights,
        lines: &lines,
        floor: Fen(booking.floor_fen),
        starts: from_micros(booking.starts_at),
        terms: &terms,
    };
    Ok((cut, divided(&whole, cut, now).ok_or(Rule::Unchanged)?))
}

async fn limits(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<CutLimits> {
    let offer = offer::Entity::find_by_id(booking.offer_id).one(db).await?;
    let offer =
        offer.ok_or_else(|| Error::Internal(format!("booking {} is of nothing that is sold", booking.number)))?;
    let (limits, wish) = (offer.limits(Vec::new())?, booking.wish());
    Ok(CutLimits {
        kind: limits.kind,
        units: wish.units,
        heads: wish.heads,
        heads_per_unit: limits.heads_per_unit,
        least: limits.least,
        day: wish.day,
        nights: wish.nights,
        least_nights: limits.least_nights,
    })
}

/// What a form is recognised by: of a version of a booking, each part becomes one booking.
fn key(booking: &booking::Model, form: &DivideForm) -> Result<String> {
    let asked = serde_json::to_string(&(booking.id, &form.version, &form.cut, &form.units, &form.heads, &form.from))?;
    Ok(format!("divide/{}", secret::sha256(asked)))
}

/// What came of the same form before.
async fn done(db: &impl ConnectionTrait, key: &str) -> Result<Option<Number>> {
    let made = Entity::find().filter(Column::PlaceKey.eq(key)).one(db).await?;
    let number = |made: booking::Model| made.number.parse();
    made.map(number).transpose().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}
