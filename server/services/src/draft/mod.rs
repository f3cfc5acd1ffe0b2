//! What was typed into a form that was refused, until its page shows it again. Personal data never goes through an
//! address; a password is never kept.

mod load;
mod save;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::Fault;

pub use load::load;
pub use save::save;

/// How long it waits: over lunch or a night, for whoever has to look up a passport first.
const LIFE: TimeDelta = TimeDelta::hours(24);

/// So many of one session are kept; the oldest go first.
const MOST: u64 = 20;

/// Fields that are never kept, whoever calls.
const SECRET: [&str; 2] = ["password", "again"];

/// A form as it was typed, and why it was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was typed, by field.
    pub fields: BTreeMap<String, String>,
    /// The refusal's code.
    pub code: String,
    /// Which fields are at fault.
    pub faults: Vec<Fault>,
}
