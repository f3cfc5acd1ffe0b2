//! Invoices (A4): asked for by the customer, issued or refused by finance.

mod ask;
mod issue;
mod queue;
mod view;

pub use ask::ask;
pub use issue::{correct, issue, refuse};
pub use queue::queue;
pub use view::of_booking;
