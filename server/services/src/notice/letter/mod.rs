//! How a notice is worded: from the booking as it is at that time, in the recipient's script. `story` knows what is told, `facts` what
//! stands in tables; `html`, `plain`, `short` and `calendar` only set it.
//!
//! Whatever customers typed is text everywhere: escaped by maud in pages, by icalendar in calendar files, and without line ends
//! where lines mean something.

mod calendar;
mod facts;
mod html;
mod plain;
mod shelf;
mod short;
mod story;
mod words;

pub(super) use shelf::Shelf;
pub(super) use story::Story;
