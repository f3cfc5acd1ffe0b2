//! Attachments (C1): kept under the session as they come, attached by the form that is accepted, opened by those who may.
//!
//! What they are attached to is a text such as `case:12`; who may read that subject is decided where the subject is known.

mod attach;
mod keep;
mod mine;
mod open;
mod scan;

use chrono::TimeDelta;

pub use attach::{attach, of_subject};
pub use keep::keep;
pub use mine::mine;
pub use open::{Content, open_attached, open_own, reader};
pub use scan::{Scanner, ScannerSilent, Verdict};

/// A file waits so long for its form to be accepted, like a form that was refused.
const LIFE: TimeDelta = TimeDelta::hours(24);
