//! Paying (B8): how, where, until when; what became of it; the receipt.

pub mod api;
mod choice;
mod how;
mod money;
mod pay_page;
mod receipt_page;
mod state;
mod wait_island;
mod waiting;

pub use choice::PayChoice;
pub use money::{MoneyBlock, payment_rows, refund_rows, refund_sum};
pub use pay_page::PayPage;
pub use receipt_page::ReceiptPage;
pub(crate) use state::PayState;
pub use wait_island::PayWatch;
