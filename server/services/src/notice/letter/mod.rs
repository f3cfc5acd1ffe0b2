//! How a notice is worded: from what it is about as it is at that time, in the recipient's script. A `tale` knows what is told, that of
//! a `booking` or of a `case`, `facts` what stands in tables; `html`, `plain`, `short` and `calendar` only set it.
//!
//! Whatever customers typed is text everywhere: escaped by maud in pages, by icalendar in calendar files, and without line ends
//! where lines mean something.

mod booking;
mod calendar;
mod case;
mod facts;
mod html;
mod plain;
mod shelf;
mod short;
mod story;
mod tale;
mod words;

pub(super) use shelf::Shelf;
pub(super) use story::Story;
use tale::Tale;
