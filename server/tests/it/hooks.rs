//! What comes to the address for notifications: nobody is believed without a signature, and whatever comes gets an answer.

use axum::http::{Method, StatusCode};
use gateway::{Key, News, Notification, Order, OrderStatus, nonce, now};

use crate::{
    provider::{HOOK, key},
    support::{House, Page},
};

async fn house() -> House {
    House::with(&[("PAY_GATEWAY_URL", "http://127.0.0.1:9")]).await
}

/// That an order of ours was paid.
fn news(number: &str) -> Vec<u8> {
    let order = Order {
        number: number.to_owned(),
        reference: "0".repeat(32),
        status: OrderStatus::Paid,
        amount_fen: 128_000,
        currency: "CNY".to_owned(),
        page: "http://127.0.0.1:9/pay/0".to_owned(),
    };
    serde_json::to_vec(&Notification { id: nonce(), at: now() * 1000, news: News::Order { order } }).unwrap()
}

/// Sends a body signed at `time`; `more` headers come last.
async fn told(house: &House, key: &Key, time: i64, body: Vec<u8>, more: &[(&str, &str)]) -> Page {
    let signed = key.sign("POST", HOOK, time, &nonce(), &body);
    let mut headers: Vec<(&str, &str)> = signed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    headers.extend(more);
    house.guest().request(Method::POST, HOOK, &headers, body).await
}

/// How often there was a verdict.
async fn count(house: &House, verdict: &str) -> u64 {
    let text = house.guest().get("/metrics").await.text;
    let line = format!("payment_notifications_total{{verdict=\"{verdict}\"}} ");
    text.lines().find_map(|it| it.strip_prefix(&line)).map_or(0, |count| count.parse().unwrap())
}

#[tokio::test]
async fn who_does_not_know_the_secret_is_refused_and_counted() {
    let house = house().await;
    let stranger = Key::new("yueding-demo", "a guess");
    assert_eq!(told(&house, &stranger, now(), news("P-1"), &[]).await.status, StatusCode::UNAUTHORIZED);
    let other = Key::new("somebody", "yueding-demo-pay-secret-not-for-production-use");
    assert_eq!(told(&house, &other, now(), news("P-1"), &[]).await.status, StatusCode::UNAUTHORIZED);
    let bare = house.guest().request(Method::POST, HOOK, &[], news("P-1")).await;
    assert_eq!((bare.status, bare.json()["code"].clone()), (StatusCode::UNAUTHORIZED, "forged".into()));
    assert_eq!(count(&house, "forged").await, 3);
}

#[tokio::test]
async fn a_signature_is_good_for_one_body_and_one_address() {
    let house = house().await;
    let signed = key().sign("POST", HOOK, now(), &nonce(), &news("P-1"));
    let headers: Vec<(&str, &str)> = signed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = house.guest().request(Method::POST, HOOK, &headers, news("P-2")).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    let page = house.guest().request(Method::POST, &format!("{HOOK}?x=1"), &headers, news("P-1")).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_was_signed_long_ago_or_in_the_future_is_refused() {
    let house = house().await;
    for time in [now() - 310, now() + 310, 0] {
        assert_eq!(told(&house, &key(), time, news("P-1"), &[]).await.status, StatusCode::UNAUTHORIZED, "{time}");
    }
    assert_eq!(count(&house, "forged").await, 3);
}

#[tokio::test]
async fn news_of_what_we_do_not_know_is_not_found() {
    let house = house().await;
    for number in ["P-1", "", "' or 1=1 --", &"9".repeat(500)] {
        assert_eq!(told(&house, &key(), now(), news(number), &[]).await.status, StatusCode::NOT_FOUND, "{number}");
    }
    assert_eq!(count(&house, "unknown").await, 4);
}

#[tokio::test]
async fn what_cannot_be_read_is_a_bad_request() {
    let house = house().await;
    let text = String::from_utf8(news("P-1")).unwrap();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gbk = [b"{\"id\":\"".as_slice(), &[0xd6, 0xd0, 0xce, 0xc4], b"\"}"].concat();
    for body in [utf16, gbk, b"{}".to_vec(), Vec::new(), b"id=1&kind=order".to_vec(), b"[[[[".to_vec()] {
        let page = told(&house, &key(), now(), body, &[]).await;
        assert_eq!((page.status, page.json()["code"].clone()), (StatusCode::BAD_REQUEST, "unreadable".into()));
    }
    let page = told(&house, &key(), now(), news("P-1"), &[("content-encoding", "gzip")]).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&house, "unreadable").await, 7);
}

#[tokio::test]
async fn a_megabyte_is_too_large_however_it_is_signed() {
    let house = house().await;
    let page = told(&house, &key(), now(), vec![b' '; 1024 * 1024], &[]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    let padded = [news("P-1"), vec![b' '; 60 * 1024]].concat();
    assert_eq!(
        told(&house, &key(), now(), padded, &[]).await.status,
        StatusCode::NOT_FOUND,
        "sixty kilobytes are read"
    );
}

#[tokio::test]
async fn there_is_no_address_for_a_provider_we_have_not() {
    let body = news("P-1");
    let page = house().await.guest().request(Method::POST, "/hooks/payment/other", &[], body.clone()).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let page = House::open().await.guest().request(Method::POST, HOOK, &[], body).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "no provider at all");
    let page = house().await.guest().request(Method::GET, HOOK, &[], "").await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn it_needs_no_page_of_ours_and_begins_no_session() {
    let house = house().await;
    let page = told(
        &house,
        &key(),
        now(),
        news("P-1"),
        &[("origin", "https://pay.example"), ("sec-fetch-site", "cross-site")],
    )
    .await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "it was looked at");
    assert_eq!((page.header("set-cookie"), page.header("x-request-id").len()), ("", 16));
}

#[tokio::test]
async fn when_we_are_in_trouble_the_provider_is_told_to_come_again() {
    let house = House::unmigrated(&[("PAY_GATEWAY_URL", "http://127.0.0.1:9")]).await;
    assert_eq!(told(&house, &key(), now(), news("P-1"), &[]).await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(count(&house, "later").await, 1);
    let full = House::with(&[("PAY_GATEWAY_URL", "http://127.0.0.1:9"), ("MAX_REQUESTS", "0")]).await;
    assert_eq!(told(&full, &key(), now(), news("P-1"), &[]).await.status, StatusCode::SERVICE_UNAVAILABLE);
}
