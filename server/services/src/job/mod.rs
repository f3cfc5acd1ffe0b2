//! What the house does by itself, in any instance (A9). Each job has a row with a lease, so that one instance runs it at a
//! time; the lease of an instance that died lapses, and what it left half done the next run finds.
//!
//! Nobody waits for a job to see the truth: a lapsed hold is inert and a lapsed session void before they are swept.

mod holds;
mod lease;
mod leftovers;
mod rows;
mod run;
mod table;

pub(crate) use holds::expire;
pub use rows::rows;
pub use run::{run_due, run_now, under_lease};
pub use table::every;

use crate::{Result, secret};

/// A name for this process among the instances, new with each start.
///
/// # Errors
/// When the system has no randomness.
pub fn worker() -> Result<String> {
    secret::random::<6>()
}
