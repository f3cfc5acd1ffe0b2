//! Money for bookings (B8): attempts to pay, what comes of them, refunds, and the books.
//!
//! Locks are taken in the order of `inventory`: the booking's row first, then its payments and refunds, then
//! vouchers, then slices and claims.
//! No provider is ever asked inside a transaction.

mod apply;
mod approve;
mod arrive;
mod ask;
mod awaited;
mod begin;
mod carry;
mod choose;
mod code;
mod collect;
mod gateway;
mod give_back;
mod ledger;
mod notified;
mod owed;
mod pay_out;
mod promise;
mod queue;
mod receipt;
mod record;
mod refresh;
mod refund;
mod resolve;
mod scope;
mod start;
mod undo;
mod view;

pub use apply::Verdict;
pub use approve::{check, release, send_back};
pub(crate) use arrive::paid_by_voucher;
pub use ask::ask;
pub(crate) use ask::close;
pub(crate) use begin::begin;
pub(crate) use carry::{carried, carry};
pub use choose::choose;
pub use collect::{check_collection, take_collection};
pub use gateway::{
    Forged, Gateway, Headers, Message, News, Order, OrderReport, OrderState, RefundOrder, RefundReport, RefundState,
    Trouble,
};
pub use give_back::give_back;
pub(crate) use ledger::post;
pub use notified::{Refused, notified};
pub(crate) use owed::{due_at, kept};
pub use pay_out::{pay_out, retry};
pub(crate) use promise::promised;
pub use queue::queue;
pub use receipt::{receipt, receipt_for_staff};
pub use record::record;
pub use refresh::refresh;
pub use resolve::resolve;
pub(crate) use scope::seen;
pub use start::start;
pub(crate) use undo::{adjust, give};

use domain::payment::Doubt;

use crate::Cx;

/// The word of [`Doubt::Amount`].
const AMOUNT: &str = Doubt::Amount.as_str();

/// The word of [`Doubt::Currency`].
const FOREIGN: &str = Doubt::Currency.as_str();

/// The word of [`Doubt::Absurd`].
const ABSURD: &str = Doubt::Absurd.as_str();

/// The word of [`Doubt::Silent`].
const SILENT: &str = Doubt::Silent.as_str();

/// Whether anything can be paid online.
#[must_use]
pub fn online(cx: &Cx) -> bool {
    cx.outside().gateway.is_some()
}
