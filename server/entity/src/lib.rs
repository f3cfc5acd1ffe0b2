//! The rows as sea-orm sees them, scoped finders, and their reading into the domain's types.
//!
//! Decides nothing and opens no transaction.

#![allow(missing_docs, reason = "sea-orm's macros make public items that cannot carry documentation")]

pub mod audit;
pub mod booking;
pub mod booking_access;
pub mod booking_event;
pub mod claim;
pub mod draft;
pub mod extra;
pub mod member;
pub mod offer;
pub mod place;
pub mod policy;
pub mod resource;
pub mod session;
pub mod slice;
pub mod staff;
pub mod throttle;
pub mod word;

mod localized;

pub(crate) use localized::{both, both_or_blank};
