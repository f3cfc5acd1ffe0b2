//! How the provider behaves.

use serde::{Deserialize, Serialize};

/// How it behaves, to everybody or with one payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "snake_case")]
pub enum Mode {
    /// As it should.
    #[default]
    Ok,
    /// Payments are refused.
    Decline,
    /// Payments and refunds go through so many milliseconds later, even when the order has been closed meanwhile.
    Delay {
        /// How much later.
        #[serde(default = "three_seconds")]
        ms: i64,
    },
    /// Each notification comes so many times more, and once under another id.
    Repeat {
        /// How many times.
        #[serde(default = "three")]
        n: i64,
    },
    /// Old news comes after new.
    Reorder,
    /// No notification comes: one must ask.
    Lose,
    /// Nothing is paid, but somebody without the secret says that it was.
    Forge,
    /// Another amount is paid than was asked for.
    WrongAmount,
    /// The amount is paid in another currency.
    WrongCurrency,
    /// Payments go through, refunds are refused.
    RefuseRefunds,
    /// To everybody: no question is answered and nothing told. With one payment: so for a while after it was paid.
    Silent {
        /// How long with one payment.
        #[serde(default = "a_minute")]
        ms: i64,
    },
    /// Does what it is asked, but the answer breaks off.
    Cut,
    /// Any of these, by chance.
    Worst {
        /// Where chance begins.
        #[serde(default)]
        seed: u64,
    },
}

impl Mode {
    /// The mode of a name, as the page's buttons give it; `ms` for those that take a time.
    pub(crate) fn named(name: &str, ms: Option<i64>) -> Option<Self> {
        let mut object = serde_json::json!({ "mode": name });
        if let Some(ms) = ms {
            object["ms"] = ms.into();
        }
        serde_json::from_value(object).ok()
    }
}

const fn three_seconds() -> i64 {
    3_000
}

const fn a_minute() -> i64 {
    60_000
}

const fn three() -> i64 {
    3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_is_read_with_what_it_needs_or_without() {
        assert_eq!(serde_json::from_str::<Mode>(r#"{"mode":"delay","ms":5}"#).unwrap(), Mode::Delay { ms: 5 });
        assert_eq!(Mode::named("delay", None), Some(Mode::Delay { ms: 3_000 }));
        assert_eq!(Mode::named("wrong_amount", Some(1)), Some(Mode::WrongAmount));
        assert_eq!(Mode::named("kind", None), None);
    }
}
