//! Questions of customers (C1–C8): asking, the thread, rating the outcome; and the desk on which staff answer (`desk`).
//!
//! Everything works without script. The island [`live`] makes it quicker: entries come by a stream as the server renders them
//! ([`fragment`]), what is typed is kept, keys do what buttons do.

pub mod api;
mod ask_link;
mod ask_page;
mod check_page;
pub mod desk;
mod find_page;
pub mod fragment;
mod inquiries_page;
mod inquiry_page;
mod live_island;
mod offers;
mod promised;
mod rate_page;
mod rating;
mod thread;

pub use ask_link::AskLink;
pub use ask_page::AskPage;
pub use check_page::CheckAskPage;
pub use find_page::FindInquiryPage;
pub use inquiries_page::InquiriesPage;
pub use inquiry_page::InquiryPage;
pub(crate) use live_island::Live;
pub(crate) use promised::{holder_text, span};
pub use rate_page::RatePage;
