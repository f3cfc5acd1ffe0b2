//! Changing one's mind (B10–B13): moving, enlarging, shortening a booking, taking that back, giving it up.
//!
//! Staff do the same for a customer at the desk, on the same pages. Every amount comes from the server's quote; the pages only set it in words.

pub mod api;
mod cancel_page;
mod change_form;
mod change_page;
mod divide_page;
mod free_move;
mod halves;
mod history;
mod kin;
mod open_change;
mod operations;
mod quote;
mod side;
mod since;

pub use cancel_page::CancelPage;
pub use change_page::ChangePage;
pub use divide_page::DividePage;
pub(crate) use history::{ChangeHistory, difference};
pub(crate) use kin::Kin;
pub(crate) use open_change::OpenNotice;
