//! How vouchers are shown.

use serde::{Deserialize, Serialize};

use super::VoucherKind;
use crate::{Fen, Instant};

/// A voucher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voucher {
    /// What it is called by, in groups of four.
    pub number: String,
    /// How it is used up.
    pub kind: VoucherKind,
    /// What it was worth.
    pub worth: Fen,
    /// What is left.
    pub left: Fen,
    /// It can be used until then.
    pub expires: Instant,
    /// That time is over.
    pub is_over: bool,
}

/// A voucher that is laid aside for a booking, or paid it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedVoucher {
    /// Which.
    pub number: String,
    /// What it pays.
    pub amount: Fen,
}

/// A voucher that a customer may take instead of losing the fee of a cancellation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherOffer {
    /// What it would be worth.
    pub worth: Fen,
    /// How it would be used up.
    pub kind: VoucherKind,
    /// Until when.
    pub expires: Instant,
}
