//! What is left of a voucher.

use crate::Fen;

/// A use that counts: one that is held, or paid with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// What it took off the voucher: what it paid, or all that was left of a single one.
    pub taken: Fen,
    /// What it paid.
    pub amount: Fen,
    /// What of that came back.
    pub returned: Fen,
}

impl Spent {
    /// What the voucher has back of it. Of a use that came back whole nothing was used after all.
    fn back(&self) -> Fen {
        if self.returned >= self.amount { self.taken } else { self.returned }
    }
}

/// What is left of a voucher that was worth `worth`, after its uses.
#[must_use]
pub fn left(worth: Fen, uses: &[Spent]) -> Fen {
    let gone: Fen = uses.iter().map(|used| used.taken - used.back()).sum();
    (worth - gone).max(Fen::ZERO)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spent(taken: i64, amount: i64, returned: i64) -> Spent {
        Spent { taken: Fen(taken), amount: Fen(amount), returned: Fen(returned) }
    }

    fn of_hundred(uses: &[Spent]) -> i64 {
        left(Fen(100), uses).0
    }

    #[test]
    fn a_balance_is_what_was_not_used_and_what_came_back() {
        assert_eq!(of_hundred(&[]), 100);
        assert_eq!(of_hundred(&[spent(30, 30, 0), spent(50, 50, 10)]), 30);
        assert_eq!(of_hundred(&[spent(100, 100, 100)]), 100);
    }

    #[test]
    fn a_single_one_is_used_up_by_its_use() {
        assert_eq!(of_hundred(&[spent(100, 30, 0)]), 0, "the rest is gone");
        assert_eq!(of_hundred(&[spent(100, 30, 30)]), 100, "nothing was used after all");
        assert_eq!(of_hundred(&[spent(100, 30, 10)]), 10);
        assert_eq!(of_hundred(&[spent(100, 30, 10), spent(10, 10, 0)]), 0);
        assert_eq!(of_hundred(&[spent(100, 30, 30), spent(10, 10, 0)]), 90, "the first came back after the second");
        assert_eq!(of_hundred(&[spent(100, 50, 50), spent(100, 30, 10)]), 10);
    }

    proptest! {
        /// Against a purse of coins, from which each use takes what it finds; some of it comes back, sooner or later.
        #[test]
        fn nothing_is_spent_beyond_the_worth(
            worth in 1i64..500, wants in proptest::collection::vec((1i64..300, 0usize..8, 0i64..300), 0..12), single: bool,
        ) {
            let mut uses: Vec<Spent> = Vec::new();
            for (want, which, back) in wants {
                let now = left(Fen(worth), &uses).0;
                if now > 0 {
                    let amount = want.min(now);
                    uses.push(spent(if single { now } else { amount }, amount, 0));
                }
                if let Some(used) = uses.get_mut(which) {
                    used.returned = Fen((used.returned.0 + back).min(used.amount.0));
                }
                let net: i64 = uses.iter().map(|used| used.amount.0 - used.returned.0).sum();
                let now = left(Fen(worth), &uses).0;
                prop_assert!(net + now <= worth, "{} spent and {} left of {}", net, now, worth);
                prop_assert!(single || net + now == worth);
            }
        }
    }
}
