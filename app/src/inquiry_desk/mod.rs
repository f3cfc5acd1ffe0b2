//! The supervisor's side of questions (A3, C5, C6): the board, the working calendar and what is promised by it, prepared answers, and the
//! transfer slip on paper.

pub mod api;
mod board_page;
mod calendar_form;
mod calendar_page;
mod days;
mod effects;
mod promise_form;
mod replies_page;
mod reply_form;
mod slip;
mod slip_page;
mod ways;

pub use board_page::BoardPage;
pub use calendar_page::CalendarPage;
pub use replies_page::RepliesPage;
pub use slip_page::SlipPage;
pub(crate) use ways::Ways;
