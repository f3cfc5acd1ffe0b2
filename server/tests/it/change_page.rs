//! The page on which a booking is changed, when its offer is not on sale any more and when what is wanted is elsewhere (B10).

use axum::http::StatusCode;
use chrono::Days;
use domain::time::{at, to_micros};
use i18n::{Script, text};
use serde_json::Value;
use services::seed::{self, DEMO_PASSWORD};

use crate::support::{Guest, House};

/// A room for two nights that are free, and what else there is of its kind: slug, place and name.
struct Stay {
    slug: String,
    day: String,
    others: Vec<(String, String, String)>,
}

async fn open() -> House {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    house
}

async fn stay(house: &House) -> Stay {
    for ahead in 20..40 {
        let day = (house.site.cx.today() + Days::new(ahead)).to_string();
        let path = format!("/api/catalogue/search?kind=stay&nights=2&heads=2&day={day}");
        let found = house.guest().read(&path).await.json();
        let free: Vec<_> = found["page"]["hits"].as_array().unwrap().iter().flat_map(offers).collect();
        if let [(slug, ..), others @ ..] = free.as_slice() {
            return Stay { slug: slug.clone(), day, others: others.to_vec() };
        }
    }
    panic!("no free room in the demo");
}

/// What is free at a place.
fn offers(hit: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let free = hit["offers"].as_array().unwrap().iter().filter(|offer| offer["shortage"].is_null());
    free.map(|offer| (text(&offer["slug"]), text(&hit["name"]), text(&offer["name"]))).collect()
}

/// Books it; gives the number.
async fn books(guest: &mut Guest, stay: &Stay) -> String {
    let fields = [
        ("slug", stay.slug.as_str()),
        ("day", &stay.day),
        ("nights", "2"),
        ("rooms", "1"),
        ("heads", "2"),
        ("name", "王芳"),
        ("phone", "13812345678"),
    ];
    let checked = guest.call("/api/booking/check", &fields).await;
    let draft = checked.json()["id"].as_str().unwrap_or_else(|| panic!("{}", checked.text)).to_owned();
    let placed = guest.call("/api/booking/place", &[("draft", &draft), ("way", "counter")]).await;
    placed.json()["id"].as_str().unwrap_or_else(|| panic!("{}", placed.text)).to_owned()
}

#[tokio::test]
async fn what_is_not_on_sale_any_more_can_still_be_changed_by_customer_and_desk() {
    let house = open().await;
    let (mut wang, mut lin, stay) = (house.guest(), house.guest(), stay(&house).await);
    let number = books(&mut wang, &stay).await;
    let since = to_micros(at("2026-03-05".parse().unwrap(), "09:30:00".parse().unwrap()));
    house.writes(&format!("UPDATE offer SET off_since = {since} WHERE slug = '{}'", stay.slug)).await;
    lin.call("/api/desk/sign-in", &[("login", "lin.agent"), ("password", DEMO_PASSWORD)]).await;
    for (script, said) in
        [("zh-hans", "这一项自 2026年3月5日 周四 起停售"), ("zh-hant", "這一項自 2026年3月5日 週四 起停售")]
    {
        for (guest, side) in [(&mut wang, ""), (&mut lin, "/desk")] {
            let page = format!("/{script}{side}/bookings/{number}/change");
            let shown = guest.get(&page).await;
            assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
            assert!(shown.text.contains(&format!("value=\"{}\"", stay.slug)), "{}", shown.text);
            let wish = format!("?slug={}&day={}&rooms=1&heads=2&nights=", stay.slug, stay.day);
            let longer = guest.get(&format!("{page}{wish}3")).await;
            assert!(longer.text.contains(said) && longer.text.contains("#field-slug"), "{}", longer.text);
            let shorter = guest.get(&format!("{page}{wish}1")).await;
            assert!(shorter.text.contains("/api/change/commit"), "{}", shorter.text);
        }
    }
}

#[tokio::test]
async fn who_is_at_the_desk_is_not_sent_to_a_person_when_a_wish_is_full() {
    let house = open().await;
    let (mut wang, mut lin, stay) = (house.guest(), house.guest(), stay(&house).await);
    let number = books(&mut wang, &stay).await;
    lin.call("/api/desk/sign-in", &[("login", "lin.agent"), ("password", DEMO_PASSWORD)]).await;
    let (slug, day) = full(&house).await;
    let query = format!("?slug={slug}&day={day}&nights=2&rooms=1&heads=2");
    for (guest, side, asks) in [(&mut wang, "", true), (&mut lin, "/desk", false)] {
        let page = guest.get(&format!("/zh-hans{side}/bookings/{number}/change{query}")).await.text;
        assert!(page.contains(&text(Script::Hans, "not-available")), "{page}");
        assert_eq!(page.contains("code=full-sold\""), asks, "{side}: {page}");
    }
}

/// Slug and day of a room that is full for two nights.
async fn full(house: &House) -> (String, String) {
    for ahead in 1..=28 {
        let day = (house.site.cx.today() + Days::new(ahead)).to_string();
        let path = format!("/api/catalogue/search?kind=stay&nights=2&heads=2&day={day}");
        let found = house.guest().read(&path).await.json();
        let hits = found["page"]["hits"].as_array().unwrap().iter();
        let mut offers = hits.flat_map(|hit| hit["offers"].as_array().unwrap());
        if let Some(offer) = offers.find(|offer| offer["shortage"] == "sold") {
            return (offer["slug"].as_str().unwrap().to_owned(), day);
        }
    }
    panic!("nothing is full in the demo")
}

#[tokio::test]
async fn a_change_to_another_place_names_it_above_the_button_and_in_the_choice() {
    let house = open().await;
    let (mut wang, stay) = (house.guest(), stay(&house).await);
    let number = books(&mut wang, &stay).await;
    let look = format!("/api/change/look?number={number}");
    let own = wang.read(&look).await.json()["booking"]["row"]["place"].as_str().unwrap().to_owned();
    let (slug, place, name) = stay.others.iter().find(|(_, place, _)| *place != own).unwrap();
    let query = format!("slug={slug}&day={}&nights=2&rooms=1&heads=2", stay.day);
    let page = wang.get(&format!("/zh-hans/bookings/{number}/change?{query}")).await.text;
    let named = format!("{place} · {name}");
    let (before, _) = page.split_once("/api/change/commit").unwrap_or_else(|| panic!("{page}"));
    assert!(before.contains(&format!("→ {named}")), "{before}");
    let option = page.split("<option").find(|option| option.contains(&named)).unwrap_or_else(|| panic!("{page}"));
    assert!(option.contains("selected") && option.contains(&format!("value=\"{slug}\"")), "{option}");
}
