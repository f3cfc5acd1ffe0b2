//! The staff's side (A1, A2): signing in, a day's bookings, a booking whole. What a role may see is decided by the
//! services.

pub mod api;
mod booking_page;
mod day;
mod desk_page;
mod login;
mod money_block;
mod money_forms;
mod payments_page;
mod rooms;
mod search;
mod works_pages;

pub use booking_page::DeskBookingPage;
pub use desk_page::DeskPage;
pub use payments_page::PaymentsPage;
pub(crate) use rooms::{Room, entered, instead};
pub use works_pages::{JobsPage, NoticesPage};
