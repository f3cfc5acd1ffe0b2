//! Policies: the house's terms of sale, kept as data (B5, B10–B13). Each has versions that follow one another, and a proposal for the
//! next one is replayed over what customers did before it is published.

mod form;
mod replay;
#[cfg(test)]
mod tests;
mod view;

pub use form::{PolicyForm, Proposal};
pub use replay::{Case, Replay, Retold, Tally, replay};
pub use view::{PolicyPage, PolicyRow, PolicyVersion, Standing};
