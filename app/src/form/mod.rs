//! Forms that lose nothing (X3): what was typed and refused waits on the server under the session and comes back with a
//! message at each field. Knows no particular form.

pub mod api;
pub mod query;
mod refusal;
mod typed;

pub use refusal::{Refusal, back, retried};
pub use typed::{Typed, as_pairs};
