//! The number a case is called by.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::number;

/// A case's number, such as `YZ-7K3M-92QF` (a question) or `YC-…` (a complaint): made and read as a booking's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseNumber(String);

impl CaseNumber {
    /// A number made of 35 bits of `entropy`; whether it is new only the database can tell.
    #[must_use]
    pub fn generate(kind: Kind, entropy: u64) -> Self {
        Self(number::generate(letter(kind), entropy))
    }

    /// The canonical text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CaseNumber {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        number::read(text, &[letter(Kind::Inquiry), letter(Kind::Complaint)]).map(Self).ok_or("not-a-number-of-ours")
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<CaseNumber> for String {
    fn from(number: CaseNumber) -> Self {
        number.0
    }
}

impl TryFrom<String> for CaseNumber {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

const fn letter(kind: Kind) -> u8 {
    match kind {
        Kind::Inquiry => b'Z',
        Kind::Complaint => b'C',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::booking;

    #[test]
    fn a_case_is_no_booking() {
        for (kind, start) in [(Kind::Inquiry, "YZ-"), (Kind::Complaint, "YC-")] {
            let number = CaseNumber::generate(kind, 42);
            assert!(number.as_str().starts_with(start));
            assert_eq!(number.as_str().to_lowercase().parse(), Ok(number.clone()));
            assert!(number.as_str().parse::<booking::Number>().is_err());
        }
        let booked = booking::Number::generate(crate::Kind::Stay, 42);
        assert!(booked.as_str().parse::<CaseNumber>().is_err());
    }
}
