//! Real server processes under load, over HTTP, on both engines. Run by `make test` and `make bench`, which name the
//! release server in `SERVER`, one without the guard in `SERVER_UNGUARDED` and the payment
//! sandbox in `SANDBOX`. `LOAD_KEYS`, `LOAD_PAYMENTS`, `LOAD_CRASHES`, `LOAD_TALK` and `LOAD_TALKERS` make the long ones shorter, to try them out.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

mod buyers;
mod crashes;
mod customer;
mod figures;
mod front;
mod help;
mod http;
mod keys;
mod machine;
mod movers;
mod outside;
mod payments;
mod queue;
mod quote;
mod registered;
mod rush;
mod search;
mod start;
mod talk;
mod till;
