//! Forms without script lose nothing.

use axum::http::StatusCode;

use crate::support::House;

const FIND: &str = "/api/booking/find";

#[tokio::test]
async fn a_refused_form_goes_back_to_its_page_with_everything_that_was_typed() {
    let house = House::open().await;
    let mut guest = house.guest();
    let back = "/zh-hant/bookings/find?from=mail&retry=00";
    let fields = [("number", "没有这个"), ("phone", "<script>"), ("back", back)];
    let page = guest.submit("/zh-hans/elsewhere", FIND, &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let id = page.location().strip_prefix("/zh-hant/bookings/find?from=mail&retry=").unwrap().to_owned();
    assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");

    let typed = guest.read(&format!("/api/form/typed?form=booking%2Ffind&id={id}")).await.json();
    assert_eq!(typed["fields"]["number"], "没有这个");
    assert_eq!(typed["fields"]["phone"], "<script>");
    assert!(typed["fields"].get("back").is_none());
    let refusal = &typed["refusal"];
    assert_eq!(refusal["code"], "invalid");
    for field in ["number", "phone"] {
        assert!(refusal["fields"][field].as_str().is_some_and(|words| !words.is_empty()), "{field}: {refusal}");
    }

    let stranger = house.guest().read(&format!("/api/form/typed?form=booking%2Ffind&id={id}")).await;
    assert_eq!(stranger.json(), serde_json::Value::Null, "nobody else sees it");
}

#[tokio::test]
async fn a_field_of_a_megabyte_is_said_at_the_field_and_the_others_stay_as_typed() {
    let house = House::open().await;
    let mut guest = house.guest();
    let long = "长".repeat(350_000);
    let back = "/zh-hant/register?next=%2Fzh-hant%2Faccount";
    let fields = [
        ("name", long.as_str()),
        ("login", "wang@example.com"),
        ("password", "correct horse"),
        ("again", "correct horse"),
        ("consent", "on"),
        ("back", back),
    ];
    let page = guest.submit("/zh-hant/register", "/api/membership/register", &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    let id = page.location().strip_prefix(&format!("{back}&retry=")).unwrap().to_owned();
    let typed = guest.read(&format!("/api/form/typed?form=membership%2Fregister&id={id}")).await.json();
    assert_eq!(typed["refusal"]["fields"]["name"], "内容过长，请控制在 40 个字以内。");
    assert_eq!(typed["refusal"]["fields"].as_object().unwrap().len(), 1, "{typed}");
    assert_eq!(typed["fields"]["login"], "wang@example.com");
    let kept = typed["fields"]["name"].as_str().unwrap();
    assert!(kept.chars().count() == 4_000 && long.starts_with(kept), "the beginning of it is kept");
}

#[tokio::test]
async fn a_password_is_never_kept() {
    let house = House::open().await;
    let mut guest = house.guest();
    let fields = [("name", "李雷"), ("login", "nobody"), ("password", "geheim-123"), ("again", "geheim-123")];
    let page = guest.submit("/zh-hans/register", "/api/membership/register", &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let id = page.location().strip_prefix("/zh-hans/register?retry=").unwrap().to_owned();
    let typed = guest.read(&format!("/api/form/typed?form=membership%2Fregister&id={id}")).await;
    assert_eq!(typed.json()["fields"]["name"], "李雷");
    assert!(!typed.text.contains("geheim"), "{}", typed.text);
}

#[tokio::test]
async fn a_way_back_to_another_site_is_not_taken() {
    let house = House::open().await;
    for back in ["https://evil.example/", "//evil.example/zh-hans/", "/\\evil.example", "javascript:alert(1)", "/stays"]
    {
        let page = house.guest().submit("/zh-hans/bookings/find?x=1", FIND, &[("number", ""), ("back", back)]).await;
        assert!(page.location().starts_with("/zh-hans/bookings/find?x=1&retry="), "{back}: {}", page.location());
    }
}

#[tokio::test]
async fn an_accepted_form_leads_to_the_page_the_function_names() {
    let house = House::open().await;
    let mut guest = house.guest();
    let fields = [
        ("name", "韩梅梅"),
        ("login", "13800138000"),
        ("password", "correct horse battery"),
        ("again", "correct horse battery"),
        ("consent", "on"),
        ("next", "/zh-hans/bookings"),
    ];
    let page = guest.submit("/zh-hans/register", "/api/membership/register", &fields).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/zh-hans/bookings"), "{}", page.text);
    assert!(guest.cookie("session").is_some_and(|secret| secret.len() == 64));
}

#[tokio::test]
async fn signing_in_changes_the_session() {
    let house = House::open().await;
    let mut guest = house.guest();
    guest.submit("/zh-hans/bookings/find", FIND, &[]).await;
    let before = guest.cookie("session").unwrap().to_owned();
    let fields = [
        ("name", "韩梅梅"),
        ("login", "13800138000"),
        ("password", "correct horse battery"),
        ("again", "correct horse battery"),
        ("consent", "on"),
    ];
    guest.call("/api/membership/register", &fields).await;
    assert_ne!(guest.cookie("session").unwrap(), before);
}

#[tokio::test]
async fn the_same_function_answers_an_island_in_json() {
    let house = House::open().await;
    let page = house.guest().call(FIND, &[("number", "x"), ("phone", "y")]).await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    assert!(page.json()["fields"]["number"].as_str().is_some_and(|words| !words.is_empty()));
}

#[tokio::test]
async fn reading_a_page_begins_no_session() {
    let house = House::open().await;
    let mut guest = house.guest();
    guest.get("/zh-hans/privacy").await;
    guest.read("/api/booking/mine").await;
    assert_eq!(guest.cookie("session"), None);
}
