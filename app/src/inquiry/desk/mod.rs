//! The desk on which staff answer questions all day (A3, C4, C5).

pub mod api;
mod case_page;
mod forms;
mod keys;
mod mates;
mod queue_page;
mod reply_form;
mod side;

pub use case_page::DeskInquiryPage;
pub(super) use mates::Mates;
pub use queue_page::QueuePage;
