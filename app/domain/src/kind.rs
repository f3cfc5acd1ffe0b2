//! What is sold (K1–K3).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// One of the things that are sold. A further kind needs data and a form, not a second engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Rooms of a hotel by the night (K1).
    Stay,
    /// Heads at a place in a time slot (K2).
    Venue,
    /// Seats of a coach departure (K3).
    Trip,
}

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Stay, Self::Venue, Self::Trip];

    /// The word for it in the database, in addresses and in message ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stay => "stay",
            Self::Venue => "venue",
            Self::Trip => "trip",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| format!("no kind {text:?}"))
    }
}
