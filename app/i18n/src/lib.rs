//! The two scripts: which one a reader wants, the interface's texts, numbers and dates, and the conversion of content.
//!
//! Texts (`fluent`) and conversion (`convert`) exist on the host only; in the browser an island gets its words from the
//! server.

pub mod script;

pub use script::{Localized, Script};
