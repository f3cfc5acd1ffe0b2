//! What somebody signs in with.

use std::{fmt, str::FromStr};

use crate::{
    contact::{Email, Phone},
    text::narrowed,
};

/// A member's sign-in: a phone number or an e-mail address (lower case altogether, so that one person has one account).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Login {
    /// By phone.
    Phone(Phone),
    /// By e-mail.
    Email(Email),
}

impl FromStr for Login {
    type Err = &'static str;

    /// What has an `@` is meant to be an address: `not-an-email`; else `not-a-phone`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if narrowed(text).contains('@') {
            text.parse::<Email>().map(|email| Self::Email(email.folded()))
        } else {
            text.parse().map(Self::Phone)
        }
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phone(phone) => phone.fmt(f),
            Self::Email(email) => email.fmt(f),
        }
    }
}
