//! How a booking is paid.

use serde::{Deserialize, Serialize};

use crate::word::words;

/// Everything is priced in it, and the books are kept in it.
pub const CURRENCY: &str = "CNY";

/// How a booking is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// On the payment provider's page, now.
    #[default]
    Online,
    /// At the counter, until a deadline.
    Counter,
    /// By bank transfer, until a deadline.
    Transfer,
    /// With a voucher: not chosen but laid beside the way that is (B13).
    Voucher,
}

words!(Way { Online = "online", Counter = "counter", Transfer = "transfer", Voucher = "voucher" });

impl Way {
    /// The ways that a customer chooses from.
    pub const CHOICES: [Self; 3] = [Self::Online, Self::Counter, Self::Transfer];

    /// The way that was chosen in a form; a voucher is none.
    #[must_use]
    pub fn chosen(typed: &str) -> Option<Self> {
        Self::CHOICES.into_iter().find(|way| way.as_str() == typed)
    }

    /// Staff record that the money came; no provider tells us.
    #[must_use]
    pub const fn is_offline(self) -> bool {
        matches!(self, Self::Counter | Self::Transfer)
    }
}
