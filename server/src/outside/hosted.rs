//! The payment provider with a page of its own, over the signed protocol of the crate `gateway`.

use std::sync::Arc;

use anyhow::anyhow;
use async_trait::async_trait;
use domain::{Fen, Instant, payment::Page};
use gateway::{Client, Failure, Key, NewOrder, NewRefund, OrderStatus, RefundStatus, Untrusted};
use services::payment::{
    Forged, Gateway, Headers, Message, News, Order, OrderReport, OrderState, RefundOrder, RefundReport, RefundState,
    Trouble,
};

use crate::{Config, hooks};

/// Everything here is priced in it.
const CURRENCY: &str = "CNY";

/// The provider's name in addresses and in the books.
const NAME: &str = "hosted";

/// What it gives back is with the customer in one to three working days.
const ARRIVAL_DAYS: u32 = 3;

struct Hosted {
    client: Client,
    /// The site's address, without a slash at its end.
    origin: String,
}

/// The provider of the configuration, if it names one.
pub(super) fn open(config: &Config) -> anyhow::Result<Option<Arc<dyn Gateway>>> {
    if config.pay.url.is_empty() {
        return Ok(None);
    }
    let key = Key::new(&config.pay.merchant, &config.pay.secret);
    let client = Client::new(&config.pay.url, key).map_err(|lost| anyhow!("PAY_GATEWAY_URL: {lost}"))?;
    Ok(Some(Arc::new(Hosted { client, origin: config.origin.clone() })))
}

#[async_trait]
impl Gateway for Hosted {
    fn name(&self) -> &'static str {
        NAME
    }

    fn arrival_days(&self) -> u32 {
        ARRIVAL_DAYS
    }

    async fn create(&self, order: &Order) -> Result<OrderReport, Trouble> {
        let order = NewOrder {
            number: order.number.clone(),
            amount_fen: order.amount.0,
            currency: CURRENCY.to_owned(),
            subject: order.subject.clone(),
            lang: order.script.tag().to_owned(),
            return_url: format!("{}{}", self.origin, order.back),
            notify_url: format!("{}{}", self.origin, hooks::payment_path(NAME)),
            expires_at: order.expires.timestamp_millis(),
        };
        self.client.create(&order).await.map(order_report).map_err(trouble)
    }

    async fn query(&self, number: &str) -> Result<OrderReport, Trouble> {
        let order = self.client.order(number).await.map_err(trouble)?;
        Ok(order.map_or_else(|| unknown(number), order_report))
    }

    async fn close(&self, number: &str) -> Result<OrderReport, Trouble> {
        let order = self.client.close(number).await.map_err(trouble)?;
        Ok(order.map_or_else(|| unknown(number), order_report))
    }

    async fn refund(&self, order: &RefundOrder) -> Result<RefundReport, Trouble> {
        let (number, payment) = (order.number.clone(), order.payment.clone());
        let refund = NewRefund { number, order: payment, amount_fen: order.amount.0 };
        self.client.refund(&refund).await.map(refund_report).map_err(trouble)
    }

    async fn query_refund(&self, number: &str) -> Result<RefundReport, Trouble> {
        let refund = self.client.refund_state(number).await.map_err(trouble)?;
        let unknown = || RefundReport { number: number.to_owned(), state: RefundState::Unknown };
        Ok(refund.map_or_else(unknown, refund_report))
    }

    fn read(&self, path: &str, headers: Headers<'_>, body: &[u8], now: Instant) -> Result<Message, Forged> {
        self.client.key().verify("POST", path, &|name| headers(name), body, now.timestamp()).map_err(
            |why| match why {
                Untrusted::Time => Forged::Time,
                Untrusted::Headers | Untrusted::Merchant | Untrusted::Signature => Forged::Signature,
            },
        )?;
        let read: gateway::Notification = serde_json::from_slice(body).map_err(|_| Forged::Format)?;
        Ok(Message {
            id: read.id,
            news: match read.news {
                gateway::News::Order { order } => News::Order(order_report(order)),
                gateway::News::Refund { refund } => News::Refund(refund_report(refund)),
            },
        })
    }
}

fn order_report(order: gateway::Order) -> OrderReport {
    let (amount, currency) = (Fen(order.amount_fen), order.currency);
    let state = match order.status {
        OrderStatus::Open => OrderState::Open,
        OrderStatus::Paid => OrderState::Paid { amount, currency },
        OrderStatus::Declined => OrderState::Declined,
        OrderStatus::Closed => OrderState::Closed,
    };
    OrderReport { number: order.number, reference: order.reference, state, page: Some(Page::Address(order.page)) }
}

fn unknown(number: &str) -> OrderReport {
    OrderReport { number: number.to_owned(), reference: String::new(), state: OrderState::Unknown, page: None }
}

fn refund_report(refund: gateway::Refund) -> RefundReport {
    let state = match refund.status {
        RefundStatus::Accepted => RefundState::Accepted,
        RefundStatus::Done => RefundState::Done,
        RefundStatus::Refused => RefundState::Refused(refund.reason),
    };
    RefundReport { number: refund.number, state }
}

fn trouble(failure: Failure) -> Trouble {
    match failure {
        Failure::Silent(why) => Trouble::Silent(why),
        Failure::Refused(why) => Trouble::Refused(why),
    }
}
