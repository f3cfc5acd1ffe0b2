//! The rooms of every night, which all bookings share.

use std::collections::BTreeMap;

/// Rooms of a night.
pub(super) const ROOMS: u32 = 6;

/// Units of nights.
pub(super) type Units = BTreeMap<u64, u32>;

/// What is taken of every night.
#[derive(Default)]
pub(super) struct Slices(Units);

impl Slices {
    /// Takes all of it, or nothing when some of it is not free.
    pub(super) fn take(&mut self, units: &Units) -> bool {
        let taken = |night| self.0.get(night).copied().unwrap_or_default();
        if units.iter().any(|(night, count)| taken(night) + count > ROOMS) {
            return false;
        }
        units.iter().for_each(|(night, count)| *self.0.entry(*night).or_default() += count);
        true
    }

    pub(super) fn give(&mut self, units: &Units) {
        for (night, count) in units {
            let taken = self.0.get_mut(night).expect("a night that was taken");
            *taken = taken.checked_sub(*count).expect("no more than was taken");
        }
    }

    /// Just this is taken, and no night oversold.
    pub(super) fn are(&self, held: &Units) {
        let taken: Units =
            self.0.iter().filter(|(_, count)| **count > 0).map(|(night, count)| (*night, *count)).collect();
        assert_eq!(&taken, held, "no unit is lost, none is taken twice");
        assert!(taken.values().all(|count| *count <= ROOMS), "oversold");
    }
}

/// What the first has more than the second of every night.
pub(super) fn beyond(more: &Units, less: &Units) -> Units {
    let net =
        more.iter().map(|(night, count)| (*night, count.saturating_sub(less.get(night).copied().unwrap_or_default())));
    net.filter(|(_, count)| *count > 0).collect()
}
