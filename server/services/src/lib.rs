//! The use-cases, one verb per file; the only place with transactions.
//!
//! Knows nothing of HTTP, pages or leptos; reads no environment.

pub mod actor;
pub mod cx;
pub mod error;

pub use actor::{Asker, Member, Session, Staff};
pub use cx::{Clock, Cx, Settings, SystemClock};
pub use error::{Error, Result};
