//! One booking in two tabs: who comes second is told what the first has done, from what to what and for how much money (B10).

use axum::http::StatusCode;
use domain::Fen;
use i18n::{Arg, Script, format, text_with};
use serde_json::json;
use services::seed::DEMO_PASSWORD;

use crate::{
    support::{Guest, Page},
    town::{Customer, Town, confirmed},
};

/// Somebody who has paid for two seats.
async fn paid(town: &Town) -> Customer {
    let customer = town.books("13800138000", &town.departure(4).await, 2).await;
    let order = town.starts(&customer).await;
    town.provider.act(&order, json!({ "act": "pay" })).await;
    town.until(&customer, confirmed).await;
    customer
}

/// The value of a hidden field of a form of a page.
fn hidden(page: &str, form: &str, name: &str) -> String {
    let form = page.split(&format!("action=\"{form}\"")).nth(1).unwrap_or_else(|| panic!("no {form}: {page}"));
    let input = form.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {form}"));
    let value = input.split('>').next().and_then(|rest| rest.split("value=\"").nth(1));
    value.and_then(|value| value.split('"').next()).unwrap_or_default().replace("&amp;", "&")
}

/// Opens the page of a change to so many seats.
async fn opens(customer: &mut Customer, heads: u32) -> Page {
    let booked = customer.guest.read(&format!("/api/booking/show?number={}", customer.number)).await.json();
    let starts: domain::Instant = booked["row"]["starts"].as_str().unwrap().parse().unwrap();
    let (day, at) = (domain::time::day_of(starts), domain::time::wall_time(starts).format("%H:%M").to_string());
    let wish = form_urlencoded::Serializer::new(String::new())
        .append_pair("day", &day.to_string())
        .append_pair("at", &at)
        .append_pair("heads", &heads.to_string())
        .finish();
    customer.guest.get(&format!("/zh-hans/bookings/{}/change?{wish}", customer.number)).await
}

/// Presses the button of a form of a page that was opened before.
async fn presses(guest: &mut Guest, page: &Page, action: &str, names: &[&str]) -> Page {
    let fields: Vec<_> = names.iter().map(|name| (*name, hidden(&page.text, action, name))).collect();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back = hidden(&page.text, action, "back");
    let sent = guest.submit(&back, action, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    sent
}

const COMMIT: (&str, [&str; 5]) = ("/api/change/commit", ["number", "quote", "desk", "seen", "back"]);
const UNDO: (&str, [&str; 4]) = ("/api/change/undo", ["number", "desk", "seen", "back"]);

/// A line of a change in words.
fn line(from: u32, to: u32) -> String {
    let what = i18n::text(Script::Hans, "search-passengers");
    let args = [("what", Arg::from(what)), ("from", Arg::from(from.to_string())), ("to", Arg::from(to.to_string()))];
    text_with(Script::Hans, "change-line", &args)
}

fn told(page: &Page) -> bool {
    page.text.contains(&i18n::text(Script::Hans, "since-title"))
}

/// What is told of what happened since.
fn since(page: &Page) -> &str {
    let title = i18n::text(Script::Hans, "since-title");
    let rest = page.text.split(&title).nth(1).unwrap_or_else(|| panic!("nothing is told: {}", page.text));
    rest.split(&i18n::text(Script::Hans, "since-text")).next().unwrap_or_default()
}

#[tokio::test]
async fn the_second_tab_reads_from_what_to_what_and_for_how_much() {
    let town = Town::open().await;
    let mut customer = paid(&town).await;
    let (first, second) = (opens(&mut customer, 1).await, opens(&mut customer, 3).await);
    let (action, names) = COMMIT;
    let done = presses(&mut customer.guest, &first, action, &names).await;
    assert!(!done.location().contains("retry="), "{}", done.location());
    let refused = presses(&mut customer.guest, &second, action, &names).await;
    let page = customer.guest.get(refused.location()).await;
    let back: Fen = town.receipt(&customer).await.refunds.iter().map(|refund| refund.amount).sum();
    let money = text_with(Script::Hans, "change-refunded", &[("total", Arg::from(format::money(back.0)))]);
    assert!(back > Fen::ZERO && since(&page).contains(&line(2, 1)), "{}", since(&page));
    assert!(since(&page).contains(&money), "{money}: {}", since(&page));
}

#[tokio::test]
async fn who_takes_back_what_is_taken_back_already_is_told_too() {
    let town = Town::open().await;
    let mut customer = paid(&town).await;
    let page = opens(&mut customer, 3).await;
    let (action, names) = COMMIT;
    presses(&mut customer.guest, &page, action, &names).await;
    let address = format!("/zh-hans/bookings/{}/change", customer.number);
    let (action, names) = UNDO;
    let open = customer.guest.get(&address).await;
    assert!(!told(&open), "{}", open.text);
    presses(&mut customer.guest, &open, action, &names).await;
    let refused = presses(&mut customer.guest, &open, action, &names).await;
    let page = customer.guest.get(refused.location()).await;
    assert!(since(&page).contains(&line(2, 3)), "{}", since(&page));
    assert!(!since(&page).contains(&i18n::text(Script::Hans, "event-change-held")), "he knew that: {}", since(&page));
}

#[tokio::test]
async fn the_desk_asks_why_a_change_is_taken_back_or_details_are_told() {
    let town = Town::open().await;
    let mut customer = paid(&town).await;
    let page = opens(&mut customer, 3).await;
    let (action, names) = COMMIT;
    presses(&mut customer.guest, &page, action, &names).await;
    let mut lin = town.house.guest();
    let entered = lin.call("/api/desk/sign-in", &[("login", "lin.agent"), ("password", DEMO_PASSWORD)]).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
    let number = customer.number.to_string();
    let address = format!("/zh-hans/desk/bookings/{number}/change");
    for (action, id) in [("/api/change/undo", "field-undo-why"), ("/api/change/details", "field-details-why")] {
        let page = lin.get(&address).await;
        let ids = page.text.matches(&format!("id=\"{id}\"")).count();
        assert_eq!(ids, 1, "{id}: {}", page.text);
        let fields = [("number", number.as_str()), ("desk", "1"), ("remarks", "晚到"), ("back", &address)];
        let silent = lin.submit(&address, action, &fields).await;
        let refused = lin.get(silent.location()).await;
        assert!(refused.text.contains("href=\"#field-why\""), "{action}: {}", refused.text);
        assert_eq!(refused.text.matches("id=\"field-why\"").count(), 1, "{action}: {}", refused.text);
        assert!(!refused.text.contains("code=fault-"), "who is at the desk asks nobody: {}", refused.text);
        let said = lin.submit(&address, action, &[&fields[..], &[("why", "客人来电")]].concat()).await;
        assert!(!said.location().contains("retry="), "{action}: {}", said.location());
    }
    let page = lin.get(&format!("/zh-hans/desk/bookings/{number}")).await;
    assert_eq!(page.text.matches("客人来电").count(), 2, "both stand in the timeline: {}", page.text);
    let page = customer.guest.get(&format!("/zh-hans/bookings/{number}")).await;
    assert!(!page.text.contains("客人来电"), "what staff wrote is for staff");
}
