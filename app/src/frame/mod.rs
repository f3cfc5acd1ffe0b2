//! The frame of every page: document, header, footer, routes, error pages.

mod app;
mod document;
mod layout;
mod missing;

pub use app::App;
pub use document::shell;
pub use layout::{Page, Sheet};
pub use missing::{Missing, Refused};
