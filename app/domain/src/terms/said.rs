//! Terms in sentences: page, print and letter say the same.

use i18n::{Script, format, t};

use super::{PriceRule, Terms};
use crate::Fen;

impl Terms {
    /// Everything but the curve, a sentence each.
    #[must_use]
    pub fn sentences(&self, script: Script) -> Vec<String> {
        let (relief, fee, moved) = (&self.relief, self.minimum_fee, self.change_fee);
        let said = [
            Some(t!(script, "terms-change", hours = self.change_hours)),
            (moved > Fen::ZERO).then(|| t!(script, "terms-change-fee", fee = format::money(moved.0))),
            match self.change_price {
                PriceRule::Any => None,
                PriceRule::Least => Some(t!(script, "terms-price-least")),
                PriceRule::Same => Some(t!(script, "terms-price-same")),
            },
            (fee > Fen::ZERO).then(|| t!(script, "terms-fee", fee = format::money(fee.0))),
            (relief.move_days > 0).then(|| t!(script, "terms-free-move", days = relief.move_days)),
            (relief.voucher_percent > 0)
                .then(|| t!(script, "terms-voucher", percent = relief.voucher_percent, days = relief.voucher_days)),
        ];
        said.into_iter().flatten().collect()
    }
}
