//! The desk looks for people, and no address tells for whom (A2).

use axum::http::StatusCode;
use services::seed::{self, DEMO_PASSWORD};

use crate::support::{Guest, House, Page};

const SEARCH: &str = "/api/desk/search";

async fn colleague(house: &House, login: &str) -> Guest {
    let mut guest = house.guest();
    let entered = guest.call("/api/desk/sign-in", &[("login", login), ("password", DEMO_PASSWORD)]).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
    guest
}

async fn open() -> House {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    house
}

async fn seek(guest: &mut Guest, fields: &[(&str, &str)]) -> Page {
    let mut sent = vec![("back", "/zh-hans/desk")];
    sent.extend(fields);
    guest.submit("/zh-hans/desk", SEARCH, &sent).await
}

#[tokio::test]
async fn the_address_of_what_is_found_carries_an_id_and_no_words() {
    let house = open().await;
    let mut lin = colleague(&house, "lin.agent").await;
    // Many are called so: the list has pages of its own address too.
    let page = seek(&mut lin, &[("q", "1"), ("kind", "")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let id = page.location().strip_prefix("/zh-hans/desk?found=").unwrap_or_default().to_owned();
    assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{}", page.location());
    let listed = lin.get(page.location()).await;
    assert_eq!(listed.status, StatusCode::OK);
    assert!(listed.text.contains("/zh-hans/desk/bookings/Y"), "{}", listed.text);
    assert!(listed.text.contains("name=\"q\"") && listed.text.contains("value=\"1\""), "what was typed is kept");
    let found = lin.read(&format!("/api/desk/day?day=&kind=&page=1&found={id}")).await.json();
    assert_eq!(found["words"], "1");
    if found["pages"].as_u64() > Some(1) {
        assert!(listed.text.contains(&format!("found={id}&amp;page=2")), "{}", listed.text);
    }
}

#[tokio::test]
async fn a_search_without_words_is_a_day_and_keeps_nothing() {
    let house = open().await;
    let mut lin = colleague(&house, "lin.agent").await;
    let day = house.site.cx.today().to_string();
    let page = seek(&mut lin, &[("q", " "), ("day", &day), ("kind", "stay")]).await;
    assert_eq!(page.location(), format!("/zh-hans/desk?day={day}&kind=stay"));
}

#[tokio::test]
async fn a_search_that_cannot_be_understood_comes_back_with_its_faults() {
    let house = open().await;
    let mut lin = colleague(&house, "lin.agent").await;
    let page = seek(&mut lin, &[("q", "王芳"), ("day", "2026-02-30"), ("kind", "boat")]).await;
    assert!(page.location().starts_with("/zh-hans/desk?retry="), "{}", page.location());
    let shown = lin.get(page.location()).await;
    assert!(shown.text.contains("2026-02-30") && shown.text.contains("王芳"), "{}", shown.text);
    assert!(shown.text.contains("aria-invalid=\"true\""), "{}", shown.text);
}

#[tokio::test]
async fn what_somebody_else_looks_for_is_not_told() {
    let house = open().await;
    let (mut lin, mut chen) = (colleague(&house, "lin.agent").await, colleague(&house, "chen.service").await);
    let page = seek(&mut lin, &[("q", "13800138000")]).await;
    let foreign = chen.get(page.location()).await;
    assert_eq!(foreign.status, StatusCode::GONE);
    assert!(!foreign.text.contains("13800138000"), "{}", foreign.text);
    let stranger = house.guest().call(SEARCH, &[("q", "13800138000")]).await;
    assert_eq!((stranger.status, stranger.code().as_str()), (StatusCode::UNAUTHORIZED, "sign-in"));
}

#[tokio::test]
async fn words_in_an_old_address_are_not_looked_for() {
    let house = open().await;
    let mut lin = colleague(&house, "lin.agent").await;
    let page = lin.get("/zh-hans/desk?q=13800138000").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains("value=\"13800138000\""), "{}", page.text);
}
