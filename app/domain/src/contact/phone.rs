//! Phone numbers.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::{is_dash, narrow, text_type};

/// A phone number in E.164 form, such as `+8613800138000`.
///
/// Read are mainland mobiles with or without `+86`, Taiwan mobiles as dialled at home (`09…`), and everything else with
/// its country code after `+` or `00`. Blanks, hyphens, brackets and full-width digits are forgiven; else `not-a-phone`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

text_type!(Phone);

/// Countries whose numbers are taken apart when masked.
const SPLIT: [&str; 4] = ["86", "852", "853", "886"];

impl Phone {
    /// The number with its middle hidden, such as `+86 138****8000`.
    #[must_use]
    pub fn masked(&self) -> String {
        let digits = self.0.trim_start_matches('+');
        let code = SPLIT.into_iter().find(|code| digits.starts_with(code)).unwrap_or_default();
        let rest = &digits[code.len()..];
        let (head, tail) = match rest.len() {
            11.. => (3, 4),
            9..=10 => (2, 3),
            _ => (2, 2),
        };
        let gap = if code.is_empty() { "" } else { " " };
        format!("+{code}{gap}{}****{}", &rest[..head], &rest[rest.len() - tail..])
    }
}

impl FromStr for Phone {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).map(|digits| Self(format!("+{digits}"))).ok_or("not-a-phone")
    }
}

/// The digits after the plus sign.
fn read(text: &str) -> Option<String> {
    let (mut digits, mut plus) = (String::new(), false);
    for ch in text.trim().chars().map(narrow) {
        match ch {
            '0'..='9' if digits.len() < 20 => digits.push(ch),
            '+' if digits.is_empty() && !plus => plus = true,
            ' ' | '(' | ')' | '.' => {}
            _ if is_dash(ch) => {}
            _ => return None,
        }
    }
    if plus {
        return international(&digits);
    }
    if let Some(abroad) = digits.strip_prefix("00") {
        return international(abroad);
    }
    if is_mainland(&digits) {
        return Some(format!("86{digits}"));
    }
    match digits.strip_prefix("86") {
        Some(home) if is_mainland(home) => Some(digits),
        _ => digits.strip_prefix('0').filter(|home| is_taiwan(home)).map(|home| format!("886{home}")),
    }
}

/// A number with its country code.
fn international(digits: &str) -> Option<String> {
    if let Some(home) = digits.strip_prefix("886") {
        let home = home.strip_prefix('0').unwrap_or(home);
        return is_taiwan(home).then(|| format!("886{home}"));
    }
    let valid = if let Some(home) = digits.strip_prefix("86") {
        is_mainland(home)
    } else if let Some(home) = digits.strip_prefix("852").or_else(|| digits.strip_prefix("853")) {
        home.len() == 8 && !home.starts_with(['0', '1'])
    } else {
        (7..=15).contains(&digits.len()) && !digits.starts_with('0')
    };
    valid.then(|| digits.to_owned())
}

fn is_mainland(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

fn is_taiwan(digits: &str) -> bool {
    digits.len() == 9 && digits.starts_with('9')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, kept) in [
            ("13800138000", "+8613800138000"),
            (" 138 0013 8000 ", "+8613800138000"),
            ("138-0013-8000", "+8613800138000"),
            ("+86 138 0013 8000", "+8613800138000"),
            ("+86-19912345678", "+8619912345678"),
            ("008613800138000", "+8613800138000"),
            ("0086 138 0013 8000", "+8613800138000"),
            ("8613800138000", "+8613800138000"),
            ("１３８００１３８０００", "+8613800138000"),
            ("＋８６　１３８－００１３－８０００", "+8613800138000"),
            ("(+86)13800138000", "+8613800138000"),
            ("+852 9123 4567", "+85291234567"),
            ("00852-21234567", "+85221234567"),
            ("+853 6612 3456", "+85366123456"),
            ("0912-345-678", "+886912345678"),
            ("+886 912 345 678", "+886912345678"),
            ("+886 0912 345 678", "+886912345678"),
            ("+1 (212) 555-0100", "+12125550100"),
            ("+44 20 7946 0000", "+442079460000"),
            ("+290 1234", "+2901234"),
        ] {
            assert_eq!(typed.parse::<Phone>().map(String::from).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_a_number_is_refused() {
        for typed in [
            "",
            " ",
            "+",
            "12800138000",
            "1380013800",
            "138001380000",
            "+8612800138000",
            "+86 10 1234 5678",
            "91234567",
            "+852 9123 456",
            "+852 0123 4567",
            "+852 9123 45678",
            "+853 1612 3456",
            "+886 812 345 678",
            "0812345678",
            "+123456",
            "+1234567890123456",
            "+0123456789",
            "++8613800138000",
            "138+00138000",
            "1380013800a",
            "١٣٨٠٠١٣٨٠٠٠",
            "13800138000;",
            "tel:13800138000",
            "000 8613800138000",
        ] {
            assert_eq!(typed.parse::<Phone>(), Err("not-a-phone"), "{typed}");
        }
        assert!("1".repeat(1_000_000).parse::<Phone>().is_err());
    }

    #[test]
    fn masked_numbers_hide_their_middle() {
        for (typed, shown) in [
            ("13800138000", "+86 138****8000"),
            ("+85291234567", "+852 91****67"),
            ("+853 6612 3456", "+853 66****56"),
            ("0912345678", "+886 91****678"),
            ("+12125550100", "+121****0100"),
            ("+2901234", "+29****34"),
        ] {
            assert_eq!(typed.parse::<Phone>().map(|phone| phone.masked()).as_deref(), Ok(shown), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_is_stable(typed in ".{0,40}|[+0-9 ()-]{0,24}") {
            if let Ok(phone) = typed.parse::<Phone>() {
                prop_assert_eq!(phone.as_str().parse::<Phone>(), Ok(phone.clone()));
                prop_assert!(phone.masked().contains("****"));
                let json = serde_json::to_string(&phone).unwrap();
                prop_assert_eq!(serde_json::from_str::<Phone>(&json).unwrap(), phone);
            }
        }
    }
}
