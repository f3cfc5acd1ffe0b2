//! A booking: how it is asked for, what it is called, what it costs, and how it is shown.

mod form;
mod number;
mod price_text;
mod status;
#[cfg(test)]
mod tests;
mod view;

pub use form::{BookingForm, FindForm, Order, read_id, read_preferences};
pub(crate) use form::{PREFERENCES, REMARKS};
pub use number::Number;
pub use price_text::price_text;
pub use status::{Status, Step};
pub use view::{Booking, BookingRow, DeskLayer, Event, Item, Line};
