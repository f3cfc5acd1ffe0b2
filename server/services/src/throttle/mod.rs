//! Limits by fixed windows, kept in the database so that every instance counts the same. Who is limited is stored only
//! as a keyed hash.

mod hit;

pub use hit::hit;
