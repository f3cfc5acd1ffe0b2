//! The services on both engines. All tests are one program: it is linked once, and one cluster of PostgreSQL serves all of them.

#![cfg(test)]
#![allow(unreachable_pub, reason = "a program has no public interface")]
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod alternatives;
mod booking_place;
mod booking_rush;
mod booking_seen;
mod cancel;
mod case_ask;
mod case_calendar;
mod case_desk;
mod case_live;
mod case_promise;
mod case_rating;
mod case_supervise;
mod case_thread;
mod case_walk;
mod catalogue;
mod change;
mod change_desk;
mod change_offers;
mod change_refused;
mod change_rush;
mod change_walk;
mod check;
mod check_case;
mod check_money;
mod check_voucher;
mod cx;
mod desk;
mod desk_talk;
mod draft;
mod figure;
mod figure_sample;
mod finance;
mod free_move;
mod help;
mod help_desk;
mod inquiry;
mod inventory;
mod job;
mod least_nights;
mod library;
mod membership;
mod mind;
mod notice;
mod notice_letter;
mod payment;
mod payment_desk;
mod payment_race;
mod payment_walk;
mod people;
mod policy;
mod refund_check;
mod seed;
mod session;
mod sign_in_cost;
mod sign_in_crowd;
mod throttle;
mod upload;
mod util;
mod voucher;
mod walk;
mod wares;
mod write_key;
