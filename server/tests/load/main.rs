//! Real server processes under load, over HTTP, on both engines. Run by `make test` and `make bench`, which name the
//! release server in `SERVER` and one without the guard in `SERVER_UNGUARDED`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

mod buyers;
mod figures;
mod http;
mod machine;
mod registered;
mod rush;
mod search;
mod start;
