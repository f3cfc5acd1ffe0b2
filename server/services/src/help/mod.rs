//! The knowledge base (C3, C9, C10): public help in both scripts, written in one, and the desk that keeps it.
//!
//! # Search
//!
//! The database's own full text, not `tantivy`: all state is in the database, so that instances are alike and stateless. An index in
//! files would be one per instance, to be built, brought up to date and backed up beside the database, and never quite at one with it;
//! here a version and what search knows of it are written in one transaction. Neither engine knows Chinese words, and neither has to:
//! what both get is cut beforehand ([`grams`]), Chinese into overlapping pairs of characters, in the one form to which both scripts fold
//! character by character. A document holds what its two scripts say, each gram once, so that a word of either script finds it, and
//! both scripts of a question find the same.
//!
//! Articles that have all grams of a question come first, ranked by the engine: `bm25` of SQLite's FTS5, `ts_rank` of PostgreSQL, the
//! title counting more than the body. Neither ranks all of ten thousand: a gram that is in every article would make PostgreSQL read
//! every one of them. Those that have it in their title are looked at first, then others, some hundred of each ([`seek`]). When few
//! have everything, those that have the most telling grams follow ([`telling`]).

mod begin;
mod draft_from;
mod edit;
mod excerpt;
mod grams;
mod hits;
mod home;
mod index;
mod list;
mod publish;
mod redact;
mod reviewed;
mod save;
mod search;
mod seek;
mod settle;
mod show;
mod suggest;
mod telling;
mod text;
mod vote;
mod withdraw;

pub(crate) use begin::{Beginning, begin};
pub use draft_from::{Resolved, draft_from};
pub use edit::edit;
pub use home::home;
pub(crate) use index::sync;
pub use list::list;
pub use publish::publish;
pub use redact::redact;
pub use reviewed::reviewed;
pub use save::save;
pub use search::search;
pub(crate) use settle::settle;
pub use show::show;
pub use suggest::suggest;
pub use vote::vote;
pub use withdraw::withdraw;
