//! The member's inbox (A9).

pub mod api;
mod inbox_page;

pub use inbox_page::InboxPage;
