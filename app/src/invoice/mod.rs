//! Invoices (A4): asked for on the receipt's page, issued at the desk.

pub mod api;
mod block;
mod invoices_page;

pub(crate) use block::InvoiceBlock;
pub use invoices_page::InvoicesPage;
