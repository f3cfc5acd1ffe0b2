//! Where a booking stands.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::Instant;

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

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Held, Self::Confirmed, Self::Cancelled, Self::Expired];

    /// The word for it in the database and in message ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Confirmed => "confirmed",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
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

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Status {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|status| status.as_str() == text).ok_or_else(|| format!("no status {text:?}"))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::time::from_micros;

    #[test]
    fn words_and_statuses_correspond() {
        for status in Status::ALL {
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
