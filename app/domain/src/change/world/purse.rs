//! Vouchers beside coins.

use crate::{
    Fen,
    voucher::{Spent, VoucherKind, left},
};

/// A voucher, and the coins that the reference has in its place.
pub(super) struct Purse {
    pub(super) kind: VoucherKind,
    pub(super) worth: Fen,
    pub(super) uses: Vec<Spent>,
    pub(super) coins: i64,
    /// It pays a booking now.
    pub(super) lent: bool,
}

impl Purse {
    fn agrees(&self) {
        assert_eq!(left(self.worth, &self.uses).0, self.coins);
        let net: i64 = self.uses.iter().map(|one| one.amount.0 - one.returned.0).sum();
        assert!(net + self.coins <= self.worth.0, "a voucher is spent beyond its worth");
    }

    /// Pays at most so much; gives how much.
    pub(super) fn pays(&mut self, price: i64) -> i64 {
        let part = price.min(self.coins);
        let taken = if self.kind == VoucherKind::Balance { part } else { self.coins };
        self.uses.push(Spent { taken: Fen(taken), amount: Fen(part), returned: Fen::ZERO });
        self.coins -= taken;
        self.lent = true;
        self.agrees();
        part
    }

    /// So much of its last use comes back.
    pub(super) fn has_back(&mut self, fen: i64, before: i64) {
        let last = self.uses.last_mut().expect("a use");
        last.returned = Fen(fen);
        let all = last.returned == last.amount;
        self.coins = match (self.kind, all) {
            (VoucherKind::Balance, _) => self.coins + fen,
            (VoucherKind::Single, true) => before,
            (VoucherKind::Single, false) => fen,
        };
        self.lent = false;
        self.agrees();
    }
}
