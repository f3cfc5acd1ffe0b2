//! The legs of a case's way through the house (C5): who had it, from when until when, with how much time of their own.

use serde::{Deserialize, Serialize};

use super::Holder;
use crate::Instant;

/// A leg. The customer's clocks know nothing of it; it says who spent their time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Who has it.
    pub holder: Holder,
    /// Since when.
    pub from: Instant,
    /// Until when; nothing for the leg that is not over.
    pub until: Option<Instant>,
    /// Working minutes they were given; nothing where nobody has set them a time.
    pub minutes: Option<u32>,
    /// Their own clock runs out then; nothing while it stands still.
    pub due: Option<Instant>,
    /// When it ran out.
    pub broken: Option<Instant>,
    /// When they took it.
    pub accepted: Option<Instant>,
    /// They gave it back.
    pub returned: bool,
    /// What they spent of it, microseconds of working time.
    pub spent: i64,
}
