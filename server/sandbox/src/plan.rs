//! What comes of a payment or a refund under a mode. Pure: chance is a number.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::Mode;

/// What comes of a payment or a refund.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Plan {
    pub(crate) outcome: Outcome,
    /// Another amount than the one asked for, in fen.
    pub(crate) amount: Option<i64>,
    /// Another currency.
    pub(crate) currency: Option<String>,
    /// So many milliseconds later.
    pub(crate) after: i64,
    pub(crate) telling: Telling,
    /// Somebody without the secret says that it was paid.
    pub(crate) forged: bool,
    /// For so many milliseconds afterwards nothing is said of it.
    pub(crate) silent: i64,
}

/// What it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Refused.
    Refused,
    /// Everything stays as it is.
    Nothing,
}

/// How it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Telling {
    /// Until it is acknowledged.
    Once,
    /// So many times more.
    Again(i64),
    /// Followed by what was true before.
    Reordered,
    /// Not at all.
    Never,
}

/// What the worst mode makes of a payment: every fault that a merchant must survive, and most often none.
const PAYMENTS: [(u64, Mode); 10] = [
    (36, Mode::Ok),
    (8, Mode::Decline),
    (10, Mode::Delay { ms: 2_000 }),
    (12, Mode::Repeat { n: 3 }),
    (10, Mode::Reorder),
    (8, Mode::Lose),
    (4, Mode::Forge),
    (4, Mode::WrongAmount),
    (2, Mode::WrongCurrency),
    (6, Mode::Silent { ms: 2_000 }),
];

impl Plan {
    /// Of a payment of `amount` fen.
    pub(crate) fn of_payment(mode: Mode, amount: i64, chance: u64) -> Self {
        let plain = Self::plain();
        match mode {
            Mode::Ok | Mode::RefuseRefunds | Mode::Cut => plain,
            Mode::Decline => Self { outcome: Outcome::Refused, ..plain },
            Mode::Delay { ms } => Self { after: ms.max(0), ..plain },
            Mode::Repeat { n } => Self { telling: Telling::Again(n.clamp(0, 100)), ..plain },
            Mode::Reorder => Self { telling: Telling::Reordered, ..plain },
            Mode::Lose => Self { telling: Telling::Never, ..plain },
            Mode::Forge => Self { outcome: Outcome::Nothing, telling: Telling::Never, forged: true, ..plain },
            Mode::WrongAmount => Self { amount: Some(if amount > 1 { amount - 1 } else { amount + 1 }), ..plain },
            Mode::WrongCurrency => Self { currency: Some("USD".to_owned()), ..plain },
            Mode::Silent { ms } => Self { silent: ms.max(0), ..plain },
            Mode::Worst { .. } => Self::of_payment(drawn(chance), amount, 0),
        }
    }

    /// Of a refund. Money that goes back goes back whole: amounts and currencies are as asked for.
    pub(crate) fn of_refund(mode: Mode, chance: u64) -> Self {
        match mode {
            Mode::RefuseRefunds => Self { outcome: Outcome::Refused, ..Self::plain() },
            Mode::Delay { .. } | Mode::Repeat { .. } | Mode::Reorder | Mode::Lose => Self::of_payment(mode, 0, 0),
            Mode::Worst { .. } => Self::of_refund(drawn(chance), 0),
            _ => Self::plain(),
        }
    }

    const fn plain() -> Self {
        let (amount, currency) = (None, None);
        Self { outcome: Outcome::Done, amount, currency, after: 0, telling: Telling::Once, forged: false, silent: 0 }
    }
}

/// What the worst mode does with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Luck {
    /// It is answered.
    Good,
    /// It is worked on, and the answer breaks off.
    Cut,
    /// The connection breaks off before.
    Dropped,
    /// It is never answered.
    Ignored,
}

impl Luck {
    /// What chance gives.
    pub(crate) const fn of(chance: u64) -> Self {
        match chance % 100 {
            0 => Self::Ignored,
            1..=8 => Self::Cut,
            9..=14 => Self::Dropped,
            _ => Self::Good,
        }
    }
}

/// A number that looks like chance and is the same for the same things.
pub(crate) fn chance(seed: u64, things: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, things).hash(&mut hasher);
    hasher.finish()
}

fn drawn(chance: u64) -> Mode {
    let mut left = chance % PAYMENTS.iter().map(|(weight, _)| weight).sum::<u64>();
    for (weight, mode) in PAYMENTS {
        if left < weight {
            return mode;
        }
        left -= weight;
    }
    Mode::Ok
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_mode_does_everything_and_always_the_same() {
        let plans =
            |seed| (0..200).map(|n| Plan::of_payment(Mode::Worst { seed }, 500, chance(seed, n))).collect::<Vec<_>>();
        assert_eq!(plans(7), plans(7));
        assert_ne!(plans(7), plans(8));
        for has in [
            |plan: &Plan| plan.outcome == Outcome::Refused,
            |plan: &Plan| plan.after > 0,
            |plan: &Plan| matches!(plan.telling, Telling::Again(_)),
            |plan: &Plan| plan.telling == Telling::Reordered,
            |plan: &Plan| plan.telling == Telling::Never && !plan.forged,
            |plan: &Plan| plan.forged,
            |plan: &Plan| plan.amount == Some(499),
            |plan: &Plan| plan.currency.is_some(),
            |plan: &Plan| plan.silent > 0,
            |plan: &Plan| *plan == Plan::plain(),
        ] {
            assert!(plans(7).iter().any(has));
        }
    }

    #[test]
    fn a_refund_is_refused_only_on_command() {
        assert_eq!(Plan::of_refund(Mode::RefuseRefunds, 0).outcome, Outcome::Refused);
        let refunds = (0..200).map(|n| Plan::of_refund(Mode::Worst { seed: 1 }, chance(1, n)));
        assert!(refunds.into_iter().all(|plan| plan.outcome == Outcome::Done && plan.amount.is_none()));
    }
}
