//! Numbers of identity documents.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::text::{is_dash, narrow, text_type};

/// The number of an identity document, upper case: a mainland identity number of 18 characters whose check character
/// and birth date are right, or else a travel document's 5–20 letters and digits with at least one digit.
///
/// Deliberately neither serialised nor shown whole: pages get [`IdNumber::masked`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdNumber(String);

text_type!(IdNumber);

const FAULT: &str = "not-an-id";

impl IdNumber {
    /// Reads a number typed today: who is born in the future does not travel.
    ///
    /// # Errors
    /// `not-an-id`.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, &'static str> {
        let number: Self = text.parse()?;
        match number.birth() {
            Some(born) if born > today => Err(FAULT),
            _ => Ok(number),
        }
    }

    /// The birth date, which only a mainland number tells.
    #[must_use]
    pub fn birth(&self) -> Option<NaiveDate> {
        is_mainland(&self.0).then(|| birth(&self.0)).flatten()
    }

    /// The number with all but its last four characters hidden.
    #[must_use]
    pub fn masked(&self) -> String {
        let hidden = self.0.len().saturating_sub(4);
        format!("{}{}", "*".repeat(hidden), &self.0[hidden..])
    }
}

impl FromStr for IdNumber {
    type Err = &'static str;

    /// Reads a number without asking when its owner was born; for what is kept already.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut number = String::new();
        for ch in text.trim().chars().map(narrow) {
            match ch {
                _ if number.len() > 20 => return Err(FAULT),
                _ if ch.is_ascii_alphanumeric() => number.push(ch.to_ascii_uppercase()),
                ' ' | '(' | ')' => {}
                _ if is_dash(ch) => {}
                _ => return Err(FAULT),
            }
        }
        let valid = if is_mainland(&number) {
            birth(&number).is_some() && is_checked(&number)
        } else {
            (5..=20).contains(&number.len()) && number.bytes().any(|byte| byte.is_ascii_digit())
        };
        valid.then_some(Self(number)).ok_or(FAULT)
    }
}

/// Has the form of a mainland number: 17 digits, then a digit or an X.
fn is_mainland(number: &str) -> bool {
    number.len() == 18
        && number.bytes().take(17).all(|byte| byte.is_ascii_digit())
        && number.ends_with(|ch: char| ch.is_ascii_digit() || ch == 'X')
}

fn birth(number: &str) -> Option<NaiveDate> {
    let part = |range| number.get(range).and_then(|digits: &str| digits.parse::<u32>().ok());
    let year = i32::try_from(part(6..10)?).ok().filter(|year| *year >= 1900)?;
    NaiveDate::from_ymd_opt(year, part(10..12)?, part(12..14)?)
}

/// ISO 7064 MOD 11-2, as GB 11643 prescribes.
fn is_checked(number: &str) -> bool {
    let sum = number.bytes().fold(0, |sum, byte| {
        let value = if byte == b'X' { 10 } else { u32::from(byte - b'0') };
        (sum * 2 + value) % 11
    });
    sum == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::today;

    /// The check character as GB 11643 tabulates it, independently of the code under test.
    fn complete(first: &str) -> String {
        const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        let sum: u32 = first.chars().zip(WEIGHTS).map(|(ch, weight)| ch.to_digit(10).unwrap() * weight).sum();
        format!("{first}{}", ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum as usize % 11])
    }

    #[test]
    fn good_numbers_are_read() {
        for (typed, kept) in [
            ("11010519491231002X", "11010519491231002X"),
            ("11010519491231002x", "11010519491231002X"),
            ("１１０１０５　１９４９１２３１　００２Ｘ", "11010519491231002X"),
            ("E12345678", "E12345678"),
            ("h1234-5678", "H12345678"),
            ("A123456(7)", "A1234567"),
            ("C0001", "C0001"),
        ] {
            let read = IdNumber::parse(typed, today());
            assert_eq!(read.map(String::from).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn bad_numbers_are_refused() {
        let huge = "1".repeat(1_000_000);
        for typed in [
            "",
            "1234",
            "ABCDEF",
            "110105194912310021",
            "110105194902310025",
            "11010519491331002X",
            "123456789012345678901",
            "E1234_5678",
            "E1234\u{0}5678",
            "护照12345",
            "11010X19491231002X1X11111",
            &huge,
        ] {
            assert_eq!(IdNumber::parse(typed, today()), Err("not-an-id"), "{typed}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        let (born, unborn) = (complete("11010520261123001"), complete("11010520261124001"));
        assert!(IdNumber::parse(&born, today()).is_ok());
        assert!(IdNumber::parse(&unborn, today()).is_err());
        assert!(unborn.parse::<IdNumber>().is_ok(), "what is kept is read whatever the day");
    }

    #[test]
    fn four_characters_are_shown() {
        assert_eq!("11010519491231002X".parse::<IdNumber>().unwrap().masked(), "**************002X");
        assert_eq!("C0001".parse::<IdNumber>().unwrap().masked(), "*0001");
    }

    proptest! {
        #[test]
        fn only_the_right_check_character_passes(serial in 0u32..1000, days in 0i64..45_000, other in 0usize..11) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::TimeDelta::days(days);
            let good = complete(&format!("310115{}{serial:03}", day.format("%Y%m%d")));
            let bad = format!("{}{}", &good[..17], ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'][other]);
            prop_assert_eq!(bad.parse::<IdNumber>().is_ok(), bad == good);
            prop_assert_eq!(good.parse::<IdNumber>().unwrap().birth(), Some(day));
        }

        #[test]
        fn reading_never_panics(typed in ".{0,40}|[0-9X]{17,19}") {
            if let Ok(number) = IdNumber::parse(&typed, today()) {
                prop_assert_eq!(number.as_str().parse::<IdNumber>().unwrap().masked(), number.masked());
            }
        }
    }
}
