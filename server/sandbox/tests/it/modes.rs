//! Each fault comes on command.

use gateway::{Failure, NewRefund, News, OrderStatus, RefundStatus};
use serde_json::json;

use crate::support::{Merchant, Provider, until};

async fn paid_in(mode: serde_json::Value) -> (Provider, Merchant) {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    provider.behaves(mode).await;
    merchant.orders_at(&provider, "P-1", 500).await;
    provider.pay("P-1").await;
    (provider, merchant)
}

fn paid(amount: i64, currency: &str) -> (OrderStatus, i64, String) {
    (OrderStatus::Paid, amount, currency.to_owned())
}

#[tokio::test]
async fn declines() {
    let (provider, merchant) = paid_in(json!({ "mode": "decline" })).await;
    merchant.hears(1).await;
    assert_eq!(provider.status("P-1").await, OrderStatus::Declined);
}

#[tokio::test]
async fn delays_even_beyond_the_closing_of_the_order() {
    let (provider, merchant) = paid_in(json!({ "mode": "delay", "ms": 4_000 })).await;
    assert_eq!(provider.status("P-1").await, OrderStatus::Open);
    assert_eq!(provider.client.close("P-1").await.unwrap().unwrap().status, OrderStatus::Closed);
    merchant.hears(1).await;
    assert_eq!(merchant.orders(), [paid(500, "CNY")]);
    let refund = NewRefund { number: "R-1".to_owned(), order: "P-1".to_owned(), amount_fen: 500 };
    assert_eq!(provider.client.refund(&refund).await.unwrap().status, RefundStatus::Accepted);
    merchant.hears(2).await;
    assert_eq!(provider.client.refund_state("R-1").await.unwrap().unwrap().status, RefundStatus::Done);
}

#[tokio::test]
async fn repeats_under_the_same_id_and_once_under_another() {
    let (_provider, merchant) = paid_in(json!({ "mode": "repeat", "n": 3 })).await;
    merchant.hears(5).await;
    let mut ids: Vec<_> = merchant.heard().into_iter().map(|heard| heard.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 2);
}

#[tokio::test]
async fn reorders() {
    let (provider, merchant) = paid_in(json!({ "mode": "reorder" })).await;
    merchant.hears(2).await;
    assert_eq!(merchant.orders().iter().map(|it| it.0).collect::<Vec<_>>(), [OrderStatus::Paid, OrderStatus::Open]);
    let refund = NewRefund { number: "R-1".to_owned(), order: "P-1".to_owned(), amount_fen: 500 };
    provider.client.refund(&refund).await.unwrap();
    merchant.hears(4).await;
    let refunds: Vec<_> = merchant
        .heard()
        .into_iter()
        .filter_map(|heard| if let News::Refund { refund } = heard.news { Some(refund.status) } else { None })
        .collect();
    assert_eq!(refunds, [RefundStatus::Done, RefundStatus::Accepted]);
}

#[tokio::test]
async fn loses_until_it_is_told_to_remember() {
    let (provider, merchant) = paid_in(json!({ "mode": "lose" })).await;
    assert_eq!(provider.status("P-1").await, OrderStatus::Paid, "one must ask");
    assert_eq!(provider.look("/control/state").await["notifications"]["lost"], 1);
    assert!(merchant.heard().is_empty());
    assert_eq!(provider.act("P-1", json!({ "act": "notify" })).await.0, 200);
    merchant.hears(1).await;
}

#[tokio::test]
async fn forges_and_the_order_can_still_be_paid() {
    let (provider, merchant) = paid_in(json!({ "mode": "forge" })).await;
    until(async || merchant.forgeries() == 1).await;
    assert_eq!(provider.status("P-1").await, OrderStatus::Open);
    provider.act("P-1", json!({ "act": "pay", "mode": "ok" })).await;
    merchant.hears(1).await;
    let known = provider.look("/control/orders/P-1").await;
    assert_eq!(
        known["notifications"].as_array().unwrap().iter().filter(|it| it["answer"] == 401).count(),
        1,
        "{known}"
    );
}

#[tokio::test]
async fn pays_another_amount_or_in_another_currency() {
    let (provider, merchant) = paid_in(json!({ "mode": "wrong_amount" })).await;
    merchant.hears(1).await;
    merchant.orders_at(&provider, "P-2", 500).await;
    provider.act("P-2", json!({ "act": "pay", "mode": "wrong_currency" })).await;
    merchant.hears(2).await;
    assert_eq!(merchant.orders(), [paid(499, "CNY"), paid(500, "USD")]);
    assert_eq!(provider.client.order("P-1").await.unwrap().unwrap().amount_fen, 499, "it says the same when asked");
}

#[tokio::test]
async fn is_silent_about_one_order_for_a_while() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    merchant.orders_at(&provider, "P-1", 500).await;
    provider.act("P-1", json!({ "act": "pay", "mode": "silent", "ms": 5_000 })).await;
    let asked = provider.client.order("P-1");
    tokio::select! {
        answer = asked => panic!("{answer:?}"),
        () = merchant.hears(1) => {}
    }
    assert_eq!(provider.status("P-1").await, OrderStatus::Paid);
}

#[tokio::test]
async fn does_the_work_but_cuts_the_answer() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    provider.behaves(json!({ "mode": "cut" })).await;
    let order = merchant.order("P-1", 500);
    assert!(matches!(provider.client.create(&order).await, Err(Failure::Silent(_))));
    provider.behaves(json!({ "mode": "ok" })).await;
    assert_eq!(provider.look("/control/state").await["orders"]["open"], 1, "it was done");
    assert_eq!(provider.client.create(&order).await.unwrap().status, OrderStatus::Open);
}

#[tokio::test]
async fn in_the_worst_mode_whoever_asks_again_gets_there() {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    provider.behaves(json!({ "mode": "worst", "seed": 3 })).await;
    let mut lost = 0;
    for number in 0..40 {
        let number = format!("P-{number}");
        let order = merchant.order(&number, 500);
        let asks =
            async || match tokio::time::timeout(std::time::Duration::from_millis(500), provider.client.create(&order))
                .await
            {
                Ok(Ok(_)) => true,
                Ok(Err(Failure::Silent(_))) | Err(_) => false,
                Ok(Err(refused)) => panic!("{refused}"),
            };
        while !asks().await {
            lost += 1;
        }
        provider.pay(&number).await;
    }
    assert!(lost > 0);
    until(async || {
        let state = provider.look("/control/state").await;
        state["orders"]["under_way"] == 0 && state["notifications"]["waiting"] == 0
    })
    .await;
    let state = provider.look("/control/state").await;
    for (part, name) in
        [("orders", "paid"), ("orders", "declined"), ("notifications", "lost"), ("notifications", "forged")]
    {
        assert!(state[part][name].as_i64() > Some(0), "{part} {name}: {state}");
    }
}

#[tokio::test]
async fn is_silent_to_everybody_until_somebody_gives_up() {
    let (provider, merchant) = paid_in(json!({ "mode": "lose" })).await;
    provider.behaves(json!({ "mode": "silent" })).await;
    provider.act("P-1", json!({ "act": "notify" })).await;
    assert_eq!(provider.client.order("P-1").await, Err(Failure::Silent("no answer in time".to_owned())));
    assert!(merchant.heard().is_empty(), "nothing is told either");
    provider.behaves(json!({ "mode": "ok" })).await;
    merchant.hears(1).await;
}
