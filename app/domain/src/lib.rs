//! The rules of the business, pure: no input or output, no clock, no database, no HTTP, no leptos.
//!
//! The same code runs in the browser for instant feedback and on the server for the decision. Whatever depends on
//! the time is told the time. The data that crosses the wire is here too, so that page and service share it.

pub mod booking;
pub mod calendar;
pub mod case;
pub mod catalogue;
pub mod change;
pub mod contact;
pub mod desk;
pub mod figure;
pub mod help;
pub mod invoice;
pub mod job;
pub mod kind;
pub mod membership;
pub mod money;
pub mod notice;
mod number;
pub mod payment;
pub mod policy;
mod reader;
pub mod rule;
pub mod terms;
#[cfg(test)]
mod testing;
mod text;
pub mod time;
pub mod upload;
pub mod voucher;
mod word;

pub use kind::Kind;
pub use money::Fen;
pub use rule::{Fault, Rule, Shortage};
pub use time::Instant;
