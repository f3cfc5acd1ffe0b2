//! Writes that may be sent again: the first under a key is done, the others get its answer.
//!
//! A row is made before the work begins and holds the answer once it is done. Only what had an effect is remembered: a
//! refusal changed nothing, so that the same key may be tried again. Work that was cut off by a crash leaves a row without an
//! answer, whose lease lapses; whoever comes then does the work once more and finds the first effect by the business's own
//! keys (a booking's, a payment's, a refund's), which are the last line here as elsewhere.
//!
//! Knows nothing of HTTP but that an answer has a status, a body and perhaps a place to go on to.

mod begin;
mod end;
mod forget;
mod keyed;

pub use begin::{Ticket, Turn, begin};
pub use end::{give_up, remember};
pub use forget::forget;
pub use keyed::{Keyed, Sent};

use chrono::TimeDelta;

/// Work on a write that is still without an answer after this time is taken for dead.
pub const LEASE: TimeDelta = TimeDelta::seconds(30);

/// An answer is remembered so long.
const REMEMBERED: TimeDelta = TimeDelta::hours(24);

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
    /// Where to go on, or blank.
    pub location: String,
}
