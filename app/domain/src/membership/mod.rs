//! Members and how they sign in (M1).

mod login;
mod parse;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use login::Login;
pub use parse::{Registration, safe_next};

/// Registration as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterForm {
    /// Name, 1–40 characters.
    pub name: String,
    /// Phone number or e-mail address.
    pub login: String,
    /// Password, 8–128 characters.
    pub password: String,
    /// The same again.
    pub again: String,
    /// `on` when the privacy notice was agreed to.
    pub consent: String,
    /// Where to go afterwards: a path of this site.
    pub next: String,
}

/// Sign-in as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    /// Phone number or e-mail address; a staff member's sign-in name.
    pub login: String,
    /// Password.
    pub password: String,
    /// Where to go afterwards: a path of this site.
    pub next: String,
}

/// What a member sees of himself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Name.
    pub name: String,
    /// Phone or blank.
    pub phone: String,
    /// E-mail or blank.
    pub email: String,
    /// Card number, such as `YD 0000 1234`.
    pub card: String,
    /// Preferences, proposed when booking.
    pub preferences: String,
    /// Sessions that are signed in.
    pub sessions: u32,
}
