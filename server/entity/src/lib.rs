//! The rows as sea-orm sees them, scoped finders, and their reading into the domain's types.
//!
//! Decides nothing and opens no transaction.

#![allow(missing_docs, reason = "sea-orm's macros make public items that cannot carry documentation")]

pub mod audit;
pub mod audit_item;
pub mod audit_sample;
pub mod booking;
pub mod booking_access;
pub mod booking_alias;
pub mod booking_change;
pub mod booking_event;
pub mod case_access;
pub mod case_alert;
pub mod case_draft;
pub mod case_event;
pub mod case_file;
pub mod case_presence;
pub mod case_promise;
pub mod case_round;
pub mod claim;
pub mod draft;
pub mod entry;
pub mod extra;
pub mod help_article;
pub mod help_version;
pub mod help_vote;
pub mod invoice;
pub mod job;
pub mod journal;
pub mod member;
pub mod notice;
pub mod offer;
pub mod payment;
pub mod place;
pub mod policy;
pub mod provider_message;
pub mod refund;
pub mod reply_template;
pub mod resource;
pub mod session;
pub mod slice;
pub mod staff;
pub mod throttle;
pub mod upload;
pub mod voucher;
pub mod voucher_use;
pub mod word;
pub mod work_calendar;
pub mod write_key;

mod localized;

pub(crate) use localized::{both, both_or_blank};
