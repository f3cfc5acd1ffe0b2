//! Money for a booking: attempts to pay, refunds, and the books that prove both (B8, A4).
//!
//! Pure machines: what may follow what, what money that has arrived does, and which entries a fact makes in the double-entry
//! ledger. Who asks, when, and how a provider speaks is decided elsewhere.

mod doubt;
mod form;
mod ledger;
mod page;
mod refund;
mod settle;
mod split;
mod status;
#[cfg(test)]
mod tests;
mod view;
mod way;
#[cfg(test)]
mod world;

pub use doubt::Doubt;
pub use form::{ReceiptForm, read_reason, read_slip};
pub use ledger::{Account, Fact, Posting, postings};
pub use page::{Code, Page};
pub use refund::{Reason, RefundStatus, RefundStep};
pub use settle::{Arrival, Settlement, settle};
pub use split::split;
pub use status::{PaymentStatus, PaymentStep, Resolution};
pub use view::{CollectionRow, DueFor, DueRow, Payment, PaymentQueue, Receipt, Refund, RefundRow, StuckRow};
pub use way::{CURRENCY, Way};
