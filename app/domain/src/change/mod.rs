//! The customer changes his mind (B10–B13): what a change is made of, what it costs, what a cancellation gives back.
//!
//! Pure: one function each serves quote, page and commit, so that what is shown is what happens. What stays as it was keeps the
//! price and the terms it was sold at (B5); only what is new is priced as of now.

mod cancel;
mod divide;
mod divide_form;
mod fee;
mod form;
mod free;
mod operation;
mod price;
mod status;
#[cfg(test)]
mod tests;
mod view;
#[cfg(test)]
mod world;

pub use cancel::{Cancellation, Sold};
pub use divide::{Cut, Divided, Half, Undivided, divide};
pub use divide_form::{CutLimits, DivideForm};
pub use fee::FeeCause;
pub use form::{DetailsForm, read_why};
pub use free::{FreeMove, may_move_free};
pub use operation::{Asked, Operation, operations};
pub use price::{Before, Fate, Part, Priced, Wanted, price};
pub use status::{ChangeStatus, ChangeStep};
pub use view::{CancelQuote, ChangeQuote, OpenChange, PastChange};
