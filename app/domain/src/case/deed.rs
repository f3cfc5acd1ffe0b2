//! What happens in a case: its log, from which everything else follows.

use serde::{Deserialize, Serialize};

use super::{Category, Department, Level, Priority};
use crate::Instant;

/// Who has a case in hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holder {
    /// A department of ours.
    Department(Department),
    /// Somebody outside: a supplier, a travel agency.
    Partner(String),
}

impl Default for Holder {
    fn default() -> Self {
        Self::Department(Department::default())
    }
}

/// Who brought a case to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Closer {
    /// We, with an answer.
    Staff,
    /// The customer, who needs no answer any more.
    Customer,
}

/// Something that was done; what was said with it stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "lowercase")]
pub enum Deed {
    /// The customer asked.
    Opened {
        /// About what.
        category: Category,
        /// How hard it is taken to be.
        level: Level,
        /// How much it presses.
        priority: Priority,
        /// Who has it first.
        department: Department,
    },
    /// The customer wrote again.
    Wrote,
    /// Staff wrote; there is more to come.
    Replied,
    /// Staff asked the customer something and wait.
    Asked,
    /// A note that customers never see.
    Noted,
    /// Somebody of the staff took it.
    Claimed {
        /// Who.
        staff: i64,
    },
    /// Nobody has it any more.
    Released,
    /// Handed on (C5).
    Transferred {
        /// To whom.
        to: Holder,
        /// Working minutes they have.
        minutes: u32,
        /// How an outside partner is reached, told to the customer; blank inside the house.
        #[serde(default)]
        contact: String,
    },
    /// Those it was handed to have taken it.
    Accepted,
    /// They have given it back.
    Returned,
    /// The answer will come later than promised (C6).
    Extended {
        /// By then.
        until: Instant,
    },
    /// Judged anew (C3).
    Triaged {
        /// About what.
        category: Category,
        /// How hard.
        level: Level,
        /// How pressing.
        priority: Priority,
    },
    /// Brought to its end.
    Resolved {
        /// By whom.
        by: Closer,
    },
    /// The customer was not done.
    Reopened,
    /// A promise was broken; the supervisors were told.
    Escalated {
        /// Which.
        duty: super::Duty,
    },
    /// The customer rated the outcome (C8).
    Rated {
        /// 5 very satisfied … 1 very dissatisfied.
        level: u8,
    },
}

impl Deed {
    /// The word for it in the database and in message ids.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::Wrote => "wrote",
            Self::Replied => "replied",
            Self::Asked => "asked",
            Self::Noted => "noted",
            Self::Claimed { .. } => "claimed",
            Self::Released => "released",
            Self::Transferred { .. } => "transferred",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::Extended { .. } => "extended",
            Self::Triaged { .. } => "triaged",
            Self::Resolved { .. } => "resolved",
            Self::Reopened => "reopened",
            Self::Escalated { .. } => "escalated",
            Self::Rated { .. } => "rated",
        }
    }

    /// The customer sees that it was done. What it says inside the house he never sees.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        match self {
            Self::Opened { .. }
            | Self::Wrote
            | Self::Replied
            | Self::Asked
            | Self::Transferred { .. }
            | Self::Extended { .. }
            | Self::Resolved { .. }
            | Self::Reopened
            | Self::Rated { .. } => true,
            Self::Noted
            | Self::Claimed { .. }
            | Self::Released
            | Self::Accepted
            | Self::Returned
            | Self::Triaged { .. }
            | Self::Escalated { .. } => false,
        }
    }

    /// A person has spoken to the customer, so that he need not wait for a first word any more.
    #[must_use]
    pub const fn speaks(&self) -> bool {
        matches!(self, Self::Replied | Self::Asked | Self::Extended { .. } | Self::Resolved { .. })
    }
}

/// A deed at its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Instant,
    /// What.
    pub deed: Deed,
}
