//! The free move of an urgent case (B13): whether a booking still has it, and where it could go.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use domain::{
    Fault, Instant, Rule,
    booking::{Number, Status},
    catalogue::Wish,
    change::{ChangeStatus, FreeMove},
    time::from_micros,
};
use entity::{booking, booking_change};
use i18n::Script;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{open, plan};
use crate::{
    Asker, Cx, Error, Result,
    catalogue::{self, Ware},
    inventory, payment,
};

/// Days whose stock is read in one go; the terms give at most a year of them.
const STRETCH: u32 = 62;

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
    let last = later(booking.day, days);
    let last = last.ok_or_else(|| Error::Internal(format!("booking {} is at the end of time", booking.number)))?;
    Ok(Some(FreeMove { last, next: next(cx, script, &booking, days).await? }))
}

/// The next day on which the same is free; of slots and departures the same time before any other.
async fn next(cx: &Cx, script: Script, booking: &booking::Model, days: u64) -> Result<Option<Wish>> {
    let booked = plan::asked_of(&cx.db, booking).await?;
    let (slug, wish) = (booked.slug.clone(), booking.wish());
    let ware = Ware::booked(&cx.db, &booked, cx.now()).await?;
    if !ware.is_on_sale() {
        return Ok(None);
    }
    let mut stock = Stock { free: HashSet::new(), read: wish.day };
    for after in 1..=days {
        let Some(day) = later(wish.day, after) else { break };
        match stock.may_have(cx, script, &slug, &wish, day).await {
            Ok(true) => {}
            Ok(false) => continue,
            // It has just been taken off sale.
            Err(Error::Refused(Rule::Unknown)) => return Ok(None),
            Err(error) => return Err(error),
        }
        let mut times = vec![wish.at];
        if wish.at.is_some() {
            let slots = catalogue::slots(cx, script, &slug, day, wish.heads).await?;
            let free = slots.iter().filter(|slot| slot.shortage.is_none()).map(|slot| Some(slot.at));
            times.extend(free.filter(|at| *at != wish.at));
        }
        for at in times {
            let wanted = Wish { day, at, ..wish.clone() };
            match is_free(cx, script, booking.id, ware.clone(), &wanted).await {
                Ok(true) => return Ok(Some(wanted)),
                Ok(false) => {}
                // The offer does not take such a party any more, whatever the day.
                Err(Error::Refused(Rule::Invalid(faults))) if !faults.iter().any(of_the_time) => return Ok(None),
                Err(Error::Refused(Rule::Invalid(_))) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(None)
}

fn later(day: NaiveDate, by: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(by))
}

/// Days on which there is something, read as far as they are asked for: most days of a full season need no closer look.
struct Stock {
    free: HashSet<NaiveDate>,
    read: NaiveDate,
}

impl Stock {
    /// Whether a day may have what is wanted, by what is left of it to anybody. What the booking has itself counts for more than that,
    /// so that its own days are not judged.
    async fn may_have(&mut self, cx: &Cx, script: Script, slug: &str, wish: &Wish, day: NaiveDate) -> Result<bool> {
        let nights = u64::from(wish.nights.max(1));
        let own = later(wish.day, nights);
        while later(day, nights - 1).is_some_and(|last| self.read < last) {
            let Some(first) = later(self.read, 1) else { break };
            let cells = catalogue::calendar(cx, script, slug, first, STRETCH, wish.units).await?;
            self.free.extend(cells.iter().filter(|cell| cell.shortage.is_none()).map(|cell| cell.day));
            self.read = later(self.read, STRETCH.into()).unwrap_or(NaiveDate::MAX);
        }
        let is_there = |night: NaiveDate| Some(night) <= own || self.free.contains(&night);
        Ok((0..nights).all(|night| later(day, night).is_some_and(is_there)))
    }
}

async fn is_free(cx: &Cx, script: Script, booking_id: i64, ware: Ware, wish: &Wish) -> Result<bool> {
    let now = cx.now();
    match ware.plan(&cx.db, wish, now).await {
        Ok(plan) => Ok(inventory::lacking(&cx.db, booking_id, &plan.wants, now, script).await?.is_none()),
        // Nothing is sold then.
        Err(Error::Refused(Rule::Full(_))) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A fault of the day or the time that is wanted.
fn of_the_time(fault: &Fault) -> bool {
    ["day", "at"].contains(&fault.field.as_str())
}
