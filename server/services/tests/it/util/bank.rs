//! A payment provider in memory, with words for what its customers do. Its notifications are
//! `id order NUMBER STATE FEN CURRENCY` or `id refund NUMBER STATE`, and the word `signed` in a header is its signature.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use async_trait::async_trait;
use domain::{Fen, Instant, payment::Page};
use services::{
    Cx, Outside,
    payment::{
        self, Forged, Gateway, Headers, Message, News, Order, OrderReport, OrderState, RefundOrder, RefundReport,
        RefundState, Refused, Trouble, Verdict,
    },
};

use super::House;

/// The provider.
#[derive(Default)]
pub struct Bank {
    orders: Mutex<HashMap<String, (Order, OrderState)>>,
    refunds: Mutex<HashMap<String, (RefundOrder, RefundState)>>,
    silent: AtomicBool,
    codes: AtomicBool,
    messages: AtomicU64,
    calls: AtomicU64,
}

impl Bank {
    /// A provider that the house works with.
    pub fn of(house: &mut House) -> Arc<Self> {
        let bank = Arc::new(Self::default());
        house.cx = bank.serves(house.cx.clone());
        bank
    }

    /// The same provider for another instance.
    pub fn serves(self: &Arc<Self>, cx: Cx) -> Cx {
        let gateway = Some(Arc::clone(self) as Arc<dyn Gateway>);
        cx.with_outside(Outside { gateway, origin: "https://yueding.example".to_owned(), ..Outside::default() })
    }

    /// It answers nothing from now on, or again.
    pub fn is_silent(&self, silent: bool) {
        self.silent.store(silent, Ordering::SeqCst);
    }

    /// It gives codes to be scanned instead of addresses.
    pub fn gives_codes(&self) {
        self.codes.store(true, Ordering::SeqCst);
    }

    /// How often it was asked for anything.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::SeqCst)
    }

    /// Where an order stands there.
    pub fn state(&self, number: &str) -> OrderState {
        self.orders.lock().unwrap().get(number).map_or(OrderState::Unknown, |(_, state)| state.clone())
    }

    /// Something happens to an order; nobody is told.
    pub fn becomes(&self, number: &str, state: OrderState) {
        self.orders.lock().unwrap().get_mut(number).expect("an order").1 = state;
    }

    /// The customer pays what he was asked for.
    pub fn is_paid(&self, number: &str) {
        let amount = self.orders.lock().unwrap()[number].0.amount;
        self.becomes(number, paid(amount.0));
    }

    /// The same, unless it was closed a moment before: whether he could.
    pub fn is_paid_if_open(&self, number: &str) -> bool {
        let mut orders = self.orders.lock().unwrap();
        let (order, state) = orders.get_mut(number).expect("an order");
        let open = *state == OrderState::Open;
        if open {
            *state = paid(order.amount.0);
        }
        open
    }

    /// Numbers and amounts of the orders that were paid.
    pub fn paid_orders(&self) -> Vec<(String, i64)> {
        let orders = self.orders.lock().unwrap();
        let amount = |state: &OrderState| match state {
            OrderState::Paid { amount, .. } => Some(amount.0),
            _ => None,
        };
        orders.iter().filter_map(|(number, (_, state))| Some((number.clone(), amount(state)?))).collect()
    }

    /// What has gone back in all.
    pub fn refunded(&self) -> i64 {
        let refunds = self.refunds.lock().unwrap();
        let done = refunds.values().filter(|(_, state)| *state == RefundState::Done);
        done.map(|(order, _)| order.amount.0).sum()
    }

    /// What it was told to give back, by the order it is of, how much and of how much.
    pub fn refund_orders(&self) -> Vec<(String, i64, i64)> {
        let refunds = self.refunds.lock().unwrap();
        let mut orders: Vec<_> =
            refunds.values().map(|(order, _)| (order.payment.clone(), order.amount.0, order.total.0)).collect();
        orders.sort();
        orders
    }

    /// From now on it refuses a refund, or has done it.
    pub fn refund_becomes(&self, number: &str, state: RefundState) {
        self.refunds.lock().unwrap().get_mut(number).expect("a refund").1 = state;
    }

    /// A new notification of how an order stands.
    pub fn news(&self, number: &str) -> String {
        self.news_of(number, &self.state(number))
    }

    /// A new notification that says something of an order, true or not.
    pub fn news_of(&self, number: &str, state: &OrderState) -> String {
        let id = self.messages.fetch_add(1, Ordering::SeqCst);
        let said = match state {
            OrderState::Open | OrderState::Unknown => "open 0 CNY".to_owned(),
            OrderState::Declined => "declined 0 CNY".to_owned(),
            OrderState::Closed => "closed 0 CNY".to_owned(),
            OrderState::Paid { amount, currency } => format!("paid {} {currency}", amount.0),
        };
        format!("m{id} order {number} {said}")
    }

    /// A new notification of a refund.
    pub fn refund_news(&self, number: &str, state: &str) -> String {
        format!("m{} refund {number} {state}", self.messages.fetch_add(1, Ordering::SeqCst))
    }

    fn hears(&self) -> Result<(), Trouble> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        if self.silent.load(Ordering::SeqCst) { Err(Trouble::Silent("it rings".to_owned())) } else { Ok(()) }
    }

    fn report(&self, number: &str, state: OrderState) -> OrderReport {
        let page = (state != OrderState::Unknown).then(|| {
            let page = page(number);
            if self.codes.load(Ordering::SeqCst) { Page::Code(page) } else { Page::Address(page) }
        });
        OrderReport { number: number.to_owned(), reference: format!("ref-{number}"), state, page }
    }
}

