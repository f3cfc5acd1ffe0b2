//! What cannot be had says why, offers three real things instead, and each of them can be booked (B1, X5).

use axum::http::StatusCode;
use chrono::Days;
use serde_json::Value;
use services::seed;

use crate::support::{Guest, House};

async fn open() -> House {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    house
}

fn day(house: &House, ahead: u64) -> String {
    (house.site.cx.today() + Days::new(ahead)).to_string()
}

/// The offers of a search that cannot be had.
async fn full(house: &House, query: &str) -> Vec<Value> {
    let found = house.guest().read(&format!("/api/catalogue/search?{query}")).await.json();
    let hits = found["page"]["hits"].as_array().unwrap_or_else(|| panic!("{found}")).clone();
    let offers = hits.iter().flat_map(|hit| hit["offers"].as_array().unwrap().clone());
    offers.filter(|offer| !offer["shortage"].is_null()).collect()
}

/// Books an alternative as its link proposes it.
async fn books(guest: &mut Guest, alternative: &Value) {
    let wish = &alternative["wish"];
    let (units, heads, nights) = (wish["units"].to_string(), wish["heads"].to_string(), wish["nights"].to_string());
    let at: String = wish["at"].as_str().unwrap_or_default().chars().take(5).collect();
    let fields = [
        ("slug", alternative["slug"].as_str().unwrap()),
        ("day", wish["day"].as_str().unwrap()),
        ("nights", &nights),
        ("rooms", &units),
        ("heads", &heads),
        ("at", &at),
        ("name", "王芳"),
        ("phone", "13812345678"),
        ("id_number", "11010519491231002X"),
    ];
    let checked = guest.call("/api/booking/check", &fields).await;
    assert_eq!(checked.status, StatusCode::OK, "{alternative}: {}", checked.text);
    let draft = checked.json()["id"].as_str().unwrap().to_owned();
    let placed = guest.call("/api/booking/place", &[("draft", &draft), ("way", "counter")]).await;
    assert_eq!(placed.status, StatusCode::OK, "{alternative}: {}", placed.text);
}

#[tokio::test]
async fn three_alternatives_to_a_full_stay_and_a_full_trip_can_be_booked() {
    let house = open().await;
    for query in ["kind=stay&rooms=1", "kind=trip&time=16:00"] {
        let mut found = None;
        for ahead in 1..=28 {
            let offers = full(&house, &format!("{query}&day={}", day(&house, ahead))).await;
            let whole = |offer: &&Value| offer["alternatives"].as_array().unwrap().len() == 3;
            found = found.or_else(|| offers.iter().find(whole).cloned());
        }
        let offer = found.unwrap_or_else(|| panic!("nothing is full: {query}"));
        for alternative in offer["alternatives"].as_array().unwrap() {
            books(&mut house.guest(), alternative).await;
        }
    }
}

#[tokio::test]
async fn a_full_or_closed_venue_says_why_and_what_could_be_had() {
    let house = open().await;
    let venue = format!("kind=venue&heads=4&time=19:30&day={}", day(&house, 8));
    let closed = format!("kind=venue&heads=20&day={}", day(&house, 6));
    for (query, why) in [(venue, "none"), (closed, "closed")] {
        let offers = full(&house, &query).await;
        let offer = offers.iter().find(|offer| offer["shortage"].to_string().contains(why));
        let offer = offer.unwrap_or_else(|| panic!("{query}: {offers:?}"));
        for alternative in offer["alternatives"].as_array().unwrap() {
            books(&mut house.guest(), alternative).await;
        }
        assert_eq!(offer["alternatives"].as_array().unwrap().len(), 3, "{offer}");
    }
    let path = format!("/zh-hans/venues?heads=20&day={}", day(&house, 6));
    let page = house.guest().get(&path).await;
    assert!(page.text.contains("防汛演练") && page.text.contains("class=\"alternatives\""), "{}", page.text);
}

#[tokio::test]
async fn an_offer_that_is_nearly_sold_out_says_how_many_are_left_and_leads_elsewhere() {
    let house = open().await;
    for (script, left) in [("zh-hans", "仅剩 80 个"), ("zh-hant", "只剩 80 個")] {
        let path = format!("/{script}/offers/bund-grand-hall?day={}&at=17:00&heads=150", day(&house, 8));
        let page = house.guest().get(&path).await;
        assert!(page.text.contains(left), "{}", page.text);
        assert_eq!(page.text.matches("alternatives__link").count(), 3, "{}", page.text);
    }
}

#[tokio::test]
async fn a_party_too_large_for_anything_is_told_the_rule_and_whom_to_ask() {
    let house = open().await;
    for (path, rule) in [
        ("/zh-hans/stays?rooms=20&heads=20", "每单最多订 10 间，每间最多住 4 人"),
        ("/zh-hant/stays?rooms=1&heads=9", "每筆訂單最多訂 10 間，每間最多住 4 人"),
        ("/zh-hans/trips?heads=60", "每单最多订 10 座"),
        ("/zh-hant/venues?city=hangzhou&heads=30", "每筆訂單接待 1–8 人"),
    ] {
        let page = house.guest().get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text.contains(rule), "{path}: {}", page.text);
        assert!(page.text.matches("400-000-0000").count() > 1, "not only in the footer: {path}");
    }
    let page = house.guest().get("/zh-hans/stays?rooms=20&heads=20&q=nowhere").await;
    assert!(!page.text.contains("每单最多订"), "there is nothing of that name at all");
}

#[tokio::test]
async fn an_offer_for_longer_stays_says_for_how_many_nights() {
    let house = open().await;
    for (script, fact, rule) in
        [("zh-hans", "至少住 2 晚", "至少连住 2 晚"), ("zh-hant", "至少住 2 晚", "至少須連住 2 晚")]
    {
        let page = house.guest().get(&format!("/{script}/offers/yunqi-courtyard?nights=1")).await;
        assert!(page.text.contains(fact) && page.text.contains("#field-nights"), "{}", page.text);
        let page = house.guest().get(&format!("/{script}/offers/yunqi-courtyard")).await;
        assert!(!page.text.contains("#field-nights"), "two nights are the usual ones: {}", page.text);
        let page = house.guest().get(&format!("/{script}/stays?city=hangzhou&heads=4")).await;
        assert!(page.text.contains(rule), "{}", page.text);
    }
}
