//! How money is shown: to the customer his payments, refunds and receipt; to staff what is to be done.

use serde::{Deserialize, Serialize};

use super::{Code, Doubt, Page, PaymentStatus, Reason, RefundStatus, Resolution, Way};
use crate::{
    Fen, Instant,
    booking::BookingRow,
    change::OpenChange,
    voucher::{AppliedVoucher, Voucher},
    word::words,
};

/// An attempt to pay, or a receipt that staff recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Our number of it, which the provider knows too.
    pub number: String,
    /// How.
    pub way: Way,
    /// Where it stands.
    pub status: PaymentStatus,
    /// What was asked for.
    pub amount: Fen,
    /// What came, if anything did, in the smallest unit of its currency.
    pub received: Option<Fen>,
    /// Its currency.
    pub currency: String,
    /// When it was begun.
    pub begun: Instant,
    /// When the money came.
    pub settled: Option<Instant>,
    /// Where it is paid, while it can be.
    pub page: Option<Page>,
}

/// Money that goes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// Our number of it.
    pub number: String,
    /// The way it goes: the one it came.
    pub way: Way,
    /// How much, in the smallest unit of its currency.
    pub amount: Fen,
    /// The currency that came.
    pub currency: String,
    /// Why.
    pub reason: Reason,
    /// Where it stands.
    pub status: RefundStatus,
    /// Since when it is owed.
    pub since: Instant,
    /// When it was done.
    pub done: Option<Instant>,
    /// The customer has it by then.
    pub promised: Instant,
    /// How often it was sent to the provider.
    pub tries: u32,
    /// Two persons look at it before it goes.
    pub reviewed: bool,
    /// How often it was sent back to be checked again.
    pub rounds: u32,
}

/// Everything about a booking's money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The booking.
    pub booking: BookingRow,
    /// How it is to be paid.
    pub way: Way,
    /// What came, all payments together.
    pub paid: Fen,
    /// What went back.
    pub refunded: Fen,
    /// What is still due now.
    pub due: Fen,
    /// The units are held until then.
    pub hold_until: Option<Instant>,
    /// Seconds left of the hold when this was told, begun ones counted.
    pub hold_left: Option<i64>,
    /// The hold may be extended once, until then.
    pub extendable_until: Option<Instant>,
    /// The code to be scanned for the last attempt, where the provider gives one.
    pub code: Option<Code>,
    /// Payment online is possible at all.
    pub online: bool,
    /// A change that waits for what is due.
    pub change: Option<OpenChange>,
    /// A voucher that is laid aside for it.
    pub voucher: Option<AppliedVoucher>,
    /// The voucher that its cancellation gave.
    pub granted: Option<Voucher>,
    /// Attempts, oldest first.
    pub payments: Vec<Payment>,
    /// Money that goes back, oldest first.
    pub refunds: Vec<Refund>,
}

impl Receipt {
    /// Attempts to pay what is due now, oldest first: those for something else before a change was made are not meant.
    fn attempts(&self) -> impl DoubleEndedIterator<Item = &Payment> {
        let since = self.change.as_ref().map(|change| change.at);
        self.payments.iter().filter(move |payment| since.is_none_or(|since| payment.begun >= since))
    }

    /// The last of them.
    #[must_use]
    pub fn last_attempt(&self) -> Option<&Payment> {
        self.attempts().next_back()
    }

    /// One of them waits for a person, so that no other is begun.
    #[must_use]
    pub fn is_stuck(&self) -> bool {
        self.attempts().any(|payment| payment.status == PaymentStatus::Stuck)
    }
}

/// What staff wait to be paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DueFor {
    /// A booking that is held.
    Booking,
    /// The difference of a change.
    Change,
    /// The fee of a cancellation, as far as it is above what was paid.
    Fee,
}

words!(DueFor { Booking = "booking", Change = "change", Fee = "fee" });

/// A booking whose money staff wait for (the follow-up queue).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueRow {
    /// The booking.
    pub booking: BookingRow,
    /// How the booking is to be paid; a fee comes however it comes.
    pub way: Way,
    /// What for.
    pub of: DueFor,
    /// What is due.
    pub due: Fen,
    /// Until when; nothing where it does not run out.
    pub until: Option<Instant>,
}

/// A payment nobody can tell by rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StuckRow {
    /// The payment.
    pub payment: Payment,
    /// Its booking.
    pub booking: BookingRow,
    /// What is known, worded as `trouble-{word}`.
    pub doubt: Doubt,
    /// What a person may decide.
    pub decisions: Vec<Resolution>,
    /// Since when.
    pub since: Instant,
}

/// A refund that waits for staff, or is on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundRow {
    /// The refund.
    pub refund: Refund,
    /// Its booking.
    pub booking: BookingRow,
    /// What the provider said last: a stable word, or blank.
    pub trouble: String,
    /// What finance wants to know before it releases it; blank for nothing.
    pub question: String,
    /// The customer should have it by now.
    pub overdue: bool,
}

/// Money that staff took at the counter or by transfer, and finance has not taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionRow {
    /// The payment.
    pub payment: Payment,
    /// Its booking.
    pub booking: BookingRow,
    /// Name of who took it.
    pub by: String,
    /// Number of the slip or of the transfer; may be blank.
    pub slip: String,
    /// A supervisor has found it right.
    pub checked: bool,
}

/// The desk's page about money.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentQueue {
    /// Awaited at the counter or by transfer, the nearest deadline first, and fees of cancellations.
    pub due: Vec<DueRow>,
    /// To be resolved by a person, the oldest first.
    pub stuck: Vec<StuckRow>,
    /// Going back, the oldest first.
    pub refunds: Vec<RefundRow>,
    /// Refunds that came to their end in the last seven days, newest first.
    pub done: Vec<RefundRow>,
    /// Collected and not taken over, the oldest first.
    pub collected: Vec<CollectionRow>,
}
