//! Changes of bookings by those who made them (B10, B12): quoted and committed as one, new and old held until the difference is
//! settled, taken back in full until then.
//!
//! `plan` says what a wish would make of a booking and what it costs; quote and commit both come from there. A quote is sealed into
//! a token that the commit gives back: nothing is written by asking. `settle` is the one way a booking becomes another, whether at
//! once or when the difference has come.

mod advance;
mod commit;
mod details;
mod divide;
mod expire;
mod free;
mod identity;
mod names;
mod offers;
mod open;
mod part;
mod plan;
mod quote;
mod settle;
mod standing;
mod token;
mod undo;
mod view;

pub use commit::{Committed, Sent, commit};
pub use details::tell_details;
pub use divide::{Divisible, divide, divisible, proposed};
pub(crate) use expire::{end, expire, lapse};
pub use free::free_move;
pub use offers::{offers, wanted};
pub(crate) use open::{live, live_of};
pub use quote::quote;
pub(crate) use settle::settle;
pub use standing::{Standing, standing};
pub use undo::undo;
pub(crate) use view::{open_change, past};
