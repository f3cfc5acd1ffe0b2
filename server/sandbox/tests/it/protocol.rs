//! The protocol as a merchant finds it: each number once, nothing without a signature, every piece of news until it is heard.

use gateway::{Client, Failure, Key, NewRefund, News, OrderStatus, RefundStatus, Wire};
use serde_json::json;

use crate::support::{Merchant, Provider, SECRET, key, until};

fn refund(number: &str, order: &str, amount_fen: i64) -> NewRefund {
    NewRefund { number: number.to_owned(), order: order.to_owned(), amount_fen }
}

fn refused(word: &str) -> Failure {
    Failure::Refused(word.to_owned())
}

#[tokio::test]
async fn the_same_order_again_is_one_order_and_another_under_its_number_is_refused() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    let order = merchant.order("P-1", 128_000);
    let made = provider.client.create(&order).await.unwrap();
    assert_eq!((made.status, made.amount_fen, made.currency.as_str()), (OrderStatus::Open, 128_000, "CNY"));
    assert_eq!(made.page, format!("{}/pay/{}", provider.url, made.reference));
    assert_eq!(provider.client.create(&order).await.unwrap(), made);
    let other = gateway::NewOrder { amount_fen: 1, ..order };
    assert_eq!(provider.client.create(&other).await, Err(refused("conflict")));
    assert_eq!(provider.client.order("P-1").await.unwrap().unwrap(), made);
    assert_eq!(provider.client.order("P-2").await, Ok(None));
    assert_eq!(provider.client.close("P-2").await, Ok(None));
}

#[tokio::test]
async fn twenty_at_once_make_one_order() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    let order = merchant.order("P-1", 500);
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let (client, order) = (provider.client.clone(), order.clone());
            tokio::spawn(async move { client.create(&order).await.unwrap().reference })
        })
        .collect();
    let mut references = Vec::new();
    for task in tasks {
        references.push(task.await.unwrap());
    }
    references.dedup();
    assert_eq!(references.len(), 1);
}

#[tokio::test]
async fn an_order_that_is_none_is_refused() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    let order = merchant.order("P-1", 500);
    for (word, order) in [
        ("amount", gateway::NewOrder { amount_fen: 0, ..order.clone() }),
        ("amount", gateway::NewOrder { amount_fen: -5, ..order.clone() }),
        ("amount", gateway::NewOrder { amount_fen: i64::MAX, ..order.clone() }),
        ("currency", gateway::NewOrder { currency: "EUR".to_owned(), ..order.clone() }),
        ("number", gateway::NewOrder { number: "../x".to_owned(), ..order.clone() }),
        ("address", gateway::NewOrder { return_url: "javascript:alert(1)".to_owned(), ..order.clone() }),
    ] {
        assert_eq!(provider.client.create(&order).await, Err(refused(word)));
    }
}

#[tokio::test]
async fn a_payment_is_told_and_final() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    merchant.orders_at(&provider, "P-1", 500).await;
    provider.pay("P-1").await;
    merchant.hears(1).await;
    assert_eq!(merchant.orders(), [(OrderStatus::Paid, 500, "CNY".to_owned())]);
    assert_eq!(provider.status("P-1").await, OrderStatus::Paid);
    assert_eq!(provider.act("P-1", json!({ "act": "pay" })).await.0, 409);
    assert_eq!(provider.act("P-1", json!({ "act": "decline" })).await.0, 409);
    assert_eq!(
        provider.client.close("P-1").await.unwrap().unwrap().status,
        OrderStatus::Paid,
        "closing comes too late"
    );
}

#[tokio::test]
async fn what_is_closed_or_declined_or_too_late_cannot_be_paid() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    for number in ["P-1", "P-2"] {
        merchant.orders_at(&provider, number, 500).await;
    }
    let late = gateway::NewOrder { expires_at: (gateway::now() - 1) * 1000, ..merchant.order("P-3", 500) };
    provider.client.create(&late).await.unwrap();
    assert_eq!(provider.client.close("P-1").await.unwrap().unwrap().status, OrderStatus::Closed);
    provider.act("P-2", json!({ "act": "decline" })).await;
    for (number, status) in [("P-1", OrderStatus::Closed), ("P-2", OrderStatus::Declined), ("P-3", OrderStatus::Closed)]
    {
        assert_eq!(provider.status(number).await, status, "{number}");
        assert_eq!(provider.act(number, json!({ "act": "pay" })).await.0, 409, "{number}");
    }
    merchant.hears(1).await;
    assert_eq!(merchant.orders(), [(OrderStatus::Declined, 500, "CNY".to_owned())]);
}

