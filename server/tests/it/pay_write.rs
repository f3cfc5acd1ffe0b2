//! Writes about money sent again under their key, with script and without, and sent for somebody else's booking.

use axum::http::{Method, StatusCode};
use domain::{
    Fen,
    payment::{Reason, Receipt, RefundStatus},
};
use serde_json::json;

use crate::{
    support::{Guest, Page},
    town::{Customer, Town},
};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");

/// Sends a write as a program does, under a key.
async fn keyed(guest: &mut Guest, path: &str, key: &str, body: &str) -> Page {
    let headers = [("accept", "application/json"), OURS, FORM, ("idempotency-key", key)];
    guest.request(Method::POST, path, &headers, body.to_owned()).await
}

/// Somebody of finance at the desk.
async fn finance(town: &Town) -> Guest {
    let mut sun = town.house.guest();
    let signed_in = sun.call("/api/desk/sign-in", &[("login", "sun.finance"), ("password", "yueding-demo")]).await;
    assert_eq!(signed_in.status, StatusCode::OK, "{}", signed_in.text);
    sun
}

/// A transfer as it is recorded, in whole yuan.
fn transfer(customer: &Customer, total: Fen, slip: &str) -> String {
    format!("number={}&way=transfer&amount={}&slip={slip}", customer.number, total.0 / 100)
}

#[tokio::test]
async fn a_second_click_on_paying_online_is_the_same_attempt_and_the_same_answer() {
    let town = Town::open().await;
    let mut customer = town.customer("13800138000").await;
    let body = format!("number={}", customer.number);
    let first = keyed(&mut customer.guest, "/api/payment/start", "k-1", &body).await;
    assert_eq!((first.status, first.header("idempotent-replayed")), (StatusCode::OK, ""), "{}", first.text);
    let again = keyed(&mut customer.guest, "/api/payment/start", "k-1", &body).await;
    assert_eq!((again.header("idempotent-replayed"), &again.text), ("true", &first.text));
    assert_eq!(town.receipt(&customer).await.payments.len(), 1);
    assert_eq!(town.provider.state().await["orders"]["open"], 1);

    let (number, from) = (customer.number.to_string(), format!("/zh-hans/bookings/{}/pay", customer.number));
    let fields = [("number", number.as_str()), ("key", "3")];
    let mut click = async || customer.guest.submit(&from, "/api/payment/start", &fields).await.location().to_owned();
    let (one, other) = (click().await, click().await);
    assert!(one.starts_with(&town.provider.url) && one == other, "{one} {other}");
}

#[tokio::test]
async fn a_receipt_recorded_twice_under_a_key_is_one_receipt() {
    let town = Town::open().await;
    let (customer, mut sun) = (town.customer("13800138000").await, finance(&town).await);
    let total = town.receipt(&customer).await.booking.total;
    let body = transfer(&customer, total, "T-1");
    let first = keyed(&mut sun, "/api/desk/record-payment", "k-1", &body).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text);
    let again = keyed(&mut sun, "/api/desk/record-payment", "k-1", &body).await;
    assert_eq!((again.header("idempotent-replayed"), &again.text), ("true", &first.text));
    assert_eq!(town.receipt(&customer).await.paid, total);
    town.books_agree().await;
}

#[tokio::test]
async fn a_second_click_on_paying_out_finds_it_done() {
    let town = Town::open().await;
    let (customer, mut sun) = (town.customer("13800138000").await, finance(&town).await);
    let total = town.receipt(&customer).await.booking.total;
    for slip in ["T-1", "T-2"] {
        let body = transfer(&customer, total, slip);
        let recorded = keyed(&mut sun, "/api/desk/record-payment", slip, &body).await;
        assert_eq!(recorded.status, StatusCode::OK, "{}", recorded.text);
    }
    let receipt = town.receipt(&customer).await;
    assert_eq!((receipt.refunds.len(), receipt.refunds[0].reason), (1, Reason::Twice));
    let fields = [("refund", receipt.refunds[0].number.as_str()), ("slip", "B-1"), ("key", "once")];
    for click in 0..2 {
        let page = sun.submit("/zh-hans/desk/payments", "/api/desk/pay-out", &fields).await;
        let there = format!("/zh-hans/desk/bookings/{}", customer.number);
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, there.as_str()), "click {click}");
    }
    let receipt = town.receipt(&customer).await;
    assert_eq!((receipt.refunds[0].status, receipt.refunded), (RefundStatus::Done, total));
    town.books_agree().await;
}

#[tokio::test]
async fn a_stranger_cannot_pay_choose_refresh_or_extend_somebody_elses_booking() {
    let town = Town::open().await;
    let customer = town.customer("13800138000").await;
    let before = town.receipt(&customer).await;
    let seen = |receipt: &Receipt| (receipt.way, receipt.hold_until, receipt.payments.len());
    let mut stranger = town.customer("13800138001").await.guest;
    let number = customer.number.to_string();
    for write in ["payment/start", "payment/refresh", "payment/choose", "booking/extend"] {
        let fields = [("number", number.as_str()), ("way", "counter")];
        let page = stranger.call(&format!("/api/{write}"), &fields).await;
        assert_eq!((page.status, page.code().as_str()), (StatusCode::NOT_FOUND, "unknown"), "{write}");
    }
    for read in ["receipt", "awaited"] {
        let page = stranger.read(&format!("/api/payment/{read}?number={number}")).await;
        assert_eq!((page.status, page.code().as_str()), (StatusCode::NOT_FOUND, "unknown"), "{read}");
    }
    assert_eq!(seen(&town.receipt(&customer).await), seen(&before), "nothing has changed");
    assert_eq!(town.provider.state().await["orders"]["open"], json!(0));
}
