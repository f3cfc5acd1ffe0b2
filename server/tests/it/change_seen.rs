//! What customers and staff see of a change (B10, B12): both prices, what makes the fee, and one complete line when it is done.

use chrono::{Days, NaiveDate};
use domain::{Fen, change::FeeCause};
use i18n::{Arg, Script, format::money, text, text_with};
use serde_json::Value;
use services::{booking, seed::DEMO_PASSWORD};

use crate::{
    mover::paid_for,
    support::Guest,
    town::{Customer, Town},
};

/// What the page of the change has, for a query that follows the number.
async fn look(customer: &mut Customer, query: &str) -> Value {
    let path = format!("/api/change/look?number={}{query}", customer.number);
    customer.guest.read(&path).await.json()
}

/// The query that asks for two seats instead.
async fn fewer(customer: &mut Customer) -> String {
    let look = look(customer, "").await;
    let value = |name: &str| look["typed"]["fields"][name].as_str().unwrap().to_owned();
    format!("&day={}&at={}&heads=2", value("day"), value("at"))
}

/// A page in both scripts.
async fn both(guest: &mut Guest, path: &str) -> [(Script, String); 2] {
    let mut pages = Vec::new();
    for script in [Script::Hans, Script::Hant] {
        let page = guest.get(&format!("/{script}{path}")).await;
        assert!(page.status.is_success() && !page.text.contains('⟦'), "{path}: {}", page.text);
        pages.push((script, page.text));
    }
    pages.try_into().unwrap()
}

/// The value that a list of keys and values has for a key.
fn value_of<'a>(page: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!(">{key}</dt>"))?;
    let (_, value) = rest.split_once("<dd")?.1.split_once('>')?;
    Some(value.split_once('<')?.0)
}

fn words(script: Script, id: &str, name: &'static str, value: impl Into<Arg>) -> String {
    text_with(script, id, &[(name, value.into())])
}

#[tokio::test]
async fn a_quote_names_both_prices_and_says_what_makes_the_fee() {
    let town = Town::open().await;
    let mut customer = paid_for(&town, 3, 3).await;
    let total = town.receipt(&customer).await.paid;
    let query = fewer(&mut customer).await;
    let quoted = look(&mut customer, &query).await["quoted"].clone();
    let fee = quoted["fee"].as_i64().unwrap();
    assert!(fee > 0, "{quoted}");
    let cause: FeeCause = serde_json::from_value(quoted["fee_cause"].clone()).unwrap();
    let path = format!("/bookings/{}/change?{query}", customer.number);
    for (script, page) in both(&mut customer.guest, &path).await {
        let (before, _) = page.split_once("/api/change/commit").unwrap_or_else(|| panic!("{page}"));
        let price = |id: &str| value_of(before, &text(script, id)).map(str::to_owned);
        assert_eq!(price("change-old-total"), Some(money(total.0)), "{page}");
        assert_eq!(price("change-new-total"), Some(money(total.0 / 3 * 2)), "{page}");
        let why = match cause {
            FeeCause::Share(percent) => words(script, "change-fee-share", "percent", percent),
            FeeCause::Minimum => text(script, "change-fee-minimum"),
            FeeCause::Floor => panic!("nothing was moved: {quoted}"),
        };
        assert!(before.contains(&why) && before.contains(&money(fee)), "{why}, {fee}: {page}");
        let floor = text(script, "change-floor");
        let at_least = floor.split(['，', '{']).nth(1).unwrap();
        assert!(!page.contains(at_least), "nothing is moved: {at_least}, {page}");
    }
}

#[tokio::test]
async fn a_move_says_what_a_cancellation_will_cost_at_least() {
    let town = Town::open().await;
    let mut customer = paid_for(&town, 3, 3).await;
    let booked: NaiveDate = look(&mut customer, "").await["typed"]["fields"]["day"].as_str().unwrap().parse().unwrap();
    let mut found = None;
    for ahead in 1..7 {
        let day = booked + Days::new(ahead);
        let slots = look(&mut customer, &format!("&day={day}&heads=3")).await["slots"].clone();
        let free = slots.as_array().unwrap().iter().find(|slot| slot["shortage"].is_null());
        found = found.or(free.map(|slot| (day, slot["at"].as_str().unwrap()[..5].to_owned())));
    }
    let (day, at) = found.expect("a free departure");
    let query = format!("&day={day}&at={at}&heads=3");
    let quoted = look(&mut customer, &query).await["quoted"].clone();
    let floor = quoted["floor"].as_i64().unwrap_or_else(|| panic!("{quoted}"));
    assert!(floor > 0, "{quoted}");
    let path = format!("/bookings/{}/change?{query}", customer.number);
    for (script, page) in both(&mut customer.guest, &path).await {
        let said = words(script, "change-floor", "fee", money(floor));
        assert!(page.contains(&said), "{said}: {page}");
    }
}

#[tokio::test]
async fn a_change_is_one_line_with_from_to_money_who_and_for_staff_why() {
    let town = Town::open().await;
    let mut customer = paid_for(&town, 3, 3).await;
    let number = customer.number.to_string();
    let mut lin = town.house.guest();
    lin.call("/api/desk/sign-in", &[("login", "lin.agent"), ("password", DEMO_PASSWORD)]).await;
    let query = fewer(&mut customer).await;
    let page = lin.get(&format!("/zh-hans/desk/bookings/{number}/change?{query}")).await.text;
    let quote = page.split("name=\"quote\"").nth(1).and_then(|rest| rest.split('"').nth(1));
    let quote = quote.unwrap_or_else(|| panic!("{page}"));
    let fields = [("number", number.as_str()), ("quote", quote), ("why", "客人来电"), ("desk", "1")];
    let done = lin.call("/api/change/commit", &fields).await;
    assert!(done.status.is_success(), "{}", done.text);

    let cx = &town.house.site.cx;
    let changed = booking::show(cx, &customer.asker, Script::Hans, &customer.number).await.unwrap().changes;
    let (back, fee) = (Fen::ZERO - changed[0].difference, changed[0].fee);
    let told = |script: Script| {
        let fromto = [("from", Arg::from("3")), ("to", Arg::from("2"))];
        let what = [("what", Arg::from(text(script, "search-passengers")))];
        let line = text_with(script, "change-line", &[what.as_slice(), &fromto].concat());
        let back = words(script, "change-refunded", "total", money(back.0));
        let fee = words(script, "change-fee-kept", "fee", money(fee.0));
        (format!("{line} · {back} · {fee} · {}", text(script, "actor-staff")), back)
    };
    for (script, page) in both(&mut lin, &format!("/desk/bookings/{number}")).await {
        let (line, back) = told(script);
        let (_, rest) = page.split_once(&format!("{line} · ")).unwrap_or_else(|| panic!("{line}: {page}"));
        let (name, _) = rest.split_once(" · 客人来电<").unwrap_or_else(|| panic!("{page}"));
        assert!(!name.contains('<'), "{name}");
        let event = format!("{} · {name} · {back} · 客人来电<", text(script, "actor-staff"));
        assert!(page.contains(&event), "{event}: {page}");
    }
    for (script, page) in both(&mut customer.guest, &format!("/bookings/{number}")).await {
        let (line, _) = told(script);
        assert!(page.contains(&format!("{line}<")), "{line}: {page}");
        assert!(!page.contains("客人来电"), "what staff wrote is for staff");
    }
}
