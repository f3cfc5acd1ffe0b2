//! Why the fee for what is given up is what it is (B11, B12).

use serde::{Deserialize, Serialize};

use crate::{Fen, Instant, terms::Terms};

/// What makes a fee as high as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FeeCause {
    /// The terms keep so many percent at that moment.
    Share(u32),
    /// The terms keep no less of a cancellation.
    Minimum,
    /// It was due already before the booking was moved or divided: a share of the floor, see [`super::Sold::floor`].
    Floor,
}

/// What makes the fee for `given_up` what it is now, where `floor` is its share of the booking's floor; `None` where there is no fee.
pub(super) fn cause(terms: &Terms, given_up: Fen, floor: Fen, starts: Instant, now: Instant) -> Option<FeeCause> {
    let (fee, percent) = (terms.fee(given_up, starts, now), terms.percent(starts, now));
    if fee.max(floor) <= Fen::ZERO {
        None
    } else if floor > fee {
        Some(FeeCause::Floor)
    } else if fee > given_up - given_up.percent(percent) {
        Some(FeeCause::Minimum)
    } else {
        Some(FeeCause::Share(100 - percent))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn the_highest_of_share_minimum_and_floor_makes_the_fee() {
        let terms = Terms { minimum_fee: Fen::yuan(30), ..Terms::standard() };
        let starts: Instant = "2026-12-01T06:00:00Z".parse().unwrap();
        for (hours, given_up, floor, why) in [
            (48, 100, 0, None),
            (48, 100, 1, Some(FeeCause::Floor)),
            (30, 100, 0, Some(FeeCause::Minimum)),
            (30, 150, 0, Some(FeeCause::Share(20))),
            (30, 200, 0, Some(FeeCause::Share(20))),
            (30, 200, 40, Some(FeeCause::Share(20))),
            (30, 200, 41, Some(FeeCause::Floor)),
            (30, 20, 0, Some(FeeCause::Minimum)),
            (10, 20, 0, Some(FeeCause::Minimum)),
            (1, 20, 0, Some(FeeCause::Share(100))),
            (1, 0, 0, None),
        ] {
            let (given_up, floor, now) = (Fen::yuan(given_up), Fen::yuan(floor), starts - TimeDelta::hours(hours));
            let found = cause(&terms, given_up, floor, starts, now);
            assert_eq!(found, why, "{given_up:?} of {floor:?}, {hours} hours before");
        }
    }
}
