//! What is due from time to time: ending lapsed holds, removing what nobody can use any more.
//!
//! Nothing waits for it: a lapsed hold is inert and a lapsed session void before they are swept. It may run in several
//! instances at once; what one has done the other finds done.

mod holds;
mod leftovers;

use crate::{Cx, Result};

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Bookings whose hold has lapsed.
    pub bookings: u64,
    /// Sessions.
    pub sessions: u64,
    /// Forms that waited for their page.
    pub drafts: u64,
    /// Windows of limits.
    pub limits: u64,
}

/// Does everything that is due.
pub async fn run(cx: &Cx) -> Result<Swept> {
    let bookings = holds::expire(cx).await?;
    let (sessions, drafts, limits) = leftovers::remove(cx).await?;
    let swept = Swept { bookings, sessions, drafts, limits };
    if swept != Swept::default() {
        tracing::info!(bookings, sessions, drafts, limits, "swept");
    }
    Ok(swept)
}
