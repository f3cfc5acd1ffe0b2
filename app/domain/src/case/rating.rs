//! What customers think of an outcome (C8).

use serde::{Deserialize, Serialize};

use crate::{Fault, Instant, reader::Reader};

/// Most characters of why.
const WHY: u32 = 500;

/// A rating, given or to be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// What proves that one may rate; blank where that is not needed or not possible.
    pub token: String,
    /// Number of the case.
    pub number: String,
    /// When it was resolved.
    pub resolved: Instant,
    /// Possible until then.
    pub until: Instant,
    /// 5 very satisfied … 1 very dissatisfied; nothing while it is not given.
    pub level: Option<u8>,
    /// Why.
    pub why: String,
}

/// A rating as typed: a level from 1 to 5, and why.
///
/// # Errors
/// `required`, `unknown` at `level`; `too-long`, `bad-characters` at `why`.
pub fn read_rating(level: &str, why: &str) -> Result<(u8, String), Vec<Fault>> {
    let mut reader = Reader::default();
    let level = match level.trim() {
        "" => {
            reader.fault("level", "required");
            None
        }
        typed => {
            let level = typed.parse().ok().filter(|level| (1..=5).contains(level));
            if level.is_none() {
                reader.fault("level", "unknown");
            }
            level
        }
    };
    let why = reader.lines("why", why, WHY);
    reader.done(level.map(|level| (level, why)))
}
