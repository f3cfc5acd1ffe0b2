//! What the house does by itself from time to time.

use serde::{Deserialize, Serialize};

use crate::{Instant, word::words};

/// A job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Job {
    /// Ends holds that ran out.
    Holds,
    /// Asks the provider about open payments.
    Payments,
    /// Sends refunds, asks about those on their way.
    Refunds,
    /// Delivers notices.
    Notices,
    /// Writes reminders before the service.
    Reminders,
    /// Looks after what customers were promised.
    Promises,
    /// Removes what nobody can use any more.
    Leftovers,
}

words!(Job {
    Holds = "holds",
    Payments = "payments",
    Refunds = "refunds",
    Notices = "notices",
    Reminders = "reminders",
    Promises = "promises",
    Leftovers = "leftovers",
});

/// A job as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobRow {
    /// Which.
    pub job: Job,
    /// Runs so many seconds apart.
    pub every: u32,
    /// Last begun.
    pub began: Option<Instant>,
    /// Last ended well.
    pub ended: Option<Instant>,
    /// Things done in the last run.
    pub done: u64,
    /// Runs that failed since the last good one.
    pub failures: u32,
    /// What went wrong last; blank if nothing did.
    pub trouble: String,
    /// Seconds by which it is late; 0 if it is not.
    pub lag: u32,
}
