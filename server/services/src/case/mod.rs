//! Cases: what customers ask (C1–C9), one engine for two policies. A case is a log; whatever is kept beside it follows from it and is
//! written in the same transaction ([`log`]).
//!
//! Customers come as an [`crate::Asker`], who sees his own; staff under [`desk`]. What was said never reaches the log of the program.

mod ask;
mod bus;
mod close;
pub mod desk;
mod draft;
mod files;
mod find;
mod follow;
mod log;
mod mine;
mod promise;
mod rating;
mod scope;
mod show;
mod topics;
mod view;
mod watch;
mod write;

pub use ask::{ask, may_ask};
pub use bus::{Bus, listen};
pub use close::close;
pub use draft::{keep_draft, keep_draft_at_desk};
pub use find::find;
pub use follow::{Follower, News, follow, follow_at_desk};
pub use mine::mine;
pub use rating::{rate, rate_by_token, rating_by_token};
pub use show::show;
pub use topics::suggest;
pub use watch::watch;
pub use write::write;

pub(crate) use files::may_read;
pub(crate) use log::{columns, of as clocks_of};
pub(crate) use promise::{calendar, working};
pub(crate) use rating::token;
