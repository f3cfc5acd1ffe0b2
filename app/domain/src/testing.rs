//! What the tests have in common: the day on which they play, faults as short sentences, dice.

use chrono::NaiveDate;

use crate::Fault;

/// Monday, 23 November 2026.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Faults as `field code bound`.
pub(crate) fn said(faults: Vec<Fault>) -> Vec<String> {
    let bound = |fault: &Fault| fault.bound.map(|bound| format!(" {bound}")).unwrap_or_default();
    faults.iter().map(|fault| format!("{} {}{}", fault.field, fault.code, bound(fault))).collect()
}

/// Numbers that are random enough: xorshift.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// One of so many sides, from 0.
    pub(crate) fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % sides
    }
}
