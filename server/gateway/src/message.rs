//! What the messages say.

use serde::{Deserialize, Serialize};

/// An order to be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewOrder {
    /// The merchant's number of it.
    pub number: String,
    /// How much, in fen.
    pub amount_fen: i64,
    /// Of which currency, such as `CNY`.
    pub currency: String,
    /// What it is for, as the page says it.
    pub subject: String,
    /// Language tag of the page: `zh-Hans` or `zh-Hant`.
    pub lang: String,
    /// Where the customer goes afterwards.
    pub return_url: String,
    /// Where notifications go.
    pub notify_url: String,
    /// It can be paid until then; milliseconds since 1970.
    pub expires_at: i64,
}

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OrderStatus {
    /// It can be paid.
    Open,
    /// It was paid.
    Paid,
    /// The payment was refused.
    Declined,
    /// It cannot be paid any more.
    Closed,
}

/// What the provider knows of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The merchant's number of it.
    pub number: String,
    /// The provider's own.
    pub reference: String,
    /// Where it stands.
    pub status: OrderStatus,
    /// What was paid, or is to be paid, in fen.
    pub amount_fen: i64,
    /// Of which currency.
    pub currency: String,
    /// The page where it is paid.
    pub page: String,
}

/// Money to be given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRefund {
    /// The merchant's number of it.
    pub number: String,
    /// Number of the order it is part of.
    pub order: String,
    /// How much, in fen.
    pub amount_fen: i64,
}

/// Where a refund stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RefundStatus {
    /// It will be done.
    Accepted,
    /// The customer has the money.
    Done,
    /// It will not be done.
    Refused,
}

/// What the provider knows of a refund.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// The merchant's number of it.
    pub number: String,
    /// Number of the order.
    pub order: String,
    /// How much, in fen.
    pub amount_fen: i64,
    /// Where it stands.
    pub status: RefundStatus,
    /// Why it was refused: a stable word; blank otherwise.
    #[serde(default)]
    pub reason: String,
}

/// Something happened at the provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// The provider's id of it: the same however often it comes.
    pub id: String,
    /// When it happened; milliseconds since 1970.
    pub at: i64,
    /// What happened.
    #[serde(flatten)]
    pub news: News,
}

/// What a notification is about, as the thing stands now: `kind` says which of the two is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum News {
    /// An order.
    Order {
        /// As it stands.
        order: Order,
    },
    /// A refund.
    Refund {
        /// As it stands.
        refund: Refund,
    },
}

/// A text message to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sms {
    /// The same however often it is sent.
    pub id: String,
    /// Phone number in E.164 form.
    pub to: String,
    /// What it says.
    pub text: String,
}

/// Why something was not done: `unknown` (no such number), `conflict` (the number is taken by another body), or another
/// stable word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The word.
    pub fault: String,
}

/// Whether a text can be a number of the protocol: it stands in addresses as it is.
#[must_use]
pub fn is_number(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
