//! The portal: pages, islands and server functions, one folder per feature.
//!
//! Pages are rendered on the server and work without script; islands are what must react in the hand. Compiled twice:
//! with `ssr` for the server, with `hydrate` for the browser. Never names the database.

#![recursion_limit = "256"] // a page's view is one deeply nested type
#![allow(unreachable_pub, reason = "the component macro makes its props as public as the component's name")]

pub mod booking;
mod browser;
pub mod catalogue;
pub mod change;
pub mod desk;
pub mod error;
pub mod figure;
pub mod form;
pub mod frame;
pub mod help;
pub mod inquiry;
pub mod inquiry_desk;
pub mod invoice;
pub mod membership;
pub mod notice;
pub mod payment;
pub mod policy;
pub mod response;
#[cfg(feature = "ssr")]
pub mod server;
pub mod upload;
pub mod viewer;
pub mod voucher;
pub mod words;

pub use error::ApiError;
pub use frame::{App, shell};
pub use viewer::Viewer;
