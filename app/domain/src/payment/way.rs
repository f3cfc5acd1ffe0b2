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
}

words!(Way { Online = "online", Counter = "counter", Transfer = "transfer" });

impl Way {
    /// Staff record that the money came; no provider tells us.
    #[must_use]
    pub const fn is_offline(self) -> bool {
        !matches!(self, Self::Online)
    }
}
