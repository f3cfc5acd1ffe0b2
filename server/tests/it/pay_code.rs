//! A provider of another kind than the sandbox: it gives a code to be scanned, and wants its own word as an answer.

use std::sync::Arc;

use async_trait::async_trait;
use axum::http::{Method, StatusCode};
use domain::{Fen, Instant, payment::Page};
use i18n::{Script, text};
use services::{
    Outside,
    payment::{
        Forged, Gateway, Headers, Message, News, Order, OrderReport, OrderState, RefundOrder, RefundReport,
        RefundState, Trouble,
    },
};

use crate::town::{Town, confirmed};

/// The provider. What it is told of an order is its number and what was paid, in fen.
struct Scanned;

fn report(number: &str, state: OrderState) -> OrderReport {
    let page = Some(Page::Code(format!("weixin://wxpay/bizpayurl?pr={number}")));
    OrderReport { number: number.to_owned(), reference: format!("ref-{number}"), state, page }
}

#[async_trait]
impl Gateway for Scanned {
    fn name(&self) -> &'static str {
        "scanned"
    }

    fn arrival_days(&self) -> u32 {
        3
    }

    async fn create(&self, order: &Order) -> Result<OrderReport, Trouble> {
        Ok(report(&order.number, OrderState::Open))
    }

    async fn query(&self, number: &str) -> Result<OrderReport, Trouble> {
        Ok(report(number, OrderState::Open))
    }

    async fn close(&self, number: &str) -> Result<OrderReport, Trouble> {
        Ok(report(number, OrderState::Closed))
    }

    async fn refund(&self, order: &RefundOrder) -> Result<RefundReport, Trouble> {
        Ok(RefundReport { number: order.number.clone(), state: RefundState::Done })
    }

    async fn query_refund(&self, number: &str) -> Result<RefundReport, Trouble> {
        Ok(RefundReport { number: number.to_owned(), state: RefundState::Done })
    }

    fn read(&self, _: &str, _: Headers<'_>, body: &[u8], _: Instant) -> Result<Message, Forged> {
        let said = std::str::from_utf8(body).map_err(|_| Forged::Format)?;
        let (number, fen) = said.split_once(' ').ok_or(Forged::Format)?;
        let amount = Fen(fen.parse().map_err(|_| Forged::Format)?);
        let state = OrderState::Paid { amount, currency: "CNY".to_owned() };
        Ok(Message { id: format!("n-{number}"), news: News::Order(report(number, state)) })
    }

    fn acknowledge(&self) -> &'static str {
        "success"
    }
}

#[tokio::test]
async fn a_code_is_scanned_from_our_own_page_and_the_notification_is_answered_in_the_providers_words() {
    let mut town = Town::open().await;
    town.house = town.house.before(Outside { gateway: Some(Arc::new(Scanned)), ..Outside::default() });
    let mut customer = town.customer("13800138000").await;
    let (number, here) = (customer.number.to_string(), format!("/zh-hans/bookings/{}/pay", customer.number));
    let started = customer.guest.submit(&here, "/api/payment/start", &[("number", &number), ("key", "1")]).await;
    assert_eq!((started.status, started.location()), (StatusCode::SEE_OTHER, here.as_str()));
    for script in [Script::Hans, Script::Hant] {
        let page = customer.pay_page(script).await.text;
        assert!(page.contains(&text(script, "pay-scan-title")) && page.contains("class=\"pay-code\""), "{page}");
        assert!(page.contains("d=\"M0 0h7v1h-7z") && !page.contains("weixin://"), "{page}");
        assert!(page.contains(&text(script, "pay-other")), "another way may still be chosen");
    }

    let receipt = town.receipt(&customer).await;
    let told = format!("{} {}", receipt.payments[0].number, receipt.payments[0].amount.0);
    for verdict in ["worked", "repeated"] {
        let reply = town.house.guest().request(Method::POST, "/hooks/payment/scanned", &[], told.clone()).await;
        assert_eq!((reply.status, reply.text.as_str()), (StatusCode::OK, "success"), "{verdict}");
    }
    assert!(confirmed(&town.receipt(&customer).await));
    town.books_agree().await;
}
