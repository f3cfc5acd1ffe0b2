//! Vouchers (B13): given instead of a fee, laid aside for a booking that is held or for a change's difference, paid with when that is
//! confirmed, given back when it is cancelled.
//!
//! What is laid aside is like a claim: inert from the instant the hold is over, whether or not a job has written that down. Locks are
//! taken in the order of `payment`: the booking first, then its vouchers, then slices.

mod apply;
mod grant;
mod lapse;
mod list;
mod pay;
mod remove;
mod worth;

pub use apply::apply;
pub(crate) use grant::{grant, granted, paid_part};
pub(crate) use lapse::lapse;
pub use list::mine;
pub(crate) use pay::{give_back, pay};
pub(crate) use remove::drop_held;
pub use remove::remove;
pub(crate) use worth::{aside, lock_standing, shown};
