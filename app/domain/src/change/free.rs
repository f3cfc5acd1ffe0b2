//! The free move of an urgent case (B13): once, to a later time, as long as the service has not begun.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Asked, Operation, operations};
use crate::{Instant, catalogue::Wish, terms::Terms};

/// A free move that a customer may make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeMove {
    /// It may be moved to this day at the latest.
    pub last: NaiveDate,
    /// The next time that is free; none where there is none in that time.
    pub next: Option<Wish>,
}

/// Whether a booking may become that without a fee: nothing else than its time changes, to a later one within the days that its terms
/// give, before the service begins. That it was not moved so before is the caller's to know.
#[must_use]
pub fn may_move_free(terms: &Terms, from: &Asked, to: &Asked, starts: Instant, now: Instant) -> bool {
    let only_time =
        operations(from, to).iter().all(|operation| matches!(operation, Operation::Day(..) | Operation::Time(..)));
    let later = (to.wish.day, to.wish.at) > (from.wish.day, from.wish.at);
    let last = from.wish.day.checked_add_days(Days::new(u64::from(terms.relief.move_days)));
    terms.relief.move_days > 0 && now < starts && only_time && later && last.is_some_and(|last| to.wish.day <= last)
}
