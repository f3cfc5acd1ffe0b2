//! Where a refund stands, what may follow, and why it is made.

use serde::{Deserialize, Serialize};

use crate::word::words;

/// Where a refund stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RefundStatus {
    /// The customer gave something up: a supervisor checks that it is right (A4).
    Asked,
    /// Checked: finance, who is somebody else, releases it.
    Checked,
    /// Owed; to be sent to the provider, or paid out by staff.
    Due,
    /// The provider has the order; whether it is done is asked again. It counts against what is left.
    Sent,
    /// The customer has the money.
    Done,
    /// The provider will not do it; a person resolves it at the desk.
    Stuck,
}

words!(RefundStatus { Asked = "asked", Checked = "checked", Due = "due", Sent = "sent", Done = "done", Stuck = "stuck" });

/// What happens to a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RefundStep {
    /// A supervisor finds it right.
    Check,
    /// Finance gives it free.
    Release,
    /// Finance has a question: it is to be checked again.
    SendBack,
    /// The provider has taken the order, or may have: its answer was lost.
    Send,
    /// The provider, or staff who paid it out, say that it is done.
    Finish,
    /// The provider refuses it for good.
    Stall,
    /// Staff let it be tried again, under the same number, so that it cannot be done twice.
    Retry,
}

words!(RefundStep { Check = "check", Release = "release", SendBack = "sendback", Send = "send", Finish = "finish", Stall = "stall", Retry = "retry" });

impl RefundStatus {
    /// What it becomes, or `None` where the step changes nothing. `Done` is final.
    #[must_use]
    pub const fn after(self, step: RefundStep) -> Option<Self> {
        use RefundStep::{Check, Finish, Release, Retry, Send, SendBack, Stall};
        match (self, step) {
            (Self::Asked, Check) => Some(Self::Checked),
            (Self::Checked, SendBack) => Some(Self::Asked),
            (Self::Checked, Release) => Some(Self::Due),
            (Self::Due, Send) => Some(Self::Sent),
            (Self::Due | Self::Sent | Self::Stuck, Finish) => Some(Self::Done),
            (Self::Due | Self::Sent, Stall) => Some(Self::Stuck),
            (Self::Stuck, Retry) => Some(Self::Due),
            _ => None,
        }
    }
}

/// Why money goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// It came when the hold was gone and the units were somebody else's.
    Late,
    /// It was paid for an amount that had become another one meanwhile: the attempt was dead.
    Stale,
    /// The booking was paid already.
    Twice,
    /// The booking had been cancelled.
    Cancelled,
    /// Another amount than the one due: it could confirm nothing.
    Amount,
    /// Money of another currency than ours: it could confirm nothing.
    Currency,
    /// More than was due: the booking was confirmed with the rest.
    Excess,
    /// Staff decided so.
    Staff,
    /// A change made the booking cheaper.
    Change,
}

words!(Reason {
    Late = "late",
    Stale = "stale",
    Twice = "twice",
    Cancelled = "cancelled",
    Amount = "amount",
    Currency = "currency",
    Excess = "excess",
    Staff = "staff",
    Change = "change",
});
