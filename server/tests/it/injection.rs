//! What somebody types is shown as text, wherever it is shown.

use services::seed::{self, DEMO_PASSWORD};

use crate::{
    seller::{filled_in, with},
    support::{Guest, House, Page},
};

const TYPED: &str = "</textarea></title><script>alert(1)</script>";

/// Short enough for a name.
const NAME: &str = "\"'><img src=x onerror=alert(1)>";

/// What was typed is on the page, as text.
fn shown_as_text(page: &Page, path: &str) {
    assert_eq!(page.status, 200, "{path}");
    assert!(page.text.contains("alert(1)"), "{path} shows it: {}", page.text);
    assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "{path}: {}", page.text);
}

/// Sends a form of a page and opens the page that answers; the path of that.
async fn sends(guest: &mut Guest, from: &str, action: &str, fields: &[(&str, &str)]) -> (Page, String) {
    let answer = guest.submit(from, action, fields).await;
    assert_eq!(answer.status, 303, "{action}: {}", answer.text);
    let path = answer.location().to_owned();
    (guest.get(&path).await, path)
}

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

#[tokio::test]
async fn what_is_typed_into_a_booking_stays_text_on_every_page_that_shows_it() {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    let mut guest = house.guest();
    let fields = filled_in(&house, NAME).await;
    let typed = with(&fields, &[("remarks", TYPED), ("preferences", TYPED)]);
    let form = format!("/zh-hant/book/{}", typed[0].1);

    let faulty = with(&fields, &[("remarks", TYPED), ("preferences", TYPED), ("phone", NAME), ("email", NAME)]);
    let (page, path) = sends(&mut guest, &form, "/api/booking/check", &faulty).await;
    shown_as_text(&page, &path);

    let (page, path) = sends(&mut guest, &form, "/api/booking/check", &typed).await;
    shown_as_text(&page, &path);
    let draft = path.rsplit_once("draft=").unwrap().1.to_owned();
    let placed = [("draft", draft.as_str()), ("way", "transfer")];
    let (page, path) = sends(&mut guest, &path, "/api/booking/place", &placed).await;
    shown_as_text(&page, &path);
    let number = path.split(['/', '?']).find(|part| part.starts_with("YT-")).unwrap().to_owned();
    let print = format!("/zh-hant/bookings/{number}/print");
    shown_as_text(&guest.get(&print).await, &print);
    for path in ["bookings".to_owned(), format!("bookings/{number}/pay"), format!("bookings/{number}/receipt")] {
        let page = guest.get(&format!("/zh-hant/{path}")).await;
        assert!(!page.text.contains("<img src=x") && !page.text.contains("<script>alert"), "{path}: {}", page.text);
    }
    at_the_desk(&house, &number, typed[1].1).await;
}

/// The same booking as staff see it, with what they write themselves: the number of a slip, a reason, words to look for.
async fn at_the_desk(house: &House, number: &str, day: &str) {
    let mut wang = house.guest();
    wang.call("/api/desk/sign-in", &[("login", "wang.supervisor"), ("password", DEMO_PASSWORD)]).await;
    let (list, of_booking) = (format!("/zh-hans/desk?day={day}"), format!("/zh-hans/desk/bookings/{number}"));
    shown_as_text(&wang.get(&list).await, &list);
    shown_as_text(&wang.get(&of_booking).await, &of_booking);
    let (page, path) = sends(&mut wang, "/zh-hans/desk", "/api/desk/search", &[("q", NAME)]).await;
    shown_as_text(&page, &path);

    let record = "/api/desk/record-payment";
    let receipt = [("number", number), ("way", "transfer"), ("amount", "x"), ("slip", NAME), ("key", "1")];
    let (page, path) = sends(&mut wang, &of_booking, record, &receipt).await;
    shown_as_text(&page, &path);
    // Another amount than was asked for waits for a person, who gives a reason.
    let receipt = [("number", number), ("way", "transfer"), ("amount", "1"), ("slip", NAME), ("key", "2")];
    let (page, path) = sends(&mut wang, &of_booking, record, &receipt).await;
    shown_as_text(&page, &path);
    let queue = wang.read("/api/desk/payments").await.json();
    let stuck = queue["stuck"].as_array().unwrap().iter().find(|row| row["booking"]["number"] == number).unwrap();
    let payment = stuck["payment"]["number"].as_str().unwrap().to_owned();
    let decision = [("payment", payment.as_str()), ("how", ""), ("why", NAME)];
    let (page, path) = sends(&mut wang, "/zh-hans/desk/payments", "/api/desk/resolve-payment", &decision).await;
    shown_as_text(&page, &path);
    let decision = [("payment", payment.as_str()), ("how", "return"), ("why", NAME)];
    let (page, path) = sends(&mut wang, "/zh-hans/desk/payments", "/api/desk/resolve-payment", &decision).await;
    shown_as_text(&page, &path);
    let refunds = wang.read("/api/desk/payments").await.json();
    let refund = refunds["refunds"].as_array().unwrap().iter().find(|row| row["booking"]["number"] == number).unwrap();
    let refund = refund["refund"]["number"].as_str().unwrap().to_owned();
    let long = NAME.repeat(3);
    let paid = [("refund", refund.as_str()), ("slip", long.as_str())];
    let (page, path) = sends(&mut wang, "/zh-hans/desk/payments", "/api/desk/pay-out", &paid).await;
    shown_as_text(&page, &path);
}
