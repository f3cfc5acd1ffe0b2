//! The site's way to the payment provider, over a real socket to the real sandbox.

use std::sync::Arc;

use axum::{Router, body::Bytes, extract::State, http::HeaderMap, routing::post};
use domain::Fen;
use i18n::Script;
use serde_json::json;
use services::payment::{Forged, Gateway, News, Order, OrderReport, OrderState, RefundOrder, RefundState, Trouble};
use tokio::{net::TcpListener, sync::mpsc};

use crate::{
    provider::{HOOK, Provider, key},
    support::House,
};

async fn site(provider: &str, origin: &str) -> (House, Arc<dyn Gateway>) {
    let house = House::with(&[("PAY_GATEWAY_URL", provider), ("APP_ORIGIN", origin)]).await;
    let gateway = house.site.cx.outside().gateway.clone().unwrap();
    (house, gateway)
}

fn order(house: &House, number: &str) -> Order {
    Order {
        number: number.to_owned(),
        amount: Fen(128_000),
        subject: "湖景房 2 晚".to_owned(),
        script: Script::Hant,
        back: "/zh-hant/bookings/YS-1/pay?back=1".to_owned(),
        expires: house.site.cx.now() + chrono::TimeDelta::minutes(15),
    }
}

fn refund(number: &str, amount: i64) -> RefundOrder {
    let (number, payment) = (number.to_owned(), "P-1".to_owned());
    RefundOrder { number, payment, amount: Fen(amount), currency: "CNY".to_owned(), total: Fen(128_000) }
}

fn paid(report: &OrderReport) -> bool {
    report.state == OrderState::Paid { amount: Fen(128_000), currency: "CNY".to_owned() }
}

const OURS: &str = "http://127.0.0.1:3000";

#[tokio::test]
async fn a_site_without_a_provider_has_no_gateway() {
    assert!(House::open().await.site.cx.outside().gateway.is_none());
}

#[tokio::test]
async fn an_order_is_opened_once_and_can_be_asked_after() {
    let provider = Provider::open().await;
    let (house, gateway) = site(&provider.url, OURS).await;
    assert_eq!(gateway.name(), "hosted");
    let asked = order(&house, "P-1");
    let opened = gateway.create(&asked).await.unwrap();
    assert_eq!(opened.state, OrderState::Open);
    assert!(
        opened.page.as_ref().is_some_and(|page| page.as_str().starts_with(&format!("{}/pay/", provider.url))),
        "{opened:?}"
    );
    assert_eq!(gateway.create(&asked).await.unwrap(), opened);
    assert_eq!(gateway.query("P-1").await.unwrap(), opened);
    let other = Order { amount: Fen(1), ..asked };
    assert_eq!(gateway.create(&other).await, Err(Trouble::Refused("conflict".to_owned())));
    assert_eq!(gateway.query("P-9").await.unwrap().state, OrderState::Unknown);
    assert_eq!(gateway.close("P-9").await.unwrap().state, OrderState::Unknown);
    assert_eq!(gateway.query_refund("R-9").await.unwrap().state, RefundState::Unknown);
}

#[tokio::test]
async fn an_order_is_paid_declined_or_closed() {
    let provider = Provider::open().await;
    let (house, gateway) = site(&provider.url, OURS).await;
    for number in ["P-1", "P-2", "P-3"] {
        gateway.create(&order(&house, number)).await.unwrap();
    }
    provider.act("P-1", json!({ "act": "pay" })).await;
    provider.act("P-2", json!({ "act": "decline" })).await;
    assert!(paid(&gateway.query("P-1").await.unwrap()));
    assert!(paid(&gateway.close("P-1").await.unwrap()), "it was paid before it could be closed");
    assert_eq!(gateway.query("P-2").await.unwrap().state, OrderState::Declined);
    assert_eq!(gateway.close("P-3").await.unwrap().state, OrderState::Closed);
    assert_eq!(gateway.query("P-3").await.unwrap().state, OrderState::Closed);
}