/// The address where an order is paid.
pub fn page(number: &str) -> String {
    format!("https://bank.example/{number}")
}

/// The number of an order, from its page.
pub fn number_in(page: &Page) -> String {
    page.as_str().rsplit('/').next().expect("a number").to_owned()
}

/// Paid in yuan.
pub fn paid(fen: i64) -> OrderState {
    OrderState::Paid { amount: Fen(fen), currency: "CNY".to_owned() }
}

/// A notification arrives.
pub async fn told(cx: &Cx, body: &str) -> Result<Verdict, Refused> {
    payment::notified(cx, "/hooks/payment/bank", &|_: &str| Some("signed".to_owned()), body.as_bytes()).await
}

#[async_trait]
impl Gateway for Bank {
    fn name(&self) -> &'static str {
        "bank"
    }

    fn arrival_days(&self) -> u32 {
        3
    }

    async fn create(&self, order: &Order) -> Result<OrderReport, Trouble> {
        self.hears()?;
        let mut orders = self.orders.lock().unwrap();
        let (known, state) = orders.entry(order.number.clone()).or_insert_with(|| (order.clone(), OrderState::Open));
        if known == order {
            Ok(self.report(&order.number, state.clone()))
        } else {
            Err(Trouble::Refused("conflict".to_owned()))
        }
    }

    async fn query(&self, number: &str) -> Result<OrderReport, Trouble> {
        self.hears()?;
        Ok(self.report(number, self.state(number)))
    }

    async fn close(&self, number: &str) -> Result<OrderReport, Trouble> {
        self.hears()?;
        if self.state(number) == OrderState::Open {
            self.becomes(number, OrderState::Closed);
        }
        Ok(self.report(number, self.state(number)))
    }

    async fn refund(&self, order: &RefundOrder) -> Result<RefundReport, Trouble> {
        self.hears()?;
        let OrderState::Paid { amount, .. } = self.state(&order.payment) else {
            return Ok(RefundReport {
                number: order.number.clone(),
                state: RefundState::Refused("not-paid".to_owned()),
            });
        };
        let mut refunds = self.refunds.lock().unwrap();
        let others =
            refunds.values().filter(|(known, _)| known.payment == order.payment && known.number != order.number);
        assert!(others.map(|(known, _)| known.amount).sum::<Fen>() + order.amount <= amount, "more than was paid");
        let (known, state) = refunds.entry(order.number.clone()).or_insert_with(|| (order.clone(), RefundState::Done));
        assert_eq!(known, order, "one number is one refund");
        Ok(RefundReport { number: order.number.clone(), state: state.clone() })
    }

    async fn query_refund(&self, number: &str) -> Result<RefundReport, Trouble> {
        self.hears()?;
        let refunds = self.refunds.lock().unwrap();
        let state = refunds.get(number).map_or(RefundState::Unknown, |(_, state)| state.clone());
        Ok(RefundReport { number: number.to_owned(), state })
    }

    fn read(&self, _: &str, headers: Headers<'_>, body: &[u8], _: Instant) -> Result<Message, Forged> {
        if headers("signature").as_deref() != Some("signed") {
            return Err(Forged::Signature);
        }
        let text = std::str::from_utf8(body).map_err(|_| Forged::Format)?;
        let (id, news) = match text.split(' ').collect::<Vec<_>>()[..] {
            [id, "order", number, state, fen, currency] => {
                let amount = Fen(fen.parse().map_err(|_| Forged::Format)?);
                let state = match state {
                    "paid" => OrderState::Paid { amount, currency: currency.to_owned() },
                    "declined" => OrderState::Declined,
                    "closed" => OrderState::Closed,
                    _ => OrderState::Open,
                };
                (id, News::Order(self.report(number, state)))
            }
            [id, "refund", number, state] => {
                let state = if state == "done" { RefundState::Done } else { RefundState::Refused(state.to_owned()) };
                (id, News::Refund(RefundReport { number: number.to_owned(), state }))
            }
            _ => return Err(Forged::Format),
        };
        Ok(Message { id: id.to_owned(), news })
    }
}
