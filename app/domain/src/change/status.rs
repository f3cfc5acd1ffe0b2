//! Where a change stands, and what may follow.

use serde::{Deserialize, Serialize};

use crate::word::words;

/// Where a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeStatus {
    /// Old and new are both held until the difference is paid.
    Open,
    /// The booking is what was wanted.
    Settled,
    /// Taken back before it was settled.
    Undone,
    /// Not paid in time: the booking stays as it was.
    Expired,
}

words!(ChangeStatus { Open = "open", Settled = "settled", Undone = "undone", Expired = "expired" });

/// What happens to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeStep {
    /// Its difference has come, or there was none.
    Settle,
    /// The customer takes it back.
    Undo,
    /// Its difference did not come in time.
    Lapse,
}

words!(ChangeStep { Settle = "settle", Undo = "undo", Lapse = "lapse" });

impl ChangeStatus {
    /// What it becomes, or `None` where the step is not possible: what has come to its end stays there.
    #[must_use]
    pub const fn after(self, step: ChangeStep) -> Option<Self> {
        match (self, step) {
            (Self::Open, ChangeStep::Settle) => Some(Self::Settled),
            (Self::Open, ChangeStep::Undo) => Some(Self::Undone),
            (Self::Open, ChangeStep::Lapse) => Some(Self::Expired),
            (Self::Settled | Self::Undone | Self::Expired, _) => None,
        }
    }
}
