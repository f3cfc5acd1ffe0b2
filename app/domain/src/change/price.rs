//! What a change costs, line by line.

use serde::{Deserialize, Serialize};

use super::fee::{FeeCause, cause};
use crate::{
    Fen, Instant,
    booking::{Item, Line},
    terms::Terms,
};

/// A booking before a change.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// It is confirmed; what is only held changes without fees.
    pub confirmed: bool,
    /// Its price, line by line.
    pub lines: &'a [Line],
    /// Start of the service.
    pub starts: Instant,
    /// See [`super::Sold::floor`].
    pub floor: Fen,
    /// The terms it was sold by, which stay.
    pub terms: &'a Terms,
    /// The move costs no fee (B13); the floor stays all the same.
    pub free: bool,
}

/// What is wanted instead.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The whole of it at the prices of now.
    pub lines: &'a [Line],
    /// Of the same offer.
    pub same_offer: bool,
    /// Start of the service.
    pub starts: Instant,
}

/// What becomes of a part of the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Stays, at the price it was sold at.
    Kept,
    /// Is new, at the price of now.
    Added,
    /// Goes, and something new of its kind comes for it: its price counts in full.
    Exchanged,
    /// Goes, and nothing comes for it: it is cancelled by the terms.
    GivenUp,
}

/// A part of the price with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What becomes of it.
    pub fate: Fate,
    /// What it is.
    pub line: Line,
}

/// What a change costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Priced {
    /// How it came about.
    pub parts: Vec<Part>,
    /// The new price, line by line.
    pub lines: Vec<Line>,
    /// The new price.
    pub total: Fen,
    /// Price of what is given up.
    pub given_up: Fen,
    /// Kept of what is given up.
    pub fee: Fen,
    /// What makes that as high as it is.
    pub fee_cause: Option<FeeCause>,
    /// Kept of the booking for being moved.
    pub change_fee: Fen,
    /// No later cancellation costs less (B12).
    pub floor: Fen,
    /// To be paid if above nothing, given back if below.
    pub difference: Fen,
    /// It is moved to another time or offer.
    pub moved: bool,
}

/// Prices a change. Parts that stay keep their price; of those that go, as many as come anew are exchanged, and the rest, the last
/// ones, are given up at the terms' share. Whoever moves a booking takes the fee of a cancellation at that moment along as the
/// least that a later one costs, so that nobody saves it by moving first.
#[must_use]
pub fn price(before: &Before<'_>, wanted: &Wanted<'_>, now: Instant) -> Priced {
    let parts = parts(before, wanted);
    let sum = |fates: &[Fate]| -> Fen {
        parts.iter().filter(|part| fates.contains(&part.fate)).map(|part| part.line.total).sum()
    };
    let old = sum(&[Fate::Kept, Fate::Exchanged, Fate::GivenUp]);
    let total = sum(&[Fate::Kept, Fate::Added]);
    let given_up = sum(&[Fate::GivenUp]);
    let moved = !wanted.same_offer || wanted.starts != before.starts;
    let (mut fee, mut fee_cause, mut change_fee, mut floor) = (Fen::ZERO, None, Fen::ZERO, before.floor);
    if before.confirmed {
        let of_given_up = portion(before.floor, given_up, old);
        fee = before.terms.fee(given_up, before.starts, now).max(of_given_up);
        fee_cause = cause(before.terms, given_up, of_given_up, before.starts, now);
        floor = before.floor - of_given_up;
        if moved {
            change_fee = if before.free { Fen::ZERO } else { before.terms.change_fee.max(Fen::ZERO) };
            floor = floor.max(before.terms.fee(old - given_up, before.starts, now));
        }
    }
    let difference = total + fee + change_fee - old;
    let lines = merged(&parts);
    Priced { parts, lines, total, given_up, fee, fee_cause, change_fee, floor, difference, moved }
}

fn parts(before: &Before<'_>, wanted: &Wanted<'_>) -> Vec<Part> {
    let stays = |item: &Item| match item {
        Item::Night(_) => wanted.same_offer,
        Item::Head | Item::Seat => wanted.same_offer && wanted.starts == before.starts,
        Item::Extra(_) => true,
    };
    let mut parts = Vec::new();
    let mut old = before.lines.to_vec();
    for line in wanted.lines {
        let mut lacking = line.count;
        for known in old.iter_mut().filter(|known| known.item == line.item && stays(&line.item)) {
            let kept = lacking.min(known.count);
            parts.extend(part(Fate::Kept, known, kept));
            known.count -= kept;
            lacking -= kept;
        }
        parts.extend(part(Fate::Added, line, lacking));
    }
    let counted = |fate: Fate| move |part: &&Part| part.fate == fate && !is_extra(&part.line.item);
    let mut coming: u32 = parts.iter().filter(counted(Fate::Added)).map(|part| part.line.count).sum();
    for gone in &old {
        // An extra that is left out is given up, whatever else comes.
        let exchanged = if is_extra(&gone.item) { 0 } else { gone.count.min(coming) };
        coming -= exchanged;
        parts.extend(part(Fate::Exchanged, gone, exchanged));
        parts.extend(part(Fate::GivenUp, gone, gone.count - exchanged));
    }
    parts
}

const fn is_extra(item: &Item) -> bool {
    matches!(item, Item::Extra(_))
}

fn part(fate: Fate, line: &Line, count: u32) -> Option<Part> {
    (count > 0).then(|| Part { fate, line: Line { count, total: line.each * count, ..line.clone() } })
}

/// The lines of the new price, equal ones joined.
fn merged(parts: &[Part]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for part in parts.iter().filter(|part| matches!(part.fate, Fate::Kept | Fate::Added)) {
        match lines.iter_mut().find(|line| line.item == part.line.item && line.each == part.line.each) {
            Some(line) => {
                line.count += part.line.count;
                line.total = line.each * line.count;
            }
            None => lines.push(part.line.clone()),
        }
    }
    lines
}

/// `of` × `part` ÷ `whole`, rounded half up; all of it for all.
pub(super) fn portion(of: Fen, part: Fen, whole: Fen) -> Fen {
    if part <= Fen::ZERO || whole <= Fen::ZERO {
        return Fen::ZERO;
    }
    let (of, part, whole) = (i128::from(of.0), i128::from(part.0), i128::from(whole.0));
    Fen(i64::try_from((of * part * 2 + whole) / (whole * 2)).unwrap_or(i64::MAX))
}
