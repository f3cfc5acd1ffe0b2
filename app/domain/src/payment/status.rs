//! Where an attempt to pay stands, and what may follow.

use serde::{Deserialize, Serialize};

use crate::word::words;

/// Where an attempt to pay stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaymentStatus {
    /// The customer may pay; nothing is known to have come.
    Open,
    /// The money is here.
    Paid,
    /// The provider refused it.
    Declined,
    /// Closed unpaid: given up, timed out, or no longer wanted.
    Abandoned,
    /// Nobody can tell by rule; a person resolves it at the desk.
    Stuck,
}

words!(PaymentStatus {
    Open = "open",
    Paid = "paid",
    Declined = "declined",
    Abandoned = "abandoned",
    Stuck = "stuck",
});

/// What happens to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaymentStep {
    /// The money came: the provider, or staff, say so.
    Arrive,
    /// The provider refused it.
    Decline,
    /// It was closed unpaid.
    Abandon,
    /// It cannot be told by rule.
    Stall,
}

words!(PaymentStep { Arrive = "arrive", Decline = "decline", Abandon = "abandon", Stall = "stall" });

/// What a person decides about a stuck payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Resolution {
    /// It is enough: confirm the booking, give back what is too much.
    Accept,
    /// Give all of it back.
    Return,
    /// No money came after all.
    Forget,
}

words!(Resolution { Accept = "accept", Return = "return", Forget = "forget" });

impl PaymentStatus {
    /// What it becomes, or `None` where the step changes nothing: a repeated notification, or news older than what is known.
    /// Money that came is never forgotten: `Paid` is final, and any other state gives way to it.
    #[must_use]
    pub const fn after(self, step: PaymentStep) -> Option<Self> {
        use PaymentStep::{Abandon, Arrive, Decline, Stall};
        match (self, step) {
            (Self::Open | Self::Declined | Self::Abandoned | Self::Stuck, Arrive) => Some(Self::Paid),
            (Self::Open | Self::Stuck, Decline) => Some(Self::Declined),
            (Self::Open | Self::Stuck, Abandon) => Some(Self::Abandoned),
            (Self::Open | Self::Declined | Self::Abandoned, Stall) => Some(Self::Stuck),
            (Self::Paid, _) | (Self::Declined | Self::Abandoned, Decline | Abandon) | (Self::Stuck, Stall) => None,
        }
    }
}
