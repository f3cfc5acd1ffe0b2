//! The two scripts: which one a reader wants, the interface's texts, numbers and dates, and the conversion of content.
//!
//! Texts (`fluent`) and conversion (`convert`) exist on the host only; in the browser an island gets its words from the
//! server. Knows nothing of the business.

#[cfg(feature = "convert")]
pub mod convert;
pub mod format;
pub mod negotiate;
pub mod script;
pub mod texts;

pub use negotiate::negotiate;
pub use script::{Localized, Script};
pub use texts::{Arg, has, text, text_with};
