//! What pages say of a change: which number replaces which, and whose difference staff wait for (B10, A4).

use axum::http::StatusCode;
use chrono::Days;
use domain::{booking::Number, change::Asked, payment::Way};
use i18n::{Script, t};
use serde_json::json;
use services::{change, change::Sent, payment, seed::DEMO_PASSWORD};

use crate::{
    support::Guest,
    town::{Customer, Town, confirmed},
};

/// Quotes and commits.
async fn changes(town: &Town, customer: &Customer, asked: &Asked) -> Option<Number> {
    let (cx, number) = (&town.house.site.cx, &customer.number);
    let quote = change::quote(cx, &customer.asker, Script::Hans, number, asked).await.ok()?;
    if quote.shortage.is_some() {
        return None;
    }
    let sent = Sent { quote: &quote.token, ..Sent::default() };
    let committed = change::commit(cx, &customer.asker, Script::Hans, number, sent).await.unwrap();
    Some(committed.number)
}

async fn booked(town: &Town, customer: &Customer) -> Asked {
    let cx = &town.house.site.cx;
    change::standing(cx, &customer.asker, Script::Hans, &customer.number).await.unwrap().booked
}

async fn finance(town: &Town) -> Guest {
    let mut sun = town.house.guest();
    let entered = sun.call("/api/desk/sign-in", &[("login", "sun.finance"), ("password", DEMO_PASSWORD)]).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
    sun
}

async fn reads(guest: &mut Guest, path: &str) -> String {
    let page = guest.get(path).await;
    assert!(page.status.is_success() && !page.text.contains('⟦'), "{path}: {}", page.text);
    page.text
}

#[tokio::test]
async fn page_print_and_desk_say_which_number_a_moved_trip_had() {
    let town = Town::open().await;
    let (mut customer, mut sun) = (town.customer("13800138000").await, finance(&town).await);
    let asked = booked(&town, &customer).await;
    let mut moved = None;
    for ahead in 1..6 {
        let mut asked = asked.clone();
        asked.wish.day = asked.wish.day + Days::new(ahead);
        moved = changes(&town, &customer, &asked).await;
        if moved.is_some() {
            break;
        }
    }
    let moved = moved.expect("a day with a free seat");
    assert_ne!(moved, customer.number);
    for script in Script::ALL {
        let said = t!(script, "former-numbers", former = customer.number.as_str());
        for page in ["", "/print"] {
            let text = reads(&mut customer.guest, &format!("/{script}/bookings/{moved}{page}")).await;
            assert!(text.contains(&said), "{said} is not in {text}");
        }
        let text = reads(&mut sun, &format!("/{script}/desk/bookings/{moved}")).await;
        assert!(text.contains(&said), "{said} is not in {text}");
    }
}

#[tokio::test]
async fn the_desk_lists_a_change_that_waits_for_its_difference_and_says_that_it_is_one() {
    let town = Town::open().await;
    let customer = town.books("13800138000", &town.departure(2).await, 1).await;
    let order = town.starts(&customer).await;
    town.provider.act(&order, json!({ "act": "pay" })).await;
    town.until(&customer, confirmed).await;
    let mut asked = booked(&town, &customer).await;
    (asked.wish.units, asked.wish.heads) = (2, 2);
    changes(&town, &customer, &asked).await.expect("a second seat is free");
    payment::choose(&town.house.site.cx, &customer.asker, &customer.number, Way::Counter).await.unwrap();
    let due = town.receipt(&customer).await.due;
    let mut sun = finance(&town).await;
    for script in Script::ALL {
        let text = reads(&mut sun, &format!("/{script}/desk/payments")).await;
        let (amount, of) = (i18n::format::money(due.0), t!(script, "due-for-change"));
        let said = format!("{amount} · {of} · {}", t!(script, "way-counter"));
        assert!(text.contains(customer.number.as_str()) && text.contains(&said), "{said} is not in {text}");
    }
}
