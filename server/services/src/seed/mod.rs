//! Data to look at and to measure with, never for a house that sells already.
//!
//! [`demo`] makes a believable house around today: hotels, venues and coach routes with what is left of them, members,
//! staff of every role, bookings that were really placed, through [`crate::booking::place`] with the clock turned
//! back, and questions that were really asked and answered, through [`crate::case`]. [`bulk`] makes a catalogue of any size.
//!
//! What is sold is described in `content/*.json`, in Simplified Chinese; the other script is converted, or given where
//! the conversion would not be what people write.

mod bookings;
mod bulk;
mod calendar;
mod case_bulk;
mod cases;
mod catalogue;
mod content;
mod demo;
mod help;
mod help_bulk;
mod people;
mod replies;
mod rows;

pub use bulk::bulk;
pub use case_bulk::case_bulk;
pub use demo::{DEMO_PASSWORD, Summary, demo};
pub use help_bulk::help_bulk;
