//! Booking: form, summary, booking, and seeing it again (B2–B5, B19).

pub mod api;
mod book_page;
mod booking_page;
mod bookings_page;
mod check_page;
mod detail;
mod find_page;
mod hold_island;
mod print_page;
mod status;
mod steps;
mod terms_page;

pub use book_page::BookPage;
pub use booking_page::BookingPage;
pub use bookings_page::BookingsPage;
pub use check_page::CheckPage;
pub use detail::{BookingDetail, service_rows};
pub(crate) use detail::{counter, doer, offer_again, other_number, units};
pub use find_page::FindPage;
pub use hold_island::HoldClock;
pub use print_page::PrintPage;
pub use status::{status_text, status_tone};
pub use terms_page::TermsPage;
