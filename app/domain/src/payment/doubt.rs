//! Why a payment waits for a person, and what he may decide.

use serde::{Deserialize, Serialize};

use super::Resolution;
use crate::{Fen, word::words};

/// Why nobody can tell by rule what becomes of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Doubt {
    /// Another amount came than was asked for; it is in the books.
    Amount,
    /// Money of another currency came. It is in no books of ours, and can only go back as it came.
    Currency,
    /// An amount was named that no booking costs; it cannot be believed.
    Absurd,
    /// The provider does not say what became of it.
    Silent,
}

words!(Doubt { Amount = "amount", Currency = "currency", Absurd = "absurd", Silent = "silent" });

impl Doubt {
    /// What a person may decide, knowing what is still due of what it was asked for, and what came.
    #[must_use]
    pub fn decisions(self, due: Fen, received: Fen) -> &'static [Resolution] {
        match self {
            Self::Amount if due > Fen::ZERO && received >= due => &[Resolution::Accept, Resolution::Return],
            Self::Amount | Self::Currency => &[Resolution::Return],
            Self::Absurd | Self::Silent => &[Resolution::Forget],
        }
    }
}
