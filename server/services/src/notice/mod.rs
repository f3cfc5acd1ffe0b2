//! Notices (A9): written with what they tell of, in one transaction; delivered by workers with leases; told once.
//!
//! `tell` writes rows, `deliver` takes them one by one and hands them over, `letter` words them at that time, `inbox` shows
//! members theirs, `queue` shows the desk what could not be delivered. Knows no SMTP and no HTTP: see the seams in `post`.

mod deliver;
mod inbox;
mod lease;
mod letter;
mod post;
mod queue;
mod remind;
mod tell;

pub use deliver::deliver;
pub use inbox::{inbox, mark_read, unread};
pub use post::{Letter, Mail, Sms, Text, Undelivered};
pub use queue::{queue, resend};
pub use remind::remind;
pub(crate) use tell::{tell, tell_case};
