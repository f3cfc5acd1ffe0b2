//! The whole site in this process, over its routes: what browsers, providers, operators and attackers meet. All tests are one
//! program, so that it is linked once.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod asks;
mod change_declined;
mod change_id;
mod change_page;
mod change_seen;
mod change_told;
#[path = "../../services/tests/it/util/cluster.rs"]
mod cluster;
mod command;
mod desk_search;
mod divide_page;
mod figures;
mod full;
mod garbage;
mod gateway;
mod guards;
mod headers;
mod hooks;
mod injection;
mod limits;
mod mail;
mod mail_safe;
mod mover;
mod paid;
mod pay_code;
mod pay_page;
mod pay_write;
mod plain_form;
mod postmaster;
mod provider;
mod scripts;
mod seller;
mod sms;
mod support;
mod tabs;
mod tampered;
mod terms_page;
mod town;
mod upload;
mod wire;
mod write_key;
