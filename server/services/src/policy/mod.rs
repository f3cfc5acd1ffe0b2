//! Policies (B5, B10–B13): the terms of sale as data, version by version. What was sold keeps its own copy.
//!
//! An offer names a policy; sales are made by the version of it that is in force. A new version takes effect at the beginning of a later
//! day, so that nobody is sold by other terms than he has just read.

mod first;
mod list;
mod past;
mod publish;
mod show;
mod split;

pub(crate) use first::first;
pub use list::list;
pub use publish::publish;
pub use show::show;
pub use split::split;

/// So many days are told again under a proposal.
pub const DAYS: u32 = 90;
