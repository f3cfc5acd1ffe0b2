//! What a wish would make of a booking, and what it costs.

use domain::booking::Item;
use domain::{
    Fault, Fen, Instant, Rule,
    booking::Status,
    change::{Asked, Before, Fate, Operation, Priced, Wanted, may_move_free, operations, price},
    terms::Terms,
    time::{at, day_of, from_micros, wall_time},
};
use entity::{booking, offer};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::free;
use crate::{
    Error, Result,
    booking::is_over,
    catalogue::{self, Plan},
};

/// A change with all that follows from it.
pub(super) struct Draft {
    pub(super) confirmed: bool,
    pub(super) terms: Terms,
    pub(super) operations: Vec<Operation>,
    pub(super) priced: Priced,
    pub(super) plan: Plan,
}

/// What is booked now.
pub(super) async fn asked_of(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<Asked> {
    let offer = offer::Entity::find_by_id(booking.offer_id).one(db).await?;
    let offer =
        offer.ok_or_else(|| Error::Internal(format!("booking {} is of nothing that is sold", booking.number)))?;
    Ok(Asked { slug: offer.slug, wish: booking.wish(), free: false })
}

/// What `asked` would make of a booking now. That the units are free is not looked at.
///
/// # Errors
/// [`Rule::Over`] for a booking that is; [`Rule::Unchanged`]; [`Rule::TooLate`] past the notice of its terms, or when the service
/// or what is given up of it has begun; [`Rule::ChangePrice`]; [`Rule::NoFreeMove`]; what [`catalogue::plan`] refuses, and
/// [`Rule::Invalid`] for more, or another time, of what is not on sale any more.
pub(super) async fn draft(
    db: &impl ConnectionTrait,
    booking: &booking::Model,
    asked: &Asked,
    now: Instant,
) -> Result<Draft> {
    let status = booking.status_at(now)?;
    if let Some(over) = is_over(db, booking, now).await? {
        return Err(over.into());
    }
    let booked = asked_of(db, booking).await?;
    let operations = operations(&booked, asked);
    if operations.is_empty() {
        return Err(Rule::Unchanged.into());
    }
    let starts = from_micros(booking.starts_at);
    let same_offer = booked.slug == asked.slug;
    let same_start = same_offer && booked.wish.day == asked.wish.day && booked.wish.at == asked.wish.at;
    // What has begun is still offered to who has it.
    let seen = if same_start { now.min(starts - chrono::TimeDelta::microseconds(1)) } else { now };
    let plan = if same_offer {
        catalogue::booked_plan(db, &booked, &asked.wish, seen).await?
    } else {
        catalogue::plan(db, &asked.slug, &asked.wish, seen).await?
    };
    if plan.kind != booking.kind()? {
        return Err(Rule::Invalid(vec![Fault::new("slug", "unknown")]).into());
    }
    let (lines, terms) = (booking.lines()?, booking.terms()?);
    let before = Before {
        confirmed: status == Status::Confirmed,
        lines: &lines,
        starts,
        floor: Fen(booking.floor_fen),
        terms: &terms,
        free: asked.free,
    };
    let wanted = Wanted { lines: &plan.lines, same_offer, starts: plan.starts };
    let priced = price(&before, &wanted, now);
    if let Some(since) = plan.off_since().filter(|_| takes(&priced)) {
        return Err(Rule::Invalid(vec![Fault::dated("slug", "not-sold", day_of(since))]).into());
    }
    let confirmed = before.confirmed;
    if asked.free {
        let gone = free::was(db, booking).await?.or((starts <= now).then_some(starts));
        if gone.is_some() || !confirmed || !may_move_free(&terms, &booked, asked, starts, now) {
            return Err(Rule::NoFreeMove(gone).into());
        }
    } else {
        in_time(&priced, &terms, starts, now)?;
    }
    if confirmed && priced.moved && !terms.change_price.allows(Fen(booking.total_fen), priced.total) {
        return Err(Rule::ChangePrice(terms.change_price).into());
    }
    Ok(Draft { confirmed, terms, operations, priced, plan })
}

/// It moves or adds something, so that something is sold.
pub(super) fn takes(priced: &Priced) -> bool {
    priced.moved || priced.parts.iter().any(|part| matches!(part.fate, Fate::Added | Fate::Exchanged))
}

/// Refuses what comes too late: moving or adding past the notice, giving up what has begun.
fn in_time(priced: &Priced, terms: &Terms, starts: Instant, now: Instant) -> std::result::Result<(), Rule> {
    if takes(priced) {
        let until = terms.change_until(starts);
        return if now <= until { Ok(()) } else { Err(Rule::TooLate(until)) };
    }
    let given_up = priced.parts.iter().filter(|part| part.fate == Fate::GivenUp);
    let begins = given_up.map(|part| match part.line.item {
        Item::Night(day) => at(day, wall_time(starts)),
        Item::Head | Item::Seat | Item::Extra(_) => starts,
    });
    match begins.min() {
        Some(begin) if begin <= now => Err(Rule::TooLate(begin)),
        _ => Ok(()),
    }
}
