//! Where a case stands.

use serde::{Deserialize, Serialize};

use super::Deed;
use crate::word::words;

/// Where a case stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// We owe the customer something.
    #[default]
    Open,
    /// He was asked something, and we wait for him.
    Waiting,
    /// It is answered; it can be opened again for a while.
    Resolved,
}

words!(Status { Open = "open", Waiting = "waiting", Resolved = "resolved" });

impl Status {
    /// What a case becomes, or `None` where the deed is not possible. Whoever writes a deed asks here first.
    #[must_use]
    pub const fn after(self, deed: &Deed) -> Option<Self> {
        match (self, deed) {
            (_, Deed::Opened { .. }) => None,
            (status, Deed::Noted | Deed::Escalated { .. }) => Some(status),
            (Self::Resolved, Deed::Reopened) | (Self::Waiting | Self::Open, Deed::Wrote) => Some(Self::Open),
            (Self::Resolved, Deed::Rated { .. }) => Some(Self::Resolved),
            (Self::Resolved, _) | (_, Deed::Reopened | Deed::Rated { .. }) => None,
            (_, Deed::Asked) => Some(Self::Waiting),
            (_, Deed::Resolved { .. }) => Some(Self::Resolved),
            (
                status,
                Deed::Replied
                | Deed::Claimed { .. }
                | Deed::Released
                | Deed::Transferred { .. }
                | Deed::Accepted
                | Deed::Returned
                | Deed::Extended { .. }
                | Deed::Triaged { .. },
            ) => Some(status),
        }
    }
}
