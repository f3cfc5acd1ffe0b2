//! The payment protocol, version 1: its messages, its signatures and a client. Spoken by the server and by the sandbox.
//!
//! Every message is JSON in an HTTP request or answer of at most [`LIMIT`] bytes and carries five headers:
//!
//! | header | value |
//! |---|---|
//! | `Gateway-Version` | `1` |
//! | `Gateway-Merchant` | who of the provider's customers it is |
//! | `Gateway-Time` | seconds since 1970; good for five minutes either way |
//! | `Gateway-Nonce` | 32 hexadecimal digits, new for each request; an answer repeats its request's |
//! | `Gateway-Signature` | `v1=` and the HMAC-SHA256 under the merchant's secret, in hexadecimal |
//!
//! What is signed is `1\n{METHOD}\n{PATH}\n{TIME}\n{NONCE}\n{SHA-256 of the body in hexadecimal}`; the method of an answer
//! is `RESPONSE` and its path the request's. An answer's status is not signed: what it says stands in its body, which is
//! either what was asked for or a [`Fault`].
//!
//! | request | answer |
//! |---|---|
//! | `POST /v1/orders` [`NewOrder`] | [`Order`]; the same order again gives the same answer, another under its number `conflict` |
//! | `GET /v1/orders/{number}` | [`Order`] |
//! | `POST /v1/orders/{number}/close` | [`Order`]: closed, or what it had become before |
//! | `POST /v1/refunds` [`NewRefund`] | [`Refund`]; repeats as with orders |
//! | `GET /v1/refunds/{number}` | [`Refund`] |
//! | to the merchant: `POST {notify_url}` [`Notification`] | `ok`, else it comes again under the same id |
//! | to a text message service: `POST` [`Sms`] | any 2xx |
//!
//! Knows nothing of bookings.

mod client;
mod key;
mod message;
mod wire;

pub use client::{Client, Failure};
pub use key::{Key, LEEWAY, MERCHANT, NONCE, RESPONSE, SIGNATURE, TIME, Untrusted, VERSION, nonce};
pub use message::{
    Fault, NewOrder, NewRefund, News, Notification, Order, OrderStatus, Refund, RefundStatus, Sms, is_number,
};
pub use wire::{Lost, Reply, Wire, now, origin};

/// Largest body in bytes, either way.
pub const LIMIT: usize = 64 * 1024;
