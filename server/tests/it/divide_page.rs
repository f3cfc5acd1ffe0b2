//! Changing only a part without script (B10): the form, where it leads, and the money of the part at the provider.

use axum::http::StatusCode;
use domain::booking::Number;
use i18n::{Script, text};
use services::{
    booking::{self, Agreed},
    payment, staff,
};

use crate::{
    mover::paid_for,
    town::{Customer, Town},
};

/// A page of the customer's, with all of these texts up to their first value.
async fn reads(customer: &mut Customer, path: &str, ids: &[&str]) -> String {
    let page = customer.guest.get(path).await;
    assert!(page.status.is_success() && !page.text.contains('⟦'), "{path}: {}", page.text);
    for id in ids {
        let words = text(if path.starts_with("/zh-hant") { Script::Hant } else { Script::Hans }, id);
        let begin = words.split('{').next().unwrap_or_default();
        assert!(page.text.contains(begin), "{id}: {words} is not in {}", page.text);
    }
    page.text
}

/// The value of a field.
fn value_of(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\"")).nth(1).expect("the field");
    field.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("its value").to_owned()
}

#[tokio::test]
async fn a_part_is_divided_without_script_and_its_money_goes_back_by_the_payment_that_came() {
    let town = Town::open().await;
    let mut customer = paid_for(&town, 3, 3).await;
    let number = customer.number.to_string();
    let at = |page: &str| format!("/zh-hant/bookings/{number}{page}");
    reads(&mut customer, &at("/change"), &["divide-link"]).await;
    reads(&mut customer, &at("/divide"), &["divide-title", "divide-heads"]).await;
    let page = reads(&mut customer, &at("/divide?cut=units&units=3"), &["form-faults", "fault-too-many"]).await;
    assert!(
        page.contains("value=\"3\"") && !page.contains("name=\"version\""),
        "what was typed stays; nothing to agree to"
    );
    let back = at("/divide?cut=units&units=1");
    let page = reads(&mut customer, &back, &["divide-goes", "divide-stays", "divide-note", "divide-note-units"]).await;
    let third = i18n::format::money(town.receipt(&customer).await.paid.0 / 3);
    assert!(page.contains(&third), "{third} goes");
    let (version, floor) = (value_of(&page, "version"), value_of(&page, "floor"));
    let fields = |units| {
        [
            ("number", number.as_str()),
            ("version", &version),
            ("floor", &floor),
            ("key", &version),
            ("cut", "units"),
            ("units", units),
            ("back", &back),
        ]
    };

    let refused = customer.guest.submit(&back, "/api/change/divide", &fields("3")).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER, "{}", refused.text);
    let page = reads(&mut customer, refused.location(), &["form-faults", "fault-too-many"]).await;
    assert_eq!(value_of(&page, "units"), "3", "what was sent stays");

    assert_eq!(town.receipt(&customer).await.paid.0 % 3, 0);
    let done = customer.guest.submit(&back, "/api/change/divide", &fields("1")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let part: Number = done.location().split('/').nth(3).unwrap().parse().unwrap();
    assert_eq!(done.location(), format!("/zh-hant/bookings/{part}/change?apart=1"));
    let again = customer.guest.submit(&back, "/api/change/divide", &fields("1")).await;
    assert_eq!(again.location(), done.location(), "a second click");
    let stale = customer.guest.submit(&back, "/api/change/divide", &fields("2")).await;
    reads(&mut customer, stale.location(), &["rule-changed"]).await;
    reads(&mut customer, done.location(), &["divided-title", "divided-text"]).await;
    let whole = reads(&mut customer, &at(""), &["kin-parts"]).await;
    assert!(whole.contains(&format!("/zh-hant/bookings/{part}\"")));
    let own = reads(&mut customer, &format!("/zh-hant/bookings/{part}"), &["kin-whole", "event-divided-from"]).await;
    assert!(own.contains(&at("\"")));
    town.books_agree().await;

    let cx = &town.house.site.cx;
    let paid = town.receipt(&customer).await.paid;
    let quote = booking::cancel_quote(cx, &customer.asker, &part).await.unwrap();
    assert_eq!(quote.total.0 * 2, paid.0);
    let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: None };
    booking::cancel(cx, &customer.asker, &part, agreed, "").await.unwrap();
    released(&town, &customer, &part).await;
    payment::give_back(cx).await.unwrap();
    town.told().await;
    assert_eq!(town.provider.state().await["refunded_fen"].as_i64(), Some(quote.refund.0));
    town.books_agree().await;
}

/// A supervisor checks what goes back, finance releases it.
async fn released(town: &Town, customer: &Customer, part: &Number) {
    let cx = &town.house.site.cx;
    let refunds = payment::receipt(cx, &customer.asker, Script::Hans, part).await.unwrap().refunds;
    for (login, role) in [("wang", domain::desk::Role::Supervisor), ("sun", domain::desk::Role::Finance)] {
        staff::add(cx, &format!("{login}.divides"), "钱", role, "pears in autumn").await.unwrap();
        let (_, session) = services::session::start(cx).await.unwrap();
        let form = domain::membership::SignInForm {
            login: format!("{login}.divides"),
            password: "pears in autumn".to_owned(),
            next: String::new(),
        };
        let signed_in = staff::sign_in(cx, &session, "192.0.2.7", &form).await.unwrap().staff;
        for refund in &refunds {
            if role == domain::desk::Role::Supervisor {
                payment::check(cx, &signed_in, &refund.number).await.unwrap();
            } else {
                payment::release(cx, &signed_in, &refund.number).await.unwrap();
            }
        }
    }
}