#[tokio::test]
async fn money_goes_back_in_parts_once_for_each_number_and_never_more_than_came() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    merchant.orders_at(&provider, "P-1", 500).await;
    let client = &provider.client;
    assert_eq!(client.refund(&refund("R-0", "P-1", 100)).await.unwrap().reason, "not-paid");
    provider.pay("P-1").await;
    let first = client.refund(&refund("R-1", "P-1", 200)).await.unwrap();
    assert_eq!((first.status, first.amount_fen), (RefundStatus::Done, 200));
    assert_eq!(client.refund(&refund("R-1", "P-1", 200)).await.unwrap(), first, "the same again");
    assert_eq!(client.refund(&refund("R-1", "P-1", 300)).await, Err(refused("conflict")));
    let over = client.refund(&refund("R-2", "P-1", 301)).await.unwrap();
    assert_eq!((over.status, over.reason.as_str()), (RefundStatus::Refused, "exceeds"));
    assert_eq!(client.refund(&refund("R-3", "P-1", 300)).await.unwrap().status, RefundStatus::Done);
    assert_eq!(client.refund(&refund("R-4", "P-1", 1)).await.unwrap().reason, "exceeds");
    assert_eq!(client.refund(&refund("R-5", "P-9", 1)).await, Err(refused("unknown")));
    for amount in [0, -1] {
        assert_eq!(client.refund(&refund("R-6", "P-1", amount)).await, Err(refused("amount")));
    }
    assert_eq!(client.refund_state("R-1").await, Ok(Some(first)));
    assert_eq!(client.refund_state("R-9").await, Ok(None));
    let state = provider.look("/control/state").await;
    assert_eq!((&state["paid_fen"], &state["refunded_fen"]), (&json!(500), &json!(500)), "{state}");
    merchant.hears(3).await;
    let told = merchant.heard();
    let done = |it: &&gateway::Notification| matches!(&it.news, News::Refund { refund } if refund.status == RefundStatus::Done);
    assert_eq!(told.iter().filter(done).count(), 2);
}

#[tokio::test]
async fn a_refund_that_was_refused_may_be_tried_again_under_its_number() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    merchant.orders_at(&provider, "P-1", 500).await;
    provider.pay("P-1").await;
    provider.behaves(json!({ "mode": "refuse_refunds" })).await;
    let tried = provider.client.refund(&refund("R-1", "P-1", 500)).await.unwrap();
    assert_eq!((tried.status, tried.reason.as_str()), (RefundStatus::Refused, "policy"));
    provider.behaves(json!({ "mode": "ok" })).await;
    assert_eq!(provider.client.refund(&refund("R-1", "P-1", 500)).await.unwrap().status, RefundStatus::Done);
    assert_eq!(provider.look("/control/state").await["refunded_fen"], 500);
}

#[tokio::test]
async fn what_is_not_heard_comes_again_under_the_same_id() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    merchant.is_deaf(true);
    merchant.orders_at(&provider, "P-1", 500).await;
    provider.pay("P-1").await;
    merchant.hears(3).await;
    merchant.is_deaf(false);
    until(async || provider.look("/control/state").await["notifications"]["done"] == 1).await;
    let ids: std::collections::BTreeSet<_> = merchant.heard().into_iter().map(|heard| heard.id).collect();
    assert_eq!(ids.len(), 1);
}

#[tokio::test]
async fn nobody_without_the_secret_is_served_or_believed() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    merchant.orders_at(&provider, "P-1", 500).await;
    let stranger = Client::new(&provider.url, Key::new("yueding", "another secret")).unwrap();
    let failure = stranger.order("P-1").await.unwrap_err();
    assert!(matches!(&failure, Failure::Silent(why) if why.contains("401")), "{failure}");
    let bare = provider.page("/v1/orders/P-1").await;
    assert_eq!((bare.0, bare.1.as_str()), (401, r#"{"fault":"signature"}"#));

    // Somebody in the provider's place who does not know the secret: no answer of his is believed, not even a refusal.
    let impostor = Provider::open().await;
    let client = Client::new(&impostor.url, Key::new("yueding", "not that of the impostor")).unwrap();
    assert!(matches!(client.create(&merchant.order("P-1", 500)).await, Err(Failure::Silent(_))));
}

#[tokio::test]
async fn a_large_body_is_refused_and_a_broken_one_too() {
    let provider = Provider::open().await;
    let wire = Wire::new(key()).unwrap();
    for (status, body) in
        [(413, vec![b' '; gateway::LIMIT + 1]), (400, b"{\"number\":".to_vec()), (400, vec![0xd6, 0xd0])]
    {
        let reply = wire.post(&format!("{}/v1/orders", provider.url), body).await.unwrap();
        assert_eq!((reply.status, reply.signed), (status, true));
    }
}

#[tokio::test]
async fn nobody_there_is_no_answer() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::new(&url, Key::new("yueding", SECRET)).unwrap();
    assert_eq!(client.order("P-1").await, Err(Failure::Silent("no connection".to_owned())));
    assert!(Client::new("127.0.0.1:3100", key()).is_err());
}

#[tokio::test]
async fn an_answer_that_is_too_large_or_leads_elsewhere_is_none() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let away = (axum::http::StatusCode::TEMPORARY_REDIRECT, [("location", "/v1/orders/large")]);
    let router = axum::Router::new()
        .route("/v1/orders/large", axum::routing::get(async || "x".repeat(1024 * 1024)))
        .route("/v1/orders/away", axum::routing::get(async move || away));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let client = Client::new(&url, key()).unwrap();
    assert_eq!(client.order("large").await, Err(Failure::Silent("the answer is too large".to_owned())));
    assert_eq!(client.order("away").await, Err(Failure::Silent("the answer is not signed (status 307)".to_owned())));
}
