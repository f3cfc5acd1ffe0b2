//! One way in which an offer can serve a party: the nights of a stay, a slot of a venue, a departure.

use chrono::NaiveDate;
use domain::{
    Fen, Instant, Kind, Shortage,
    booking::{Item, Line},
    catalogue::SlotHit,
    time::wall_time,
};
use entity::offer;
use i18n::Script;

use super::{shelf::Shelf, shift};
use crate::inventory::{Stock, judge, paced};

/// Slices that belong together, whether they are free or not.
pub(super) struct Choice<'a> {
    kind: Kind,
    surcharge: Fen,
    units: u32,
    /// In order of time, at least one.
    slices: Vec<&'a Stock>,
    /// Counts the parties that start, where the offer is paced.
    pacing: Option<&'a Stock>,
}

/// What an offer has for so many units on a day, in order of time: at most one choice for a stay. What can no more
/// be entered is over; what lacks a night, a slot or its pacing is not offered.
pub(super) fn choices<'a>(
    shelf: &'a Shelf,
    offer: &offer::Model,
    kind: Kind,
    day: NaiveDate,
    (nights, units): (u32, u32),
) -> Vec<Choice<'a>> {
    let slices = shelf.from(offer.resource_id, day);
    let starts = slices.iter().enumerate().take_while(|(_, stock)| stock.day == day);
    starts
        .filter(|(_, stock)| offer.latest(stock.starts) > shelf.now)
        .filter_map(|(position, first)| {
            let slices = match kind {
                Kind::Stay => in_a_row(&slices[position..], nights, |count, _, next| next.day == shift(day, count)),
                Kind::Venue | Kind::Trip => {
                    let span = u32::try_from(offer.span()).unwrap_or(u32::MAX);
                    in_a_row(&slices[position..], span, |_, last, next| next.starts == last.ends)
                }
            }?;
            let pacing = match offer.pacing_resource_id {
                Some(resource) => Some(shelf.at(resource, first.starts)?),
                None => None,
            };
            Some(Choice { kind, surcharge: offer.surcharge(), units, slices, pacing })
        })
        .collect()
}

/// So many slices from the first on, each following the one before, or `None` when one is missing.
fn in_a_row(slices: &[Stock], count: u32, follows: impl Fn(i64, &Stock, &Stock) -> bool) -> Option<Vec<&Stock>> {
    let mut row: Vec<&Stock> = slices.first().into_iter().collect();
    for position in 1..usize::try_from(count).ok()? {
        let next = slices.get(position)?;
        if !follows(i64::try_from(position).ok()?, row.last()?, next) {
            return None;
        }
        row.push(next);
    }
    (!row.is_empty()).then_some(row)
}

impl<'a> Choice<'a> {
    fn first(&self) -> &'a Stock {
        self.slices[0]
    }

    /// Check-in, slot, departure.
    pub(super) fn starts(&self) -> Instant {
        self.first().starts
    }

    /// Check-out, end of the visit, arrival.
    pub(super) fn ends(&self) -> Instant {
        self.slices.last().map_or(self.first().ends, |stock| stock.ends)
    }

    /// Price of one unit: a night's average, a head, a seat.
    pub(super) fn each(&self) -> Fen {
        let nights = self.priced();
        let sum: Fen = nights.iter().map(|stock| stock.price + self.surcharge).sum();
        let count = i64::try_from(nights.len()).unwrap_or(1).max(1);
        Fen((sum.0 + count / 2) / count)
    }

    /// Price of all units, without extras.
    pub(super) fn total(&self) -> Fen {
        self.priced().iter().map(|stock| (stock.price + self.surcharge) * self.units).sum()
    }

    /// The price line by line, without extras: each night of a stay, else one line.
    pub(super) fn lines(&self) -> Vec<Line> {
        let line = |stock: &&Stock| {
            let each = stock.price + self.surcharge;
            let item = match self.kind {
                Kind::Stay => Item::Night(stock.day),
                Kind::Venue => Item::Head,
                Kind::Trip => Item::Seat,
            };
            Line { item, count: self.units, each, total: each * self.units }
        };
        self.priced().iter().map(line).collect()
    }

    /// Units left for the whole of it.
    pub(super) fn free(&self) -> u32 {
        if self.pacing.is_some_and(|stock| stock.free == 0) {
            return 0;
        }
        self.slices.iter().map(|stock| stock.free).min().unwrap_or(0)
    }

    /// Why it cannot be had, or `None` if it can.
    pub(super) fn shortage(&self, script: Script) -> Option<Shortage> {
        let used = judge(self.slices.iter().map(|stock| (Some(*stock), self.units)), script);
        used.or_else(|| judge(self.pacing.map(|stock| (Some(stock), 1)), script).map(paced))
    }

    /// It can be had.
    pub(super) fn is_free(&self) -> bool {
        self.slices.iter().all(|stock| stock.free >= self.units) && self.pacing.is_none_or(|stock| stock.free > 0)
    }

    /// What must be claimed for it.
    pub(super) fn wants(&self) -> Vec<(i64, u32)> {
        let used = self.slices.iter().map(|stock| (stock.id, self.units));
        used.chain(self.pacing.map(|stock| (stock.id, 1))).collect()
    }

    /// As a slot of the day.
    pub(super) fn slot(&self, script: Script) -> SlotHit {
        SlotHit {
            at: wall_time(self.starts()),
            until: wall_time(self.ends()),
            free: self.free(),
            each: self.each(),
            shortage: self.shortage(script),
        }
    }

    /// The slices that have a price: a party at a venue pays once, whatever time it stays.
    fn priced(&self) -> &[&'a Stock] {
        match self.kind {
            Kind::Stay => &self.slices,
            Kind::Venue | Kind::Trip => &self.slices[..1],
        }
    }
}
