//! The whole way of a payment: booked at the site, paid at the sandbox, told to the site, over real sockets.

use chrono::TimeDelta;
use domain::{
    booking::Status,
    payment::{PaymentStatus, Reason, RefundStatus},
};
use serde_json::json;
use services::{Clock, SystemClock, payment};

use crate::town::{Town, confirmed};

#[tokio::test]
async fn what_is_paid_is_confirmed_however_often_and_in_whatever_order_it_is_told() {
    let town = Town::open().await;
    for (index, mode) in [json!({ "mode": "ok" }), json!({ "mode": "repeat", "n": 4 }), json!({ "mode": "reorder" })]
        .into_iter()
        .enumerate()
    {
        let customer = town.customer(&format!("1380013800{index}")).await;
        let number = town.starts(&customer).await;
        assert_eq!(town.starts(&customer).await, number, "a second click is the same attempt");
        town.provider.behaves(mode).await;
        town.provider.act(&number, json!({ "act": "pay" })).await;
        let receipt = town.until(&customer, confirmed).await;
        town.told().await;
        assert_eq!(town.receipt(&customer).await.paid, receipt.paid);
        assert_eq!((receipt.payments.len(), receipt.refunds.len()), (1, 0), "{receipt:?}");
    }
    assert!(town.verdicts("repeated").await >= 4);
    assert_eq!(town.verdicts("forged").await, 0);
    town.books_agree().await;
}

#[tokio::test]
async fn a_forged_payment_confirms_nothing_and_the_true_one_does() {
    let town = Town::open().await;
    let customer = town.customer("13800138000").await;
    let number = town.starts(&customer).await;
    town.provider.act(&number, json!({ "act": "pay", "mode": "forge" })).await;
    town.told().await;
    assert_eq!(town.verdicts("forged").await, 1);
    assert_eq!(town.receipt(&customer).await.booking.status, Status::Held);
    town.provider.act(&number, json!({ "act": "pay" })).await;
    town.until(&customer, confirmed).await;
    town.books_agree().await;
}

#[tokio::test]
async fn a_lost_notification_is_made_good_by_asking() {
    let town = Town::open().await;
    let customer = town.customer("13800138000").await;
    let number = town.starts(&customer).await;
    town.provider.act(&number, json!({ "act": "pay", "mode": "lose" })).await;
    assert_eq!(town.receipt(&customer).await.booking.status, Status::Held);
    payment::refresh(&town.house.site.cx, &customer.asker, &customer.number).await.unwrap();
    assert!(confirmed(&town.receipt(&customer).await), "he came back from the provider's page");
    town.books_agree().await;
}

#[tokio::test]
async fn a_declined_payment_may_be_tried_again() {
    let town = Town::open().await;
    let customer = town.customer("13800138000").await;
    let first = town.starts(&customer).await;
    town.provider.act(&first, json!({ "act": "decline" })).await;
    town.until(&customer, |receipt| receipt.payments[0].status == PaymentStatus::Declined).await;
    let second = town.starts(&customer).await;
    assert_ne!(second, first);
    town.provider.act(&second, json!({ "act": "pay" })).await;
    assert_eq!(town.until(&customer, confirmed).await.payments.len(), 2);
    town.books_agree().await;
}

#[tokio::test]
async fn another_amount_or_currency_confirms_nothing_and_waits_for_a_person() {
    let town = Town::open().await;
    for (phone, mode) in [("13800138000", "wrong_amount"), ("13800138001", "wrong_currency")] {
        let customer = town.customer(phone).await;
        let number = town.starts(&customer).await;
        town.provider.act(&number, json!({ "act": "pay", "mode": mode })).await;
        let receipt = town.until(&customer, |receipt| receipt.payments[0].status == PaymentStatus::Stuck).await;
        assert!(!confirmed(&receipt), "{receipt:?}");
    }
    town.books_agree().await;
}

#[tokio::test]
async fn what_is_paid_after_the_hold_takes_the_seats_again_or_goes_back() {
    let town = Town::open().await;
    let other = town.customer("13800138009").await;
    let hold = town.receipt(&other).await.hold_until.unwrap() - SystemClock.now();
    for gone in [false, true] {
        // A hold that was made then ends soon by the provider's clock, so that its notification is still fresh.
        town.is_ahead(TimeDelta::minutes(3) - hold);
        let departure = town.departure(1).await;
        let customer = town.books("13800138000", &departure, 1).await;
        let number = town.starts(&customer).await;
        let until = town.receipt(&customer).await.hold_until.unwrap();
        town.is_ahead(until - SystemClock.now() + TimeDelta::seconds(2));
        assert_eq!(town.receipt(&customer).await.booking.status, Status::Expired);
        if gone {
            town.books("13800138001", &departure, departure.free).await;
        }
        town.provider.act(&number, json!({ "act": "pay" })).await;
        let receipt = town.until(&customer, |receipt| receipt.payments[0].status == PaymentStatus::Paid).await;
        if gone {
            assert_eq!((receipt.booking.status, receipt.refunds[0].reason), (Status::Expired, Reason::Late));
            payment::give_back(&town.house.site.cx).await.unwrap();
            let receipt = town.until(&customer, |receipt| receipt.refunds[0].status == RefundStatus::Done).await;
            let given = town.provider.state().await["refunded_fen"].as_i64();
            assert_eq!((receipt.refunded, given), (receipt.booking.total, Some(receipt.booking.total.0)));
        } else {
            assert!(confirmed(&receipt) && receipt.refunds.is_empty(), "{receipt:?}");
        }
        town.books_agree().await;
    }
}
