//! Limits by fixed windows, kept in the database so that every instance counts the same. Who is limited is stored only
//! as a keyed hash.

mod forgive;
mod hit;

pub(crate) use forgive::forgive;
pub use hit::hit;

use crate::{Cx, Result, secret};

/// Under what the attempts of a subject at a bucket are counted.
fn key(cx: &Cx, bucket: &str, subject: &str) -> Result<String> {
    secret::keyed(&cx.settings.secret, &["throttle", bucket, subject])
}
