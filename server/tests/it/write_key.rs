//! Bookings sent again under a key, through the whole site.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use domain::Instant;
use services::{
    Clock, SystemClock, seed, session,
    write_key::{self, Keyed, LEASE, Sent, Turn},
};
use tokio::task::JoinSet;

use crate::{
    seller::{filled_in, with},
    support::{Guest, House, Page},
};

const PLACE: &str = "/api/booking/place";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A clock that can be put forward.
#[derive(Default)]
struct Ahead(AtomicI64);

impl Clock for Ahead {
    fn now(&self) -> Instant {
        SystemClock.now() + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }
}

/// The demo house.
async fn house() -> (House, Arc<Ahead>) {
    let clock = Arc::new(Ahead::default());
    let house = House::with_clock(Arc::clone(&clock) as Arc<dyn Clock>).await;
    seed::demo(&house.site.cx).await.unwrap();
    (house, clock)
}

/// A seat is wanted: fills in the form and gives the draft.
async fn draft(guest: &mut Guest, house: &House, name: &str) -> String {
    let fields = filled_in(house, name).await;
    let page = guest.call("/api/booking/check", &with(&fields, &[])).await;
    page.json()["id"].as_str().unwrap_or_else(|| panic!("{}", page.text)).to_owned()
}

/// Sends the summary under a key.
async fn place(guest: &mut Guest, key: &str, draft: &str) -> Page {
    let headers = [("accept", "application/json"), ("sec-fetch-site", "same-origin"), FORM, ("idempotency-key", key)];
    guest.request(Method::POST, PLACE, &headers, format!("draft={draft}")).await
}

fn number(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    page.json()["id"].as_str().unwrap().to_owned()
}

async fn bookings(guest: &mut Guest) -> usize {
    guest.read("/api/booking/mine").await.json().as_array().unwrap().len()
}

#[tokio::test]
async fn a_booking_sent_again_is_the_same_booking() {
    let (house, _) = house().await;
    let mut guest = house.guest();
    let draft = draft(&mut guest, &house, "赵敏").await;
    let first = place(&mut guest, "k-1", &draft).await;
    assert_eq!(first.header("idempotent-replayed"), "");
    let again = place(&mut guest, "k-1", &draft).await;
    assert_eq!((again.header("idempotent-replayed"), again.status), ("true", first.status));
    assert_eq!((&again.text, again.location()), (&first.text, first.location()));
    assert_eq!(again.header("content-type"), first.header("content-type"));
    assert_eq!(bookings(&mut guest).await, 1);
}

#[tokio::test]
async fn another_order_under_the_same_key_is_refused() {
    let (house, _) = house().await;
    let mut guest = house.guest();
    let (one, other) = (draft(&mut guest, &house, "赵敏").await, draft(&mut guest, &house, "周芷若").await);
    number(&place(&mut guest, "k-1", &one).await);
    let page = place(&mut guest, "k-1", &other).await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::CONFLICT, "key-reused"));
    assert_eq!(bookings(&mut guest).await, 1);
}

#[tokio::test]
async fn two_visitors_may_choose_the_same_key() {
    let (house, _) = house().await;
    let (mut one, mut other) = (house.guest(), house.guest());
    let drafts = (draft(&mut one, &house, "赵敏").await, draft(&mut other, &house, "周芷若").await);
    let first = number(&place(&mut one, "k-1", &drafts.0).await);
    assert_ne!(number(&place(&mut other, "k-1", &drafts.1).await), first);
}

#[tokio::test]
async fn twenty_at_once_make_one_booking() {
    let (house, _) = house().await;
    let mut guest = house.guest();
    let draft = draft(&mut guest, &house, "赵敏").await;
    let cookie = format!("session={}", guest.cookie("session").unwrap());
    let mut sent = JoinSet::new();
    for _ in 0..20 {
        let (mut tab, cookie, body) = (house.guest(), cookie.clone(), format!("draft={draft}"));
        sent.spawn(async move {
            let ours = ("sec-fetch-site", "same-origin");
            let headers = [("accept", "application/json"), ours, FORM, ("idempotency-key", "k-1"), ("cookie", &cookie)];
            tab.request(Method::POST, PLACE, &headers, body).await
        });
    }
    let mut numbers = Vec::new();
    while let Some(page) = sent.join_next().await {
        let page = page.unwrap();
        if page.status == StatusCode::CONFLICT {
            assert_eq!((page.code().as_str(), page.header("retry-after")), ("in-flight", "1"));
        } else {
            numbers.push(number(&page));
        }
    }
    numbers.dedup();
    assert_eq!((numbers.len(), bookings(&mut guest).await), (1, 1));
}

#[tokio::test]
async fn a_refused_order_may_be_sent_again_under_its_key() {
    let (house, _) = house().await;
    let mut guest = house.guest();
    let draft = draft(&mut guest, &house, "赵敏").await;
    let page = place(&mut guest, "k-1", "no-such-draft").await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::GONE, "draft-gone"));
    number(&place(&mut guest, "k-1", &draft).await);
}

#[tokio::test]
async fn a_process_that_died_over_an_order_holds_its_key_for_half_a_minute() {
    let (house, clock) = house().await;
    let mut guest = house.guest();
    let draft = draft(&mut guest, &house, "赵敏").await;
    let cx = &house.site.cx;
    let session = session::load(cx, guest.cookie("session").unwrap()).await.unwrap().unwrap().session;
    let body = format!("draft={draft}");
    let sent = Sent { session: &session, method: "POST", path: PLACE, body: body.as_bytes() };
    let keyed = Keyed::by_program(cx, sent, "k-1").unwrap();
    assert!(matches!(write_key::begin(cx, &keyed).await, Ok(Turn::Mine(_))));

    let page = place(&mut guest, "k-1", &draft).await;
    assert_eq!((page.code().as_str(), page.header("retry-after")), ("in-flight", "1"));
    clock.0.fetch_add(LEASE.num_seconds(), Ordering::SeqCst);
    let first = number(&place(&mut guest, "k-1", &draft).await);
    assert_eq!(number(&place(&mut guest, "k-1", &draft).await), first);
    assert_eq!(bookings(&mut guest).await, 1);
}

#[tokio::test]
async fn what_is_no_key_is_a_bad_request() {
    let (house, _) = house().await;
    for key in ["", "two words", &"k".repeat(201)] {
        let page = place(&mut house.guest(), key, "1").await;
        assert_eq!((page.status, page.code().as_str()), (StatusCode::BAD_REQUEST, "bad-request"), "{key}");
    }
}
