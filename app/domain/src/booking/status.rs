//! Where a booking stands.

use serde::{Deserialize, Serialize};

use crate::{Instant, word::words};

/// Where a booking stands. `Expired` is what a hold is after its end, swept or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Units are held, payment is awaited.
    Held,
    /// Paid for or otherwise settled.
    Confirmed,
    /// Given up by the customer or the house.
    Cancelled,
    /// Not paid in time.
    Expired,
}

words!(Status { Held = "held", Confirmed = "confirmed", Cancelled = "cancelled", Expired = "expired" });

/// What happens to a booking (B19). Each is an event on its timeline, worded as `event-{word}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// Its hold was prolonged, once.
    Extend,
    /// What was due has come in time.
    Pay,
    /// The hold ran out.
    Expire,
    /// What was due came late, and the units could be taken again.
    Retake,
    /// The customer or the house gave it up.
    Cancel,
}

words!(Step { Extend = "extended", Pay = "paid", Expire = "expired", Retake = "retaken", Cancel = "cancelled" });

impl Status {
    /// What a booking becomes, or `None` where the step is not possible. Whoever writes a status asks here first.
    #[must_use]
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Held, Step::Extend) => Some(Self::Held),
            (Self::Held, Step::Pay) | (Self::Expired, Step::Retake) => Some(Self::Confirmed),
            (Self::Held, Step::Expire) => Some(Self::Expired),
            (Self::Held | Self::Confirmed, Step::Cancel) => Some(Self::Cancelled),
            (Self::Held, Step::Retake)
            | (Self::Confirmed, Step::Extend | Step::Pay | Step::Expire | Step::Retake)
            | (Self::Expired, Step::Extend | Step::Pay | Step::Expire | Step::Cancel)
            | (Self::Cancelled, _) => None,
        }
    }

    /// Where a booking stands now that is kept as `self`: a hold that is over is expired, swept or not (B6). The end
    /// itself is over.
    #[must_use]
    pub fn effective(self, hold_until: Option<Instant>, now: Instant) -> Self {
        match (self, hold_until) {
            (Self::Held, Some(until)) if until <= now => Self::Expired,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::time::from_micros;

    #[test]
    fn words_and_statuses_correspond() {
        for &status in Status::ALL {
            assert_eq!(status.as_str().parse(), Ok(status));
            assert_eq!(serde_json::to_string(&status).unwrap(), format!("\"{status}\""));
        }
        assert!("paid".parse::<Status>().is_err());
    }

    #[test]
    fn a_hold_ends_to_the_microsecond() {
        let until = from_micros(1_800_000_000_000_000);
        let tick = TimeDelta::microseconds(1);
        assert_eq!(Status::Held.effective(Some(until), until - tick), Status::Held);
        assert_eq!(Status::Held.effective(Some(until), until), Status::Expired);
        assert_eq!(Status::Held.effective(Some(until), until + tick), Status::Expired);
        assert_eq!(Status::Held.effective(None, until), Status::Held);
        for status in [Status::Confirmed, Status::Cancelled, Status::Expired] {
            assert_eq!(status.effective(Some(until), until + tick), status);
        }
    }
}
