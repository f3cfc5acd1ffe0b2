//! The books: every fact about money is a balanced set of entries (double entry), so that no fen can appear or vanish.

use serde::{Deserialize, Serialize};

use super::Way;
use crate::{Fen, word::words};

/// An account of the books. What a customer has paid and not yet used or got back stands under [`Account::Customer`] of his
/// booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Account {
    /// Money at the payment provider.
    Provider,
    /// Money in the till.
    Counter,
    /// Money in the bank.
    Bank,
    /// What we owe the customer of the booking.
    Customer,
    /// What was sold.
    Sales,
    /// What vouchers are still good for.
    Voucher,
    /// What was given away in vouchers.
    Relief,
    /// Money on its way from one booking to another; nothing lies there.
    Carried,
}

words!(Account {
    Provider = "provider",
    Counter = "counter",
    Bank = "bank",
    Customer = "customer",
    Sales = "sales",
    Voucher = "voucher",
    Relief = "relief",
    Carried = "carried",
});

/// One entry: debit is positive, credit negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Where.
    pub account: Account,
    /// How much.
    pub amount: Fen,
}

/// Something that happened to money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fact {
    /// Money came.
    Received(Way, Fen),
    /// A booking was confirmed at its price.
    Sold(Fen),
    /// Part of a sale was undone.
    Undone(Fen),
    /// Money went back.
    Refunded(Way, Fen),
    /// A voucher was given instead of a fee.
    Granted(Fen),
    /// What was paid for another booking is for this one from now on; less than nothing where it leaves.
    Carried(Fen),
}

impl Fact {
    /// The stable word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received(..) => "received",
            Self::Sold(_) => "sold",
            Self::Undone(_) => "undone",
            Self::Refunded(..) => "refunded",
            Self::Granted(_) => "granted",
            Self::Carried(_) => "carried",
        }
    }
}

/// The entries of a fact; their sum is nothing. A fact about no money makes none.
#[must_use]
pub fn postings(fact: Fact) -> Vec<Posting> {
    let (debit, credit, amount) = match fact {
        Fact::Received(way, amount) => (purse(way), Account::Customer, amount),
        Fact::Sold(amount) => (Account::Customer, Account::Sales, amount),
        Fact::Undone(amount) => (Account::Sales, Account::Customer, amount),
        Fact::Refunded(way, amount) => (Account::Customer, purse(way), amount),
        Fact::Granted(amount) => (Account::Relief, Account::Voucher, amount),
        Fact::Carried(amount) => (Account::Carried, Account::Customer, amount),
    };
    if amount == Fen::ZERO {
        return Vec::new();
    }
    vec![Posting { account: debit, amount }, Posting { account: credit, amount: Fen::ZERO - amount }]
}

/// Where money of a way lies.
const fn purse(way: Way) -> Account {
    match way {
        Way::Online => Account::Provider,
        Way::Counter => Account::Counter,
        Way::Transfer => Account::Bank,
        Way::Voucher => Account::Voucher,
    }
}
