//! The payment sandbox over its socket: protocol, pages, modes, and what a kill leaves. All tests are one program.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod killed;
mod modes;
mod pages;
mod protocol;
mod support;