#[tokio::test]
async fn money_goes_back_once_for_each_number() {
    let provider = Provider::open().await;
    let (house, gateway) = site(&provider.url, OURS).await;
    gateway.create(&order(&house, "P-1")).await.unwrap();
    provider.act("P-1", json!({ "act": "pay" })).await;
    for _ in 0..3 {
        assert_eq!(gateway.refund(&refund("R-1", 28_000)).await.unwrap().state, RefundState::Done);
    }
    assert_eq!(gateway.query_refund("R-1").await.unwrap().state, RefundState::Done);
    let over = gateway.refund(&refund("R-2", 100_001)).await.unwrap();
    assert_eq!(over.state, RefundState::Refused("exceeds".to_owned()));
    provider.behaves(json!({ "mode": "delay", "ms": 60_000 })).await;
    assert_eq!(gateway.refund(&refund("R-3", 100_000)).await.unwrap().state, RefundState::Accepted);
    let state = provider.state().await;
    assert_eq!((&state["refunded_fen"], &state["refunding_fen"]), (&json!(28_000), &json!(100_000)), "{state}");
}

#[tokio::test]
async fn no_answer_is_not_a_refusal() {
    let (house, gateway) = site("http://127.0.0.1:9", OURS).await;
    assert!(matches!(gateway.create(&order(&house, "P-1")).await, Err(Trouble::Silent(_))));
    assert!(matches!(gateway.query("P-1").await, Err(Trouble::Silent(_))));

    let provider = Provider::open().await;
    let (house, gateway) = site(&provider.url, OURS).await;
    provider.behaves(json!({ "mode": "cut" })).await;
    assert!(matches!(gateway.create(&order(&house, "P-1")).await, Err(Trouble::Silent(_))));
    provider.behaves(json!({ "mode": "ok" })).await;
    assert_eq!(gateway.query("P-1").await.unwrap().state, OrderState::Open, "it was opened all the same");
}

#[tokio::test]
async fn customers_are_sent_to_no_page_but_the_providers() {
    let provider = Provider::believing("https://evil.example").await;
    let (house, gateway) = site(&provider.url, OURS).await;
    let failed = gateway.create(&order(&house, "P-1")).await.unwrap_err();
    assert!(matches!(&failed, Trouble::Silent(why) if why.contains("page")), "{failed}");
}

/// A notification as it came: its headers and its body.
type Heard = (HeaderMap, Bytes);

async fn hear(State(heard): State<mpsc::Sender<Heard>>, headers: HeaderMap, body: Bytes) -> &'static str {
    heard.send((headers, body)).await.unwrap();
    "ok"
}

#[tokio::test]
async fn what_the_provider_tells_can_be_read_and_nothing_else() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let (sender, mut heard) = mpsc::channel(4);
    let router = Router::new().route(HOOK, post(hear)).with_state(sender);
    tokio::spawn(async move { axum::serve(listener, router).await });
    let provider = Provider::open().await;
    let (house, gateway) = site(&provider.url, &origin).await;
    gateway.create(&order(&house, "P-1")).await.unwrap();
    provider.act("P-1", json!({ "act": "pay" })).await;

    let (headers, body) = heard.recv().await.unwrap();
    let get = |name: &str| headers.get(name)?.to_str().ok().map(str::to_owned);
    let now = house.site.cx.now();
    let message = gateway.read(HOOK, &get, &body, now).unwrap();
    let News::Order(report) = &message.news else { panic!("{message:?}") };
    assert!(paid(report) && report.number == "P-1" && message.id.len() == 32, "{message:?}");

    let read =
        |path: &str, body: &[u8], minutes| gateway.read(path, &get, body, now + chrono::TimeDelta::minutes(minutes));
    let changed = String::from_utf8(body.to_vec()).unwrap().replace("128000", "128001");
    assert_eq!(read(HOOK, changed.as_bytes(), 0), Err(Forged::Signature));
    assert_eq!(read("/hooks/payment/other", &body, 0), Err(Forged::Signature));
    assert_eq!(read(HOOK, &body, 6), Err(Forged::Time));
    assert_eq!(read(HOOK, &body, -6), Err(Forged::Time));
    assert_eq!(gateway.read(HOOK, &|_| None, &body, now), Err(Forged::Signature));

    let signed = key().sign("POST", HOOK, now.timestamp(), &gateway::nonce(), b"{}");
    let get = |name: &str| signed.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
    assert_eq!(gateway.read(HOOK, &get, b"{}", now), Err(Forged::Format));
}
