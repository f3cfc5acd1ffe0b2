//! The number a booking is called by.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Kind, number};

/// A booking's number, such as `YS-7K3M-92QF`: the kind's letter, seven random characters and a check character; see
/// [`crate::number`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number(String);

impl Number {
    /// A number made of 35 bits of `entropy`; whether it is new only the database can tell.
    #[must_use]
    pub fn generate(kind: Kind, entropy: u64) -> Self {
        Self(number::generate(letter(kind), entropy))
    }

    /// What kind of booking it is the number of.
    #[must_use]
    pub fn kind(&self) -> Kind {
        let letter = self.0.as_bytes().get(1).copied();
        Kind::ALL.into_iter().find(|kind| Some(self::letter(*kind)) == letter).unwrap_or(Kind::Stay)
    }

    /// The canonical text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Number {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        number::read(text, &Kind::ALL.map(letter)).map(Self).ok_or("not-a-number-of-ours")
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.0
    }
}

impl TryFrom<String> for Number {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// The second letter of a number.
const fn letter(kind: Kind) -> u8 {
    match kind {
        Kind::Stay => b'S',
        Kind::Venue => b'V',
        Kind::Trip => b'T',
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds() -> impl Strategy<Value = Kind> {
        prop_oneof![Just(Kind::Stay), Just(Kind::Venue), Just(Kind::Trip)]
    }

    #[test]
    fn a_number_looks_like_a_number() {
        let number = Number::generate(Kind::Trip, 0);
        assert_eq!(number.as_str().len(), 12);
        assert!(number.as_str().starts_with("YT-0000-000"));
        assert_ne!(number, Number::generate(Kind::Venue, 0));
    }

    #[test]
    fn reading_is_forgiving() {
        let number = Number::generate(Kind::Stay, 0b00001_00000_10001_00001_00000_11011_00001);
        let text = number.to_string();
        let full_width: String = text.chars().map(|ch| char::from_u32(ch as u32 + 0xfee0).unwrap()).collect();
        for typed in [
            text.to_lowercase(),
            text.replace('-', ""),
            text.replace('-', " — "),
            format!("　{text}\n"),
            text.replace('0', "o"),
            text.replace('1', "l"),
            text.replace('1', "I"),
            text.replace('V', "u"),
            full_width,
        ] {
            assert_eq!(typed.parse::<Number>(), Ok(number.clone()), "{typed}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        let number = Number::generate(Kind::Stay, 42).to_string();
        let huge = "Y".repeat(1_000_000);
        for typed in
            ["", "Y", "YS", &number[..11], &format!("{number}0"), &number[1..], "YS-ÄÄÄÄ-ÄÄÄÄ", "预订号", &huge]
        {
            assert_eq!(typed.parse::<Number>(), Err("not-a-number-of-ours"), "{typed}");
        }
    }

    #[test]
    fn only_kinds_of_ours_have_numbers() {
        let of = |letter: u8| number::generate(letter, 42).parse::<Number>();
        let read: Vec<_> = number::ALPHABET.iter().filter_map(|letter| of(*letter).ok()).map(|it| it.kind()).collect();
        assert_eq!(read, [Kind::Stay, Kind::Trip, Kind::Venue]);
    }

    proptest! {
        #[test]
        fn a_generated_number_reads_as_itself(kind in kinds(), entropy: u64) {
            let number = Number::generate(kind, entropy);
            prop_assert_eq!(number.as_str().parse::<Number>(), Ok(number.clone()));
            prop_assert_eq!(number.kind(), kind);
            let json = serde_json::to_string(&number).unwrap();
            prop_assert_eq!(&json, &format!("\"{number}\""));
            prop_assert_eq!(serde_json::from_str::<Number>(&json).unwrap(), number);
        }

        #[test]
        fn every_wrong_character_is_found(kind in kinds(), entropy: u64) {
            let text = Number::generate(kind, entropy).to_string().replace('-', "");
            for place in 0..text.len() {
                for wrong in number::ALPHABET.iter().filter(|wrong| **wrong != text.as_bytes()[place]) {
                    let mut typed = text.clone().into_bytes();
                    typed[place] = *wrong;
                    prop_assert!(String::from_utf8(typed).unwrap().parse::<Number>().is_err());
                }
            }
        }

        #[test]
        fn every_exchange_is_found(kind in kinds(), entropy: u64) {
            let text = Number::generate(kind, entropy).to_string().replace('-', "");
            for first in 0..text.len() {
                for second in first + 1..text.len() {
                    let mut typed = text.clone().into_bytes();
                    typed.swap(first, second);
                    if typed != text.as_bytes() {
                        prop_assert!(String::from_utf8(typed).unwrap().parse::<Number>().is_err());
                    }
                }
            }
        }

        #[test]
        fn numbers_of_different_entropy_differ(one in 0u64..1 << 35, other in 0u64..1 << 35) {
            prop_assert_eq!(one == other, Number::generate(Kind::Stay, one) == Number::generate(Kind::Stay, other));
        }

        #[test]
        fn reading_never_panics(typed in ".{0,30}|[Yy][STV0-9A-Za-z -]{0,14}") {
            let _ = typed.parse::<Number>();
        }
    }
}
