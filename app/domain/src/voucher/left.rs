//! What is left of a voucher.

use super::VoucherKind;
use crate::Fen;

/// A use that counts: one that is held, or paid with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// What it took.
    pub amount: Fen,
    /// What of that came back.
    pub returned: Fen,
}

/// What is left of a voucher that was worth `worth`, after its uses in their order. Of a single one nothing is left by its use, until
/// all that was paid with it comes back; if a part of that comes back, that part.
#[must_use]
pub fn left(kind: VoucherKind, worth: Fen, uses: &[Spent]) -> Fen {
    let after = |left: Fen, used: &Spent| match kind {
        VoucherKind::Balance => left - used.amount + used.returned,
        VoucherKind::Single if used.returned >= used.amount => left,
        VoucherKind::Single => used.returned,
    };
    uses.iter().fold(worth.max(Fen::ZERO), after).max(Fen::ZERO)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spent(amount: i64, returned: i64) -> Spent {
        Spent { amount: Fen(amount), returned: Fen(returned) }
    }

    #[test]
    fn a_balance_is_what_was_not_used_and_what_came_back() {
        let left = |uses: &[Spent]| left(VoucherKind::Balance, Fen(100), uses).0;
        assert_eq!(left(&[]), 100);
        assert_eq!(left(&[spent(30, 0), spent(50, 10)]), 30);
        assert_eq!(left(&[spent(100, 100)]), 100);
    }

    #[test]
    fn a_single_one_is_used_up_by_its_use() {
        let left = |uses: &[Spent]| left(VoucherKind::Single, Fen(100), uses).0;
        assert_eq!(left(&[spent(30, 0)]), 0, "the rest is gone");
        assert_eq!(left(&[spent(30, 30)]), 100, "nothing was used after all");
        assert_eq!(left(&[spent(30, 10)]), 10);
        assert_eq!(left(&[spent(30, 10), spent(10, 0)]), 0);
        assert_eq!(left(&[spent(30, 10), spent(10, 10)]), 10);
    }

    proptest! {
        /// Against a purse of single coins, from which each use takes what it finds.
        #[test]
        fn nothing_is_spent_beyond_the_worth(
            worth in 1i64..500, wants in proptest::collection::vec((1i64..300, 0u32..3), 0..12), single: bool,
        ) {
            let kind = if single { VoucherKind::Single } else { VoucherKind::Balance };
            let (mut uses, mut coins, mut net) = (Vec::new(), worth, 0);
            for (want, back) in wants {
                let take = want.min(left(kind, Fen(worth), &uses).0);
                if take == 0 {
                    break;
                }
                let returned = [0, take / 2, take][back as usize];
                uses.push(spent(take, returned));
                net += take - returned;
                coins = match (single, returned == take) {
                    (false, _) => coins - take + returned,
                    (true, true) => coins,
                    (true, false) => returned,
                };
                prop_assert_eq!(left(kind, Fen(worth), &uses).0, coins);
                prop_assert!(net + coins <= worth);
            }
        }
    }
}
