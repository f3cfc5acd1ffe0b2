//! The free move of an urgent case (B13): whether a booking still has it, and where it could go.

use chrono::Days;
use domain::{
    Instant, Rule,
    booking::{Number, Status},
    catalogue::Wish,
    change::{ChangeStatus, FreeMove},
    time::from_micros,
};
use entity::{booking, booking_change};
use i18n::Script;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{open, plan};
use crate::{Asker, Cx, Error, Result, catalogue, inventory, payment};

/// Days that are looked through for the next time that is free.
const LOOKED_THROUGH: u64 = 31;

/// When a booking has had its free move; before it was divided from another one, that one's counts.
pub(super) async fn was(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<Option<Instant>> {
    let (mut of, mut until) = (booking.clone(), i64::MAX);
    loop {
        let settled = booking_change::Entity::of_booking(of.id)
            .filter(booking_change::Column::Status.eq(ChangeStatus::Settled.as_str()))
            .filter(booking_change::Column::EndedAt.lte(until))
            .all(db)
            .await?;
        for change in settled {
            if change.asked()?.free {
                return Ok(Some(from_micros(change.ended_at.unwrap_or(change.made_at))));
            }
        }
        let Some(whole) = of.divided_from else { return Ok(None) };
        until = of.placed_at.min(until);
        let whole = booking::Entity::find_by_id(whole).one(db).await?;
        of = whole.ok_or_else(|| Error::Internal(format!("booking {} is a part of none", of.number)))?;
    }
}

/// The free move that the asker's booking has now, with the next time that is free; `None` when it has none.
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn free_move(cx: &Cx, asker: &Asker, script: Script, number: &Number) -> Result<Option<FreeMove>> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let (now, terms) = (cx.now(), booking.terms()?);
    let days = u64::from(terms.relief.move_days);
    let stands = booking.status_at(now)? == Status::Confirmed && now < from_micros(booking.starts_at);
    if days == 0
        || !stands
        || open::live_of(&cx.db, booking.id, now).await?.is_some()
        || was(&cx.db, &booking).await?.is_some()
    {
        return Ok(None);
    }
    let last = booking.day.checked_add_days(Days::new(days));
    let last = last.ok_or_else(|| Error::Internal(format!("booking {} is at the end of time", booking.number)))?;
    Ok(Some(FreeMove { last, next: next(cx, script, &booking, days).await? }))
}

/// The next day on which the same is free; of slots and departures the same time before any other.
async fn next(cx: &Cx, script: Script, booking: &booking::Model, days: u64) -> Result<Option<Wish>> {
    let slug = plan::asked_of(&cx.db, booking).await?.slug;
    let wish = booking.wish();
    for after in 1..=days.min(LOOKED_THROUGH) {
        let Some(day) = wish.day.checked_add_days(Days::new(after)) else { break };
        let mut times = vec![wish.at];
        if wish.at.is_some() {
            let slots = match catalogue::slots(cx, script, &slug, day, wish.heads).await {
                Ok(slots) => slots,
                // It is not sold any more.
                Err(Error::Refused(Rule::Unknown)) => return Ok(None),
                Err(error) => return Err(error),
            };
            let free = slots.iter().filter(|slot| slot.shortage.is_none()).map(|slot| Some(slot.at));
            times.extend(free.filter(|at| *at != wish.at));
        }
        for at in times {
            let wanted = Wish { day, at, ..wish.clone() };
            if is_free(cx, script, booking.id, &slug, &wanted).await? {
                return Ok(Some(wanted));
            }
        }
    }
    Ok(None)
}

async fn is_free(cx: &Cx, script: Script, booking_id: i64, slug: &str, wish: &Wish) -> Result<bool> {
    let now = cx.now();
    match catalogue::plan(&cx.db, slug, wish, now).await {
        Ok(plan) => Ok(inventory::lacking(&cx.db, booking_id, &plan.wants, now, script).await?.is_none()),
        // Nothing is sold then.
        Err(Error::Refused(Rule::Full(_) | Rule::Invalid(_) | Rule::Unknown)) => Ok(false),
        Err(error) => Err(error),
    }
}
