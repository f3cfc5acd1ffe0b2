//! Members: registering, signing in and out, the profile (M1).
//!
//! An unknown account is answered like a known one with a wrong password, at the same cost. What identifies a person
//! never reaches the log.

mod account;
mod profile;
mod register;
mod sign_in;
mod sign_out;

pub use crate::password::{hashes_computed, most_hashes_at_once};
pub use profile::{profile, save_preferences};
pub use register::register;
pub use sign_in::sign_in;
pub use sign_out::{sign_out, sign_out_everywhere};

use crate::Member;

/// Somebody who has just signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session's new secret: the cookie's new value.
    pub secret: String,
    /// Who it is.
    pub member: Member,
}
