//! A refusal leads to a person who knows what it is about (X5): the button carries its code, the form and the desk have its words.

use axum::http::StatusCode;
use i18n::{Script, text};
use services::seed::DEMO_PASSWORD;

use crate::{
    support::{Guest, Page},
    town::{Customer, Town},
};

/// Codes with the texts that word them.
const TOLD: [(&str, &str); 7] = [
    ("too-late", "about-too-late"),
    ("refund-now", "about-refund-now"),
    ("full-few", "about-full-few"),
    ("full-sold", "rule-full-sold"),
    ("fault-too-many", "about-fault-too-many"),
    ("fault-voucher-over", "about-fault-voucher-over"),
    ("fault-not-sold", "about-fault-not-sold"),
];

async fn form(guest: &mut Guest, script: Script, booking: &str, code: &str) -> Page {
    guest.get(&format!("/{script}/inquiries/new?booking={booking}&code={code}")).await
}

/// Sends a form of a page and opens the page to which it comes back.
async fn refused(customer: &mut Customer, page: &str, action: &str, fields: &[(&str, &str)]) -> Page {
    let from = format!("/zh-hans/bookings/{}{page}", customer.number);
    let sent = customer.guest.submit(&from, action, &[fields, &[("back", &from)]].concat()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    assert!(sent.location().contains("retry="), "{}", sent.location());
    customer.guest.get(sent.location()).await
}

/// The page has a button that asks a person about the booking, with that code.
fn leads(page: &Page, number: &str, code: &str) -> bool {
    page.text.contains(&format!("/zh-hans/inquiries/new?booking={number}&amp;code={code}\""))
}

#[tokio::test]
async fn the_form_and_the_desk_know_every_refusal_and_name_nothing_that_they_do_not_know() {
    let town = Town::open().await;
    let mut customer = town.customer("13800138000").await;
    let number = customer.number.to_string();
    let mut desk = town.house.guest();
    let entered = desk.call("/api/desk/sign-in", &[("login", "chen.service"), ("password", DEMO_PASSWORD)]).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
    for (code, id) in TOLD {
        for script in [Script::Hans, Script::Hant] {
            for guest in [&mut customer.guest, &mut town.house.guest()] {
                let page = form(guest, script, &number, code).await;
                assert!(page.text.contains(&text(script, id)), "{code}: {}", page.text);
                assert!(page.text.contains(&format!("name=\"code\" value=\"{code}\"")), "{code}: {}", page.text);
            }
        }
        let words = format!("还能办吗？{code}");
        let asked = [("text", words.as_str()), ("name", "赵敏"), ("phone", "13800138000"), ("booking", &number)];
        let sent = [&asked[..], &[("code", code), ("offered", "1")]].concat();
        let asked = customer.guest.call("/api/inquiry/ask", &sent).await;
        let case = asked.json()["id"].as_str().unwrap_or_else(|| panic!("{}", asked.text)).to_owned();
        for script in [Script::Hans, Script::Hant] {
            let seen = desk.get(&format!("/{script}/desk/inquiries/{case}")).await;
            assert!(seen.text.contains(&text(script, id)) && !seen.text.contains("{$"), "{code}: {}", seen.text);
        }
    }
    for made_up in ["no-such-rule", "fault-at", "over-since"] {
        let page = form(&mut customer.guest, Script::Hans, &number, made_up).await;
        assert!(!page.text.contains(&text(Script::Hans, "ask-refusal")), "{made_up}: {}", page.text);
    }
}

#[tokio::test]
async fn a_refused_field_of_a_booking_leads_to_a_person() {
    let town = Town::open().await;
    let mut customer = town.customer("13800138000").await;
    let number = customer.number.to_string();
    let fields = [("number", number.as_str()), ("voucher", "YV-7K3M-92QF")];
    let page = refused(&mut customer, "/pay", "/api/voucher/apply", &fields).await;
    assert!(leads(&page, &number, "fault-no-voucher"), "{}", page.text);
    let long = "改".repeat(300);
    let quote = customer.guest.read(&format!("/api/change/cancel-quote?number={number}")).await.json();
    let (version, refund) = (quote["version"].to_string(), quote["refund"].to_string());
    let fields = [("number", number.as_str()), ("version", &version), ("refund", &refund), ("why", &long)];
    let page = refused(&mut customer, "/cancel", "/api/change/cancel", &fields).await;
    assert!(leads(&page, &number, "fault-too-long"), "{}", page.text);
    let page = customer.guest.get(&format!("/zh-hans/bookings/{number}/change?heads=10000&day=2020-01-01")).await;
    assert!(leads(&page, &number, "fault-past") || leads(&page, &number, "fault-too-many"), "{}", page.text);

    let found = [("number", ""), ("phone", ""), ("back", "/zh-hans/bookings/find")];
    let sent = customer.guest.submit("/zh-hans/bookings/find", "/api/booking/find", &found).await;
    let page = customer.guest.get(sent.location()).await;
    assert!(!page.text.contains("code=fault-"), "who has not typed a number needs nobody: {}", page.text);
}

#[tokio::test]
async fn a_booking_that_is_over_says_since_when_and_leads_to_a_person() {
    let town = Town::open().await;
    let mut customer = town.customer("13800138000").await;
    let number = customer.number.to_string();
    let quote = customer.guest.read(&format!("/api/change/cancel-quote?number={number}")).await.json();
    let (version, refund) = (quote["version"].to_string(), quote["refund"].to_string());
    let fields = [("number", number.as_str()), ("version", &version), ("refund", &refund)];
    let done = customer.guest.call("/api/change/cancel", &fields).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    for page in ["change", "cancel"] {
        let page = customer.guest.get(&format!("/zh-hans/bookings/{number}/{page}")).await;
        assert!(leads(&page, &number, "over"), "{}", page.text);
        let words = text(Script::Hans, "rule-over-since");
        let (before, after) = words.split_once("{$time}").unwrap_or_else(|| panic!("{words}"));
        let said = page.text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
        assert!(said.is_some_and(|(time, _)| time.contains(':')), "{}", page.text);
    }
}
