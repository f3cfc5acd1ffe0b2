//! The merchant's side: asks the provider.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Fault, Key, NewOrder, NewRefund, Order, Refund, is_number,
    wire::{self, Lost, Reply, Wire},
};

/// A provider's interface, as one merchant sees it.
#[derive(Clone, Debug)]
pub struct Client {
    wire: Wire,
    /// Without a slash at its end.
    base: String,
    origin: String,
}

/// Why there is no answer that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// None came, or none that is believed: it may have been done or not.
    #[error("no answer: {0}")]
    Silent(String),
    /// The provider said no, and will say no again; a stable word says why.
    #[error("refused: {0}")]
    Refused(String),
}

impl Client {
    /// A client for the interface at an address.
    ///
    /// # Errors
    /// When the address is none.
    pub fn new(base: &str, key: Key) -> Result<Self, Lost> {
        let origin = wire::origin(base).ok_or_else(|| Lost("the address is none".to_owned()))?;
        Ok(Self { wire: Wire::new(key)?, base: base.trim_end_matches('/').to_owned(), origin })
    }

    /// The key.
    #[must_use]
    pub const fn key(&self) -> &Key {
        self.wire.key()
    }

    /// Opens an order. The same order again gives the same answer.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn create(&self, order: &NewOrder) -> Result<Order, Failure> {
        self.checked(required(self.post("/v1/orders", order).await?)?, &order.number)
    }

    /// Where an order stands; `None` when the provider knows none of that number.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn order(&self, number: &str) -> Result<Option<Order>, Failure> {
        let answer = self.get(&format!("/v1/orders/{}", fit(number)?)).await?;
        answer.map(|order| self.checked(order, number)).transpose()
    }

    /// Closes an order. The answer says what it has become; `None` when the provider knows none of that number.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn close(&self, number: &str) -> Result<Option<Order>, Failure> {
        let answer = self.post(&format!("/v1/orders/{}/close", fit(number)?), &()).await?;
        answer.map(|order| self.checked(order, number)).transpose()
    }

    /// Gives money back. The same refund again gives the same answer and does nothing more.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn refund(&self, refund: &NewRefund) -> Result<Refund, Failure> {
        same(required(self.post("/v1/refunds", refund).await?)?, &refund.number)
    }

    /// Where a refund stands; `None` when the provider knows none of that number.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn refund_state(&self, number: &str) -> Result<Option<Refund>, Failure> {
        let answer = self.get(&format!("/v1/refunds/{}", fit(number)?)).await?;
        answer.map(|refund| same(refund, number)).transpose()
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<Option<T>, Failure> {
        understood(self.wire.get(&format!("{}{path}", self.base)).await)
    }

    async fn post<T: DeserializeOwned>(&self, path: &str, message: &impl Serialize) -> Result<Option<T>, Failure> {
        let json = serde_json::to_vec(message).map_err(|error| Failure::Refused(format!("cannot be said: {error}")))?;
        understood(self.wire.post(&format!("{}{path}", self.base), json).await)
    }

    /// Customers are sent to no page but the provider's own.
    fn checked(&self, order: Order, number: &str) -> Result<Order, Failure> {
        if order.number != number {
            return Err(Failure::Silent("the answer is about another order".to_owned()));
        }
        if wire::origin(&order.page).as_ref() != Some(&self.origin) {
            return Err(Failure::Silent("the page is not the provider's".to_owned()));
        }
        Ok(order)
    }
}

/// What a signed answer says; `None` for a number that is not known. Its status proves nothing, so it decides nothing.
fn understood<T: DeserializeOwned>(reply: Result<Reply, Lost>) -> Result<Option<T>, Failure> {
    let reply = reply.map_err(|Lost(why)| Failure::Silent(why))?;
    if !reply.signed {
        return Err(Failure::Silent(format!("the answer is not signed (status {})", reply.status)));
    }
    if let Ok(Fault { fault }) = serde_json::from_slice(&reply.body) {
        return match fault.as_str() {
            "unknown" => Ok(None),
            "busy" | "internal" => Err(Failure::Silent(fault)),
            _ => Err(Failure::Refused(fault)),
        };
    }
    let answer = serde_json::from_slice(&reply.body);
    answer.map(Some).map_err(|_| Failure::Silent("the answer cannot be read".to_owned()))
}

fn required<T>(answer: Option<T>) -> Result<T, Failure> {
    answer.ok_or_else(|| Failure::Refused("unknown".to_owned()))
}

fn same(refund: Refund, number: &str) -> Result<Refund, Failure> {
    if refund.number == number {
        Ok(refund)
    } else {
        Err(Failure::Silent("the answer is about another refund".to_owned()))
    }
}

fn fit(number: &str) -> Result<&str, Failure> {
    if is_number(number) { Ok(number) } else { Err(Failure::Refused("number".to_owned())) }
}
