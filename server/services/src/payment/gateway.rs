//! The seam to a payment provider (B8). Knows no protocol: who implements it speaks one.
//!
//! It is cut so that the providers people here use fit it:
//!
//! | here | Alipay (page pay, precreate) | WeChat Pay v3 (Native, H5) |
//! |---|---|---|
//! | [`Gateway::create`] | `alipay.trade.page.pay` builds the page's address ([`Page::Address`]), `alipay.trade.precreate` a `qr_code` ([`Page::Code`]); `out_trade_no` is our number, `total_amount` decimal yuan, `time_expire` | `POST /v3/pay/transactions/native` gives `code_url` ([`Page::Code`]), `/h5` gives `h5_url` ([`Page::Address`]); `out_trade_no`, `amount.total` in fen, `time_expire` |
//! | [`Gateway::read`] | form POST, RSA2 (SHA256withRSA) over the sorted parameters, `notify_id`; [`Gateway::acknowledge`] is the text `success`, anything else comes again | JSON POST, `Wechatpay-Signature` (RSA over time, nonce and body), the `resource` is AES-256-GCM under the APIv3 key, `id`; the status 200 is enough, whatever the text |
//! | [`Gateway::query`] | `alipay.trade.query`: `WAIT_BUYER_PAY`, `TRADE_SUCCESS`, `TRADE_CLOSED`, `TRADE_FINISHED` | `GET /v3/pay/transactions/out-trade-no/{n}`: `NOTPAY`, `SUCCESS`, `CLOSED`, `PAYERROR`, `REFUND` |
//! | [`Gateway::close`] | `alipay.trade.close` | `POST …/{n}/close` |
//! | [`Gateway::refund`] | `alipay.trade.refund` with `out_request_no` (repeats are one refund), `refund_amount` decimal yuan; done at once (`fund_change`) | `POST /v3/refund/domestic/refunds` with `out_refund_no`, `amount.refund`/`amount.total` in fen; `PROCESSING`, then notified |
//! | [`Gateway::query_refund`] | `alipay.trade.fastpay.refund.query` | `GET /v3/refund/domestic/refunds/{out_refund_no}` |

use async_trait::async_trait;
use domain::{Fen, Instant, payment::Page};
use i18n::Script;

/// What the customer is asked to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Our number; the provider takes each once.
    pub number: String,
    /// How much.
    pub amount: Fen,
    /// What the provider's page says it is for, in the customer's script.
    pub subject: String,
    /// The customer's script.
    pub script: Script,
    /// Path of our page that the customer comes back to.
    pub back: String,
    /// It can be paid until then.
    pub expires: Instant,
}

/// What the provider knows of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderReport {
    /// Our number.
    pub number: String,
    /// The provider's own.
    pub reference: String,
    /// Where it stands there.
    pub state: OrderState,
    /// Where it can be paid.
    pub page: Option<Page>,
}

/// Where an order stands at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderState {
    /// It can be paid.
    Open,
    /// It was paid.
    Paid {
        /// How much.
        amount: Fen,
        /// Of which currency, such as `CNY`.
        currency: String,
    },
    /// The payment was refused.
    Declined,
    /// It was closed and cannot be paid any more.
    Closed,
    /// The provider has never heard of it.
    Unknown,
}

/// Money that is to go back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundOrder {
    /// Our number; the provider does each once.
    pub number: String,
    /// Number of the payment.
    pub payment: String,
    /// How much of it, in the smallest unit of its currency.
    pub amount: Fen,
    /// The currency that was paid.
    pub currency: String,
    /// How much was paid.
    pub total: Fen,
}

/// What the provider knows of a refund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundReport {
    /// Our number.
    pub number: String,
    /// Where it stands there.
    pub state: RefundState,
}

/// Where a refund stands at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefundState {
    /// It will be done.
    Accepted,
    /// It is done.
    Done,
    /// It will not be done; a stable word says why.
    Refused(String),
    /// The provider has never heard of it.
    Unknown,
}

/// A notification whose signature is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The provider's id of it; the same one may come many times.
    pub id: String,
    /// What it says.
    pub news: News,
}

/// What a notification says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Of an order.
    Order(OrderReport),
    /// Of a refund.
    Refund(RefundReport),
}

/// Why the provider did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No answer, or none that can be understood: it may have been done or not.
    #[error("no answer: {0}")]
    Silent(String),
    /// It said no, and will say no again; a stable word says why.
    #[error("refused: {0}")]
    Refused(String),
}

/// A notification that cannot be believed; what is wrong with it, for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forged {
    /// The signature is missing or wrong.
    #[error("signature")]
    Signature,
    /// It was signed too long ago, or in the future.
    #[error("time")]
    Time,
    /// It cannot be read.
    #[error("format")]
    Format,
}

/// The headers of a notification, by lower-case name.
pub type Headers<'a> = &'a (dyn Fn(&str) -> Option<String> + Send + Sync);

/// A payment provider.
#[async_trait]
pub trait Gateway: Send + Sync {
    /// A stable word for it.
    fn name(&self) -> &'static str;

    /// Working days, as it says itself, until what it gives back is with the customer.
    fn arrival_days(&self) -> u32;

    /// Opens an order. The same order again gives the same answer.
    async fn create(&self, order: &Order) -> Result<OrderReport, Trouble>;

    /// Where an order stands.
    async fn query(&self, number: &str) -> Result<OrderReport, Trouble>;

    /// Closes an order, so that it cannot be paid any more. The answer says what it has become: it may have been paid.
    async fn close(&self, number: &str) -> Result<OrderReport, Trouble>;

    /// Gives back. The same order again gives the same answer and does nothing more.
    async fn refund(&self, order: &RefundOrder) -> Result<RefundReport, Trouble>;

    /// Where a refund stands.
    async fn query_refund(&self, number: &str) -> Result<RefundReport, Trouble>;

    /// Reads a notification and proves that it is the provider's. `path` is the address it was sent to.
    ///
    /// # Errors
    /// When it cannot be believed.
    fn read(&self, path: &str, headers: Headers<'_>, body: &[u8], now: Instant) -> Result<Message, Forged>;

    /// The text of the answer, beside the status 200, by which it knows that a notification was taken.
    fn acknowledge(&self) -> &'static str {
        "ok"
    }
}
