//! How a change and a cancellation are shown before they are done, and while they wait for money.

use serde::{Deserialize, Serialize};

use super::{Asked, ChangeStatus, FeeCause, Operation, Part};
use crate::{Fen, Instant, Shortage, catalogue::Alternative, terms::Step, voucher::VoucherOffer};

/// What a change would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeQuote {
    /// What is wanted.
    pub asked: Asked,
    /// What becomes another thing, offers and extras by their names.
    pub operations: Vec<Operation>,
    /// How the price comes about.
    pub parts: Vec<Part>,
    /// The price before.
    pub old_total: Fen,
    /// The price after.
    pub total: Fen,
    /// Kept of what is given up.
    pub fee: Fen,
    /// What makes that as high as it is.
    pub fee_cause: Option<FeeCause>,
    /// Kept for moving.
    pub change_fee: Fen,
    /// See [`super::Sold::floor`]; before.
    pub old_floor: Fen,
    /// The same after.
    pub floor: Fen,
    /// To be paid if above nothing, given back if below.
    pub difference: Fen,
    /// Start of the service after.
    pub starts: Instant,
    /// End of the service after.
    pub ends: Instant,
    /// What a cancellation would give back after.
    pub curve: Vec<Step>,
    /// Why it cannot be had.
    pub shortage: Option<Shortage>,
    /// What could, in its place.
    pub alternatives: Vec<Alternative>,
    /// The quote holds until then.
    pub expires: Instant,
    /// What was paid goes back by then, if any of it does.
    pub promised: Option<Instant>,
    /// New and old are held until then, if there is something to be paid.
    pub hold_until: Option<Instant>,
    /// The commit must bring an ID number: what is wanted needs one, and the booking has none.
    pub needs_id: bool,
    /// What is given up can be divided off and cancelled alone, which gives a voucher in place of the fee.
    pub voucher_by_part: bool,
    /// When it was made.
    pub at: Instant,
    /// The quote itself, sealed: what the commit is given.
    pub token: String,
}

/// A change that waits for its difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenChange {
    /// Names it.
    pub code: String,
    /// When it was made.
    pub at: Instant,
    /// What becomes another thing, offers and extras by their names.
    pub operations: Vec<Operation>,
    /// To be paid.
    pub difference: Fen,
    /// The price after.
    pub total: Fen,
    /// Start of the service after.
    pub starts: Instant,
    /// Both are held until then.
    pub until: Instant,
}

/// What a cancellation would do now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelQuote {
    /// Kept for it.
    pub fee: Fen,
    /// Goes back.
    pub refund: Fen,
    /// Would have to be paid.
    pub due: Fen,
    /// The price.
    pub total: Fen,
    /// The amounts hold until then; `None` when nothing changes any more.
    pub step_until: Option<Instant>,
    /// Seconds left of it.
    pub step_left: Option<i64>,
    /// What the next step gives back.
    pub next_refund: Option<Fen>,
    /// From now on.
    pub curve: Vec<Step>,
    /// The money is back by then, if any goes back.
    pub promised: Option<Instant>,
    /// What may be had instead of losing the fee (B13).
    pub voucher: Option<VoucherOffer>,
    /// When this was so.
    pub at: Instant,
    /// Counts the booking's changes: the commit is given it back.
    pub version: u32,
}

/// A change that came to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastChange {
    /// Names it.
    pub code: String,
    /// When.
    pub at: Instant,
    /// How.
    pub status: ChangeStatus,
    /// What became, or was to become, another thing, offers and extras by their names.
    pub operations: Vec<Operation>,
    /// What it cost if above nothing, gave back if below.
    pub difference: Fen,
    /// Fees among it.
    pub fee: Fen,
}
