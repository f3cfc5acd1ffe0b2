//! What became of some rounds, and the rates that follow.
//!
//! - First word in time: of the rounds whose first word came, or should have come by now. A round that still has time counts in
//!   neither; nor does one whose customer closed it before anybody had to speak.
//! - Answer in time: of the rounds that we answered, or should have answered by now. While we wait for the customer no time goes by.
//!   One that the customer closed himself counts only where it was late already.
//! - Right answers: of those that were judged in a sample.
//! - Content customers: *satisfied* and *very satisfied* of those who rated.

use std::{
    iter::Sum,
    ops::{Add, AddAssign},
};

use serde::{Deserialize, Serialize};

/// Bounds of the spread of handling times, working minutes; what takes longer than the last comes after them.
pub const SPREAD: [u32; 6] = [30, 60, 120, 240, 480, 1440];

/// What the house wants to reach, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Targets {
    /// First words and answers in time.
    pub kept: u32,
    /// Right answers.
    pub accurate: u32,
    /// Content customers.
    pub satisfied: u32,
}

impl Targets {
    /// The house's.
    pub const HOUSE: Self = Self { kept: 950, accurate: 980, satisfied: 900 };
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Those that fit.
    pub part: u32,
    /// All that count.
    pub whole: u32,
}

impl Share {
    /// In thousandths, cut and not rounded: a hundred percent is said of all and of nothing less. Nothing where nothing counts.
    #[must_use]
    pub fn permille(self) -> Option<u32> {
        let cut = (u64::from(self.part) * 1000).checked_div(u64::from(self.whole))?;
        u32::try_from(cut).ok()
    }

    /// In percent with one decimal, without the sign: `97.5`. Nothing where nothing counts.
    #[must_use]
    pub fn percent(self) -> Option<String> {
        self.permille().map(|cut| format!("{}.{}", cut / 10, cut % 10))
    }

    /// Thousandths more than another; less than nothing for less. Nothing where either says nothing.
    #[must_use]
    pub fn over(self, other: Self) -> Option<i64> {
        Some(i64::from(self.permille()?) - i64::from(other.permille()?))
    }
}

/// What became of some rounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many.
    pub rounds: u32,
    /// Their first word came in time.
    pub first_kept: u32,
    /// It came late, or is late.
    pub first_broken: u32,
    /// Our answer came in time.
    pub answer_kept: u32,
    /// It came late, or is late.
    pub answer_broken: u32,
    /// How they were rated: how often 1, very dissatisfied, to 5, very satisfied.
    pub ratings: [u32; 5],
    /// Their answer was judged in a sample.
    pub judged: u32,
    /// And found right.
    pub accurate: u32,
    /// We answered them.
    pub answered: u32,
    /// Working minutes that those took together.
    pub minutes: u64,
}

impl Tally {
    /// First words in time.
    #[must_use]
    pub const fn first(&self) -> Share {
        Share { part: self.first_kept, whole: self.first_kept.saturating_add(self.first_broken) }
    }

    /// Answers in time.
    #[must_use]
    pub const fn answer(&self) -> Share {
        Share { part: self.answer_kept, whole: self.answer_kept.saturating_add(self.answer_broken) }
    }

    /// Right answers.
    #[must_use]
    pub const fn right(&self) -> Share {
        Share { part: self.accurate, whole: self.judged }
    }

    /// Content customers.
    #[must_use]
    pub fn satisfied(&self) -> Share {
        let whole = self.ratings.iter().fold(0, |sum: u32, count| sum.saturating_add(*count));
        Share { part: self.ratings[3].saturating_add(self.ratings[4]), whole }
    }

    /// Rounds of which it is not known yet, or does not matter, whether their answer came in time.
    #[must_use]
    pub const fn unsettled(&self) -> u32 {
        self.rounds.saturating_sub(self.answer_kept).saturating_sub(self.answer_broken)
    }

    /// Working minutes that an answer took on average, rounded. Nothing where nothing was answered.
    #[must_use]
    pub fn average(&self) -> Option<u32> {
        let (minutes, answered) = (self.minutes, u64::from(self.answered));
        let average = minutes.saturating_add(answered / 2).checked_div(answered)?;
        u32::try_from(average).ok()
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        let sums = [
            (&mut self.rounds, other.rounds),
            (&mut self.first_kept, other.first_kept),
            (&mut self.first_broken, other.first_broken),
            (&mut self.answer_kept, other.answer_kept),
            (&mut self.answer_broken, other.answer_broken),
            (&mut self.judged, other.judged),
            (&mut self.accurate, other.accurate),
            (&mut self.answered, other.answered),
        ];
        for (sum, more) in sums.into_iter().chain(self.ratings.iter_mut().zip(other.ratings)) {
            *sum = sum.saturating_add(more);
        }
        self.minutes = self.minutes.saturating_add(other.minutes);
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}
