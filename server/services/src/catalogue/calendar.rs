//! What is left day by day, and slot by slot of a day.

use chrono::NaiveDate;
use domain::{
    Kind, Rule, Shortage,
    catalogue::{DayCell, SlotHit},
};
use entity::offer;
use i18n::Script;

use super::{
    choice::{Choice, choices},
    plan::Ware,
    shelf::Shelf,
    shift,
};
use crate::{Cx, Result, inventory::nearest};

/// Most days of one calendar.
const MOST_DAYS: u32 = 92;

/// What an offer has for so many units on each of the days from the first on: of a stay each night by itself, else the
/// best slot of the day.
pub async fn calendar(
    cx: &Cx,
    script: Script,
    slug: &str,
    first: NaiveDate,
    days: u32,
    units: u32,
) -> Result<Vec<DayCell>> {
    let days = i64::from(days.min(MOST_DAYS));
    let offer = offer::Entity::by_slug(slug).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let kind = offer.kind()?;
    let shelf = Shelf::load(&cx.db, [&offer], (first, shift(first, days - 1)), cx.now()).await?;
    Ok((0..days).map(|count| cell(&shelf, &offer, kind, shift(first, count), units.max(1), script)).collect())
}

/// The slots or departures of a day for so many heads; none for a stay.
pub async fn slots(cx: &Cx, script: Script, slug: &str, day: NaiveDate, heads: u32) -> Result<Vec<SlotHit>> {
    let offer = offer::Entity::by_slug(slug).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    slots_of(cx, script, &offer, day, heads).await
}

/// The same of what somebody has booked; none can be had of an offer that is not on sale.
pub(super) async fn booked_slots(
    cx: &Cx,
    script: Script,
    ware: &Ware,
    day: NaiveDate,
    heads: u32,
) -> Result<Vec<SlotHit>> {
    let mut slots = slots_of(cx, script, &ware.offer, day, heads).await?;
    if !ware.is_on_sale() {
        slots.iter_mut().for_each(|slot| slot.shortage = Some(Shortage::None));
    }
    Ok(slots)
}

async fn slots_of(cx: &Cx, script: Script, offer: &offer::Model, day: NaiveDate, heads: u32) -> Result<Vec<SlotHit>> {
    let kind = offer.kind()?;
    if kind == Kind::Stay {
        return Ok(Vec::new());
    }
    let shelf = Shelf::load(&cx.db, [offer], (day, day), cx.now()).await?;
    Ok(choices(&shelf, offer, kind, day, (1, heads)).iter().map(|choice| choice.slot(script)).collect())
}

fn cell(shelf: &Shelf, offer: &offer::Model, kind: Kind, day: NaiveDate, units: u32, script: Script) -> DayCell {
    let choices = choices(shelf, offer, kind, day, (1, units));
    let shortage = if choices.iter().any(Choice::is_free) {
        None
    } else {
        nearest(choices.iter().filter_map(|choice| choice.shortage(script))).or(Some(Shortage::None))
    };
    DayCell {
        day,
        free: choices.iter().map(Choice::free).max().unwrap_or(0),
        each: choices.iter().map(Choice::each).min(),
        shortage,
    }
}
