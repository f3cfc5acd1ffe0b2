//! One booking in two tabs: who comes second is told what the first has done, from what to what and for how much money (B10).

use axum::http::StatusCode;
use domain::Fen;
use i18n::{Arg, Script, format, text_with};
use services::seed::DEMO_PASSWORD;

use crate::{
    mover::{COMMIT, UNDO, opens, paid, presses},
    support::Page,
    town::Town,
};

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
    assert_eq!(
        page.text.matches("客人来电").count(),
        3,
        "both in the timeline, the change in its own too: {}",
        page.text
    );
    let page = customer.guest.get(&format!("/zh-hans/bookings/{number}")).await;
    assert!(!page.text.contains("客人来电"), "what staff wrote is for staff");
}
