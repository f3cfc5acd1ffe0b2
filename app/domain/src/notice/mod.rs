//! Notices (A9): what people are told, over which channel, and where the telling stands.

mod policy;

pub use policy::{BACK_OFF, MOST_TRIES, QUIET_FROM, QUIET_UNTIL, back_off, may_go, remind_at};

use serde::{Deserialize, Serialize};

use crate::{Instant, word::words};

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Topic {
    /// A booking was made and is held until it is paid.
    Placed,
    /// It is confirmed: the confirmation with the receipt (B4, B8).
    Confirmed,
    /// It was not paid in time.
    Expired,
    /// Money came that goes back, and why.
    Returned,
    /// The money has gone back.
    Refunded,
    /// The service is near.
    Reminder,
    /// It was changed: the new confirmation (B10).
    Changed,
    /// A change waits for its difference: how much, and until when (B10).
    Changing,
    /// A change was not paid in time, or taken back: the booking stays as it was.
    Unchanged,
    /// It was cancelled, and what goes back (B11).
    Cancelled,
    /// A part of another booking has become it, or it is what stayed when a part went (B10).
    Divided,
    /// Its invoice is issued (A4).
    Invoiced,
    /// A question was asked: its number, and by when there is an answer (C2).
    Asked,
    /// A question was answered, or a word came of it (C7).
    Answered,
    /// We have a question ourselves.
    Question,
    /// A question was handed on: to whom, why, for how long (C5).
    Handed,
    /// The answer comes later than promised (C6).
    Postponed,
    /// A rating was asked for and not given (C8).
    Rate,
}

words!(Topic {
    Placed = "placed",
    Confirmed = "confirmed",
    Expired = "expired",
    Returned = "returned",
    Refunded = "refunded",
    Reminder = "reminder",
    Changed = "changed",
    Changing = "changing",
    Unchanged = "unchanged",
    Cancelled = "cancelled",
    Divided = "divided",
    Invoiced = "invoiced",
    Asked = "asked",
    Answered = "answered",
    Question = "question",
    Handed = "handed",
    Postponed = "postponed",
    Rate = "rate",
});

/// How somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// E-mail.
    Mail,
    /// Text message to a phone.
    Sms,
    /// The member's inbox on the site.
    Inbox,
}

words!(Channel { Mail = "mail", Sms = "sms", Inbox = "inbox" });

/// Where the telling stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeStatus {
    /// To be delivered, now or later.
    Due,
    /// Delivered: taken over by the next server, or lying in the inbox.
    Sent,
    /// Given up after too many tries; staff may send it again.
    Dead,
}

words!(NoticeStatus { Due = "due", Sent = "sent", Dead = "dead" });

/// A notice in a member's inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxRow {
    /// Key.
    pub id: i64,
    /// When.
    pub at: Instant,
    /// Title in the reader's script.
    pub title: String,
    /// Text in the reader's script, a paragraph each.
    pub text: Vec<String>,
    /// The page of the booking or the question it is about, without the script's prefix.
    pub page: String,
    /// The member has not opened it yet.
    pub unread: bool,
}

/// A notice as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRow {
    /// Key.
    pub id: i64,
    /// What about.
    pub topic: Topic,
    /// How.
    pub channel: Channel,
    /// Where to, masked but for its end.
    pub to: String,
    /// Number of the booking or the question.
    pub number: String,
    /// The desk's page of it, without the script's prefix.
    pub page: String,
    /// Where it stands.
    pub status: NoticeStatus,
    /// How often it was tried.
    pub tries: u32,
    /// Since when it is due.
    pub since: Instant,
    /// What went wrong last: a stable word such as `no-answer`, or the code that the other side gave, such as `550 5.1.1`;
    /// blank if nothing did.
    pub trouble: String,
}

/// The desk's page about notices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeQueue {
    /// Given up, the newest first.
    pub dead: Vec<NoticeRow>,
    /// Tried without success and to be tried again.
    pub waiting: Vec<NoticeRow>,
    /// Delivered in the last 24 hours.
    pub sent: u64,
}
