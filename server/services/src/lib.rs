//! The use-cases, one verb per file; the only place with transactions.
//!
//! Knows nothing of HTTP, pages or leptos; reads no environment.

pub mod actor;
mod audit;
pub mod booking;
pub mod case;
pub mod catalogue;
pub mod change;
pub mod check;
mod clock;
mod connect;
pub mod cx;
pub mod desk;
pub mod draft;
pub mod error;
pub mod figure;
pub mod help;
pub mod inventory;
pub mod invoice;
pub mod job;
pub mod membership;
pub mod notice;
mod outside;
mod password;
pub mod payment;
pub mod policy;
pub mod pool;
mod secret;
pub mod seed;
pub mod session;
pub mod staff;
pub mod throttle;
pub mod upload;
pub mod voucher;
pub mod write_key;

pub use actor::{Asker, Member, Session, Staff};
pub use clock::{Clock, SystemClock, keep_time};
pub use cx::{Cx, Settings, Tx};
pub use error::{Error, Result};
pub use outside::Outside;
