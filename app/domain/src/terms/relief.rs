//! What a customer may have instead of losing a fee in an urgent case (B13).

use serde::{Deserialize, Serialize};

use crate::{
    Fen, Instant,
    voucher::{VoucherKind, VoucherOffer, ends},
};

/// What the house offers instead of a fee; all of it nothing where it offers none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Relief {
    /// A voucher is worth so many percent of the fee of a cancellation; 0 for none.
    pub voucher_percent: u32,
    /// It can be used for so many days.
    pub voucher_days: u32,
    /// It is used up by one booking.
    pub voucher_single: bool,
    /// The booking may be moved once without a fee, by so many days at most, until its service begins; 0 for not at all.
    pub move_days: u32,
}

impl Relief {
    /// The voucher for a fee that was paid, good until the end of its last day; `None` where there is none, or nothing to give one for.
    #[must_use]
    pub fn voucher(&self, fee: Fen, now: Instant) -> Option<VoucherOffer> {
        let worth = fee.max(Fen::ZERO).percent(self.voucher_percent.min(100));
        let kind = if self.voucher_single { VoucherKind::Single } else { VoucherKind::Balance };
        (worth > Fen::ZERO && self.voucher_days > 0).then(|| VoucherOffer {
            worth,
            kind,
            expires: ends(now, self.voucher_days),
        })
    }
}
