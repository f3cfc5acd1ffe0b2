//! What somebody types is shown as text, wherever it is shown.

mod support;

use support::{Guest, House};

const TYPED: &str = "</textarea></title><script>alert(1)</script>";

/// Signs up, which every test here begins with.
async fn member(house: &House) -> Guest {
    let mut guest = house.guest();
    let fields = [
        ("name", TYPED.get(..40).unwrap_or_default()),
        ("login", "13800138000"),
        ("password", "correct horse battery"),
        ("again", "correct horse battery"),
        ("consent", "on"),
    ];
    let page = guest.submit("/zh-hans/register", "/api/membership/register", &fields).await;
    assert_eq!(page.status, 303, "{}", page.text);
    assert!(!page.location().contains("retry"), "{}", page.location());
    guest
}

#[tokio::test]
async fn what_is_typed_into_a_field_or_an_area_stays_text() {
    let house = House::open().await;
    let mut guest = member(&house).await;
    let saved = guest.call("/api/membership/save-preferences", &[("preferences", TYPED)]).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let page = guest.get("/zh-hans/account").await;
    assert!(page.text.contains("alert(1)"), "it is shown: {}", page.text);
    assert!(!page.text.contains("<script>alert"), "as text: {}", page.text);
}

#[tokio::test]
async fn what_is_typed_into_an_address_stays_text() {
    let house = House::open().await;
    let typed = "%3C%2Ftextarea%3E%3C%2Ftitle%3E%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for page in
        ["stays", "venues", "trips", "bookings/find", "login", "register", "offers/x", "book/x", "desk", "no/such"]
    {
        for field in ["q", "day", "city", "from", "heads", "next", "retry", "number", "draft", "done"] {
            let path = format!("/zh-hant/{page}?{field}={typed}");
            let page = house.guest().get(&path).await;
            assert!(!page.text.contains("<script>alert"), "{path}: {}", page.text);
            assert!(!page.status.is_server_error(), "{path}: {}", page.status);
        }
    }
}
