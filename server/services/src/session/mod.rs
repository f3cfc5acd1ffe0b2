//! Sessions: a secret of 256 bits in a cookie, its SHA-256 in the database. Signing in changes the secret.

mod hold;
mod load;
mod rotate;
mod start;

use chrono::TimeDelta;

pub(crate) use hold::hold;
pub use load::{Loaded, load};
pub(crate) use rotate::{Who, rotate};
pub use start::start;

use crate::secret;

/// A guest's session lives as long as he may want to see what he has just booked without looking it up.
const GUEST: TimeDelta = TimeDelta::days(2);

/// A member's session.
const MEMBER: TimeDelta = TimeDelta::days(30);

/// Staff sign in for a working day.
const STAFF: TimeDelta = TimeDelta::hours(12);

/// What the database knows of a secret.
fn hash(secret: &str) -> String {
    secret::sha256(secret)
}
