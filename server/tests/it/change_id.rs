//! A change to what needs an ID number asks for it on its page, without script (B2, B10).

use axum::http::StatusCode;
use services::seed::{self, DEMO_PASSWORD};

use crate::{
    seller::{Fields, filled_in, with},
    support::{Guest, House, Page},
};

const ID: &str = "11010519491231002X";
const COMMIT: &str = "/api/change/commit";

/// Whether the coach lines ask for ID numbers from now on.
async fn lines_ask(house: &House, ask: bool) {
    house.writes(&format!("UPDATE offer SET needs_id = {ask} WHERE kind = 'trip'")).await;
}

/// Books a seat; gives the number.
async fn books(guest: &mut Guest, fields: &Fields) -> String {
    let checked = guest.call("/api/booking/check", &with(fields, &[("id_number", "")])).await;
    let draft = checked.json()["id"].as_str().unwrap_or_else(|| panic!("{}", checked.text)).to_owned();
    let placed = guest.call("/api/booking/place", &[("draft", &draft), ("way", "counter")]).await;
    placed.json()["id"].as_str().unwrap_or_else(|| panic!("{}", placed.text)).to_owned()
}

/// Presses the button of a change with an ID number; gives where that leads.
async fn commits(guest: &mut Guest, page: &Page, id_number: &str) -> String {
    let hidden = ["number", "quote", "desk", "seen", "back"].map(|name| (name, page.hidden(COMMIT, name)));
    let mut fields: Vec<_> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend([("id_number", id_number), ("why", "客人来电")]);
    let sent = guest.submit(&page.hidden(COMMIT, "back"), COMMIT, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    assert!(id_number.is_empty() || !sent.location().contains(id_number), "{}", sent.location());
    sent.location().to_owned()
}

#[tokio::test]
async fn who_has_given_no_id_number_is_asked_for_it_where_he_changes_by_customer_and_desk() {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    let (mut wang, mut lin) = (house.guest(), house.guest());
    lines_ask(&house, false).await;
    let fields = filled_in(&house, "王芳").await;
    let number = books(&mut wang, &fields).await;
    let value = |name: &str| fields.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value.as_str());
    let wish = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(["day", "at"].map(|name| (name, value(name))))
        .append_pair("heads", "2")
        .finish();
    let address = |side: &str| format!("/zh-hant{side}/bookings/{number}/change?{wish}");
    let unasked = wang.get(&address("")).await;
    assert!(unasked.text.contains(COMMIT) && !unasked.text.contains("id_number"), "{}", unasked.text);

    lines_ask(&house, true).await;
    lin.call("/api/desk/sign-in", &[("login", "lin.agent"), ("password", DEMO_PASSWORD)]).await;
    for (guest, side) in [(&mut lin, "/desk"), (&mut wang, "")] {
        for typed in ["", "123"] {
            let page = guest.get(&address(side)).await;
            assert!(page.text.contains("name=\"id_number\""), "{}", page.text);
            let refused = commits(guest, &page, typed).await;
            assert!(refused.starts_with(&address(side)) && refused.contains("&retry="), "{refused}");
            let page = guest.get(&refused).await;
            assert!(page.text.contains("href=\"#field-id_number\""), "{}", page.text);
            assert!(typed.is_empty() || page.text.contains("value=\"123\""), "what was typed stays: {}", page.text);
        }
    }
    let page = wang.get(&address("")).await;
    let done = commits(&mut wang, &page, ID).await;
    assert_eq!(done, format!("/zh-hant/bookings/{number}"), "it is not moved, and keeps its number");
    let page = wang.get(&done).await;
    assert!(page.text.contains("**************002X") && !page.text.contains(ID), "{}", page.text);
    let again = wang.get(&address("").replace("heads=2", "heads=1")).await;
    assert!(again.text.contains(COMMIT) && !again.text.contains("id_number"), "it is known: {}", again.text);
}
