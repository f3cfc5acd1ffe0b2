//! Amounts of money.

use std::{
    iter::Sum,
    ops::{Add, Mul, Sub},
};

use serde::{Deserialize, Serialize};

use crate::text::narrowed;

/// An amount in fen (1/100 yuan). Arithmetic saturates: a sum beyond 92 quadrillion yuan is a fault elsewhere, not a
/// reason to panic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// That many whole yuan.
    #[must_use]
    pub const fn yuan(yuan: i64) -> Self {
        Self(yuan.saturating_mul(100))
    }

    /// Reads an amount in yuan as people type it: `688`, `688.5`, `1,288.00`, with or without ¥, full-width or not. `None` for
    /// what is no amount, has more than two decimals or is beyond a hundred million yuan.
    #[must_use]
    pub fn read_yuan(text: &str) -> Option<Self> {
        let text = narrowed(text);
        let text = text.trim_start_matches(['¥', '￥']).trim().replace(',', "");
        let (yuan, rest) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if yuan.is_empty() || yuan.len() > 9 || rest.len() > 2 || !digits(yuan) || !digits(rest) {
            return None;
        }
        let cents: i64 = format!("{rest:0<2}").parse().ok()?;
        Some(Self::yuan(yuan.parse().ok()?) + Self(cents))
    }

    /// `percent` of the amount, rounded half up to whole fen.
    #[must_use]
    pub fn percent(self, percent: u32) -> Self {
        let exact = i128::from(self.0) * i128::from(percent);
        let rounded = (exact + 50).div_euclid(100);
        Self(i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX }))
    }
}

impl Add for Fen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Fen {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul<u32> for Fen {
    type Output = Self;
    fn mul(self, times: u32) -> Self {
        Self(self.0.saturating_mul(i64::from(times)))
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_half_up() {
        for (fen, percent, share) in
            [(999, 80, 799), (101, 50, 51), (1, 49, 0), (1, 50, 1), (0, 80, 0), (-101, 50, -50)]
        {
            assert_eq!(Fen(fen).percent(percent), Fen(share), "{percent} % of {fen}");
        }
        assert_eq!(Fen(i64::MAX).percent(100), Fen(i64::MAX));
        assert_eq!(Fen(i64::MAX).percent(200), Fen(i64::MAX));
    }

    #[test]
    fn yuan_are_read_as_people_type_them() {
        for (text, fen) in
            [("688", 68_800), ("688.5", 68_850), (" ¥1,288.00 ", 128_800), ("６８８．０１", 68_801), ("0", 0)]
        {
            assert_eq!(Fen::read_yuan(text), Some(Fen(fen)), "{text}");
        }
        for text in ["", ".", ".5", "-1", "1.234", "1e3", "1 000", "一百", "99999999999", "NaN"] {
            assert_eq!(Fen::read_yuan(text), None, "{text}");
        }
    }

    #[test]
    fn arithmetic_saturates() {
        assert_eq!(Fen(i64::MAX) + Fen(1), Fen(i64::MAX));
        assert_eq!(Fen(i64::MIN) - Fen(1), Fen(i64::MIN));
        assert_eq!(Fen(i64::MAX) * 2, Fen(i64::MAX));
        assert_eq!(Fen::yuan(i64::MAX), Fen(i64::MAX));
        assert_eq!([Fen::yuan(1), Fen(23)].into_iter().sum::<Fen>(), Fen(123));
    }
}
