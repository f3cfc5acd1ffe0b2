//! Refusals the business can give (X5): a stable code, the fields at fault, and when it would be possible.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{money::Fen, terms::PriceRule, time::Instant};

/// What is wrong with one field of a form. The page words it as `fault-{code}` in the reader's script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The field's name in the form.
    pub field: String,
    /// A stable code such as `required`, `too-long`, `past`, `not-a-phone`.
    pub code: String,
    /// The bound that was broken, where the message names one (`max`, `min`).
    pub bound: Option<i64>,
    /// The day that the message names: the last on which it was otherwise, or the first on which it was not.
    pub day: Option<NaiveDate>,
}

impl Fault {
    /// A fault whose message names no bound.
    #[must_use]
    pub fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), bound: None, day: None }
    }

    /// A fault whose message names the bound that was broken.
    #[must_use]
    pub fn bound(field: &str, code: &str, bound: i64) -> Self {
        Self { bound: Some(bound), ..Self::new(field, code) }
    }

    /// A fault whose message names a day.
    #[must_use]
    pub fn dated(field: &str, code: &str, day: NaiveDate) -> Self {
        Self { day: Some(day), ..Self::new(field, code) }
    }
}

/// Why something cannot be had (B1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shortage {
    /// Sold to others for good.
    Sold,
    /// Free again if the unpaid bookings that hold it are not paid.
    Held,
    /// Closed by the house, with its reason in the reader's script.
    Closed(String),
    /// Too few are left for the number wanted; so many are free.
    Few(u32),
    /// Too many parties start in this slot already (pacing).
    Paced,
    /// Nothing is offered then.
    None,
}

/// A refusal. `code()` is stable and crosses the wire; the page words it as `rule-{code}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Fields are at fault.
    Invalid(Vec<Fault>),
    /// There is no such thing, or it is somebody else's: the answer is the same.
    Unknown,
    /// Only for somebody who has signed in.
    SignIn,
    /// The actor may not do this.
    Forbidden,
    /// What is wanted is not free.
    Full(Shortage),
    /// The price is no longer the one that was agreed to; this is the price now.
    Repriced(Fen),
    /// The same idempotency key came with another request.
    KeyReused,
    /// The same request under the same key is being worked on; its answer can be had in a moment.
    InFlight,
    /// Name and password do not go together.
    Credentials,
    /// The phone number or e-mail address already belongs to an account.
    Taken,
    /// Too many attempts; possible again at that instant.
    TooMany(Instant),
    /// What was typed has lapsed or belongs to another session.
    DraftGone,
    /// The booking has no money due: paid, expired or cancelled.
    NothingDue,
    /// Nothing was paid that could be billed.
    NothingPaid,
    /// The hold was prolonged before, or cannot be.
    NotExtendable,
    /// The payment provider does not answer; the same request may be repeated.
    ProviderSilent,
    /// The terms of sale are no longer those that were shown.
    TermsChanged,
    /// Somebody else was first: the thing is no longer as it was seen.
    Changed,
    /// It was possible until that instant (X5).
    TooLate(Instant),
    /// So much goes back by now: not what was shown.
    RefundNow(Fen),
    /// The quote has run out at that instant, or is none of ours.
    QuoteOver(Option<Instant>),
    /// What is wanted is what is there already.
    Unchanged,
    /// The terms ask for a price that is not lower, or the same, when a booking is moved.
    ChangePrice(PriceRule),
    /// Another change of the booking waits for its money.
    ChangeOpen,
    /// What needs two persons was done by the same one before.
    SamePerson,
    /// The booking may not be moved without a fee: since that instant, when it was or its service began, or not to that time.
    NoFreeMove(Option<Instant>),
    /// It is for a booking that is paid in full, and this one is not.
    Unpaid,
    /// What a voucher paid cannot be divided.
    PaidByVoucher,
    /// An invoice is issued over it, which must be taken back first.
    Invoiced,
    /// The booking is over since that instant, where it is known: cancelled, expired, or the service has ended.
    Over(Option<Instant>),
    /// The case is closed, or stands otherwise.
    CaseClosed,
    /// The outcome was rated before.
    AlreadyRated,
    /// The link has lapsed.
    LinkOver,
    /// Too busy just now; the same request may be repeated.
    Busy,
}

impl Rule {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::Unknown => "unknown",
            Self::SignIn => "sign-in",
            Self::Forbidden => "forbidden",
            Self::Full(Shortage::Sold) => "full-sold",
            Self::Full(Shortage::Held) => "full-held",
            Self::Full(Shortage::Closed(_)) => "closed",
            Self::Full(Shortage::Few(_)) => "full-few",
            Self::Full(Shortage::Paced) => "full-paced",
            Self::Full(Shortage::None) => "not-offered",
            Self::Repriced(_) => "repriced",
            Self::KeyReused => "key-reused",
            Self::InFlight => "in-flight",
            Self::Credentials => "credentials",
            Self::Taken => "taken",
            Self::TooMany(_) => "too-many",
            Self::DraftGone => "draft-gone",
            Self::NothingDue => "nothing-due",
            Self::NothingPaid => "nothing-paid",
            Self::NotExtendable => "not-extendable",
            Self::ProviderSilent => "provider-silent",
            Self::TermsChanged => "terms-changed",
            Self::Changed => "changed",
            Self::TooLate(_) => "too-late",
            Self::RefundNow(_) => "refund-now",
            Self::QuoteOver(_) => "quote-over",
            Self::Unchanged => "unchanged",
            Self::ChangePrice(PriceRule::Same) => "change-price-same",
            Self::ChangePrice(_) => "change-price-least",
            Self::ChangeOpen => "change-open",
            Self::SamePerson => "same-person",
            Self::NoFreeMove(_) => "no-free-move",
            Self::Unpaid => "unpaid",
            Self::PaidByVoucher => "paid-by-voucher",
            Self::Invoiced => "invoiced",
            Self::Over(_) => "over",
            Self::CaseClosed => "case-closed",
            Self::AlreadyRated => "already-rated",
            Self::LinkOver => "link-over",
            Self::Busy => "busy",
        }
    }

    /// The words for a code name nothing but the rule: no time, no amount.
    #[must_use]
    pub fn is_plain(code: &str) -> bool {
        const NAMING: [&str; 7] = ["repriced", "refund-now", "too-late", "too-many", "full-few", "closed", "invalid"];
        !NAMING.contains(&code)
    }

    /// The HTTP status that fits.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Invalid(_) => 422,
            Self::Unknown => 404,
            Self::SignIn | Self::Credentials => 401,
            Self::Forbidden | Self::SamePerson => 403,
            Self::Full(_)
            | Self::Repriced(_)
            | Self::KeyReused
            | Self::InFlight
            | Self::Taken
            | Self::NothingDue
            | Self::NothingPaid
            | Self::NotExtendable
            | Self::TermsChanged
            | Self::Changed
            | Self::TooLate(_)
            | Self::RefundNow(_)
            | Self::Unchanged
            | Self::ChangePrice(_)
            | Self::ChangeOpen
            | Self::NoFreeMove(_)
            | Self::Unpaid
            | Self::PaidByVoucher
            | Self::Invoiced
            | Self::CaseClosed
            | Self::AlreadyRated
            | Self::Over(_) => 409,
            Self::DraftGone | Self::QuoteOver(_) | Self::LinkOver => 410,
            Self::TooMany(_) => 429,
            Self::Busy | Self::ProviderSilent => 503,
        }
    }
}
