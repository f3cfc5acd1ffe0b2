//! Somebody who changes what he has paid for, on the pages and without script.

use axum::http::StatusCode;
use serde_json::json;

use crate::{
    support::{Guest, Page},
    town::{Customer, Town, confirmed},
};

/// Somebody who has paid for two seats of a departure with two more.
pub(crate) async fn paid(town: &Town) -> Customer {
    paid_for(town, 4, 2).await
}

/// Somebody who has paid for some of the free seats of a departure.
pub(crate) async fn paid_for(town: &Town, free: u64, seats: u64) -> Customer {
    let customer = town.books("13800138000", &town.departure(free).await, seats).await;
    let order = town.starts(&customer).await;
    town.provider.act(&order, json!({ "act": "pay" })).await;
    town.until(&customer, confirmed).await;
    customer
}

/// Opens the page of a change to so many seats.
pub(crate) async fn opens(customer: &mut Customer, heads: u32) -> Page {
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
pub(crate) async fn presses(guest: &mut Guest, page: &Page, action: &str, names: &[&str]) -> Page {
    let fields: Vec<_> = names.iter().map(|name| (*name, page.hidden(action, name))).collect();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back = page.hidden(action, "back");
    let sent = guest.submit(&back, action, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    sent
}

/// The form that commits a change, with its fields.
pub(crate) const COMMIT: (&str, [&str; 5]) = ("/api/change/commit", ["number", "quote", "desk", "seen", "back"]);
/// And the one that takes it back.
pub(crate) const UNDO: (&str, [&str; 4]) = ("/api/change/undo", ["number", "desk", "seen", "back"]);
