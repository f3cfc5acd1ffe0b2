//! What a proposal would have meant for what customers did before: their cancellations and changes, one after the other, by the terms
//! that held and by the ones proposed.

use serde::{Deserialize, Serialize};

use crate::{
    Fen, Instant,
    booking::Line,
    change::{Before, Fate, Priced, Sold, Wanted, price},
    terms::Terms,
};

/// Something that a customer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// He gave a paid booking up.
    Cancelled {
        /// Its price.
        total: Fen,
        /// See [`Sold::floor`].
        floor: Fen,
        /// Start of the service.
        starts: Instant,
        /// When.
        at: Instant,
    },
    /// He changed a paid booking.
    Changed {
        /// What he had.
        lines: Vec<Line>,
        /// See [`Sold::floor`].
        floor: Fen,
        /// Start of the service before.
        starts: Instant,
        /// What he had after.
        wanted: Vec<Line>,
        /// Of the same offer.
        same_offer: bool,
        /// Start of the service after.
        then: Instant,
        /// As the free move of an urgent case.
        free: bool,
        /// When.
        at: Instant,
    },
}

/// A case told twice: what was kept of it, and what would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retold {
    /// Number of the booking.
    pub number: String,
    /// When it happened.
    pub at: Instant,
    /// It was a cancellation, else a change.
    pub cancelled: bool,
    /// What was kept.
    pub was: Fen,
    /// What would be kept; `None` when it would have been refused.
    pub would_be: Option<Fen>,
}

/// Cases of a kind, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// All of them.
    pub cases: u32,
    /// Of which the customer would pay more for.
    pub dearer: u32,
    /// Of which he would pay less for.
    pub cheaper: u32,
    /// Of which would be refused.
    pub refused: u32,
    /// What was kept of them all.
    pub was: Fen,
    /// What would be kept of those that would not be refused.
    pub would_be: Fen,
}

/// What a proposal would have meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replay {
    /// Bookings given up.
    pub cancelled: Tally,
    /// Changes.
    pub changed: Tally,
    /// The cases that would differ most, the largest difference first.
    pub most: Vec<Retold>,
    /// Changes of a time when what they were made from was not kept.
    pub untold: u32,
    /// Older cases that were not looked at.
    pub left_out: u32,
}

/// Cases that are shown one by one.
const SHOWN: usize = 10;

impl Case {
    /// What is kept of it by some terms; `None` when they would refuse it.
    #[must_use]
    pub fn kept(&self, terms: &Terms) -> Option<Fen> {
        match self {
            Self::Cancelled { total, floor, starts, at } => {
                let (total, floor, starts) = (*total, *floor, *starts);
                let sold = Sold { confirmed: true, total, kept: total, fees: Fen::ZERO, floor, starts, terms };
                Some(sold.cancellation(*at).fee)
            }
            Self::Changed { lines, floor, starts, wanted, same_offer, then, free, at } => {
                let before = Before { confirmed: true, lines, starts: *starts, floor: *floor, terms, free: *free };
                let priced = price(&before, &Wanted { lines: wanted, same_offer: *same_offer, starts: *then }, *at);
                let old: Fen = lines.iter().map(|line| line.total).sum();
                let in_time = *free || !comes(&priced) || *at <= terms.change_until(*starts);
                let priced_right = !priced.moved || terms.change_price.allows(old, priced.total);
                let free = !*free || terms.relief.move_days > 0;
                (in_time && priced_right && free).then_some(priced.fee + priced.change_fee)
            }
        }
    }

    const fn at(&self) -> Instant {
        match self {
            Self::Cancelled { at, .. } | Self::Changed { at, .. } => *at,
        }
    }
}

/// It moves the booking, or adds to it.
fn comes(priced: &Priced) -> bool {
    priced.moved || priced.parts.iter().any(|part| matches!(part.fate, Fate::Added | Fate::Exchanged))
}

/// Replays cases, each with its booking's number and the terms that it was sold by, under a proposal.
#[must_use]
pub fn replay(cases: &[(String, Terms, Case)], proposal: &Terms) -> Replay {
    let mut replay = Replay::default();
    for (number, terms, case) in cases {
        let was = case.kept(terms).unwrap_or_default();
        let would_be = case.kept(proposal);
        let cancelled = matches!(case, Case::Cancelled { .. });
        let tally = if cancelled { &mut replay.cancelled } else { &mut replay.changed };
        tally.cases += 1;
        tally.was = tally.was + was;
        match would_be {
            None => tally.refused += 1,
            Some(would_be) => {
                tally.would_be = tally.would_be + would_be;
                tally.dearer += u32::from(would_be > was);
                tally.cheaper += u32::from(would_be < was);
            }
        }
        if would_be != Some(was) {
            replay.most.push(Retold { number: number.clone(), at: case.at(), cancelled, was, would_be });
        }
    }
    // What would be refused weighs most; then the largest difference, then the latest.
    let weight = |told: &Retold| {
        let difference = told.would_be.map_or(i64::MAX, |would_be| (would_be - told.was).0.abs());
        (std::cmp::Reverse(difference), std::cmp::Reverse(told.at))
    };
    replay.most.sort_by_key(weight);
    replay.most.truncate(SHOWN);
    replay
}
