//! The invariants of the code that a compiler does not see, as absences: which crate must not know of what, where a
//! `cfg` may stand, which texts must exist. Each check is a pure function over text and has a test that plants a fault.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod crates;
mod lexer;
mod locales;
mod server_functions;
mod sights;
mod sources;
mod states;
mod tree;
