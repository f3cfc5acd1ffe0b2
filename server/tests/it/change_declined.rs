//! The difference of a change is declined at the provider: nothing is lost, and it can be paid again while both are held (B8, B10).

use chrono::TimeDelta;
use domain::{Fen, Rule, job::Job, payment::PaymentStatus};
use i18n::{Script, text};
use serde_json::json;
use services::{Clock as _, Error, SystemClock, job, payment};

use crate::{
    mover::{COMMIT, opens, paid, presses},
    town::{Customer, Town},
};

/// What a text says around whatever it is filled in with.
fn around(words: &str) -> impl Iterator<Item = &str> {
    words.split('{').filter_map(|piece| piece.rsplit('}').next())
}

/// The customer reads these texts on the page where he pays, in both scripts.
async fn reads(customer: &mut Customer, ids: &[&str]) {
    for script in [Script::Hans, Script::Hant] {
        let page = customer.pay_page(script).await.text;
        for id in ids {
            let words = text(script, id);
            assert!(around(&words).all(|piece| page.contains(piece)), "{id}: {words} is not in {page}");
        }
    }
}

/// He wants a third seat; what it costs more waits to be paid.
async fn opened(customer: &mut Customer) {
    let page = opens(customer, 3).await;
    let (action, names) = COMMIT;
    let sent = presses(&mut customer.guest, &page, action, &names).await;
    assert!(sent.location().ends_with("/pay"), "{}", sent.location());
}

/// Somebody with two seats who wants a third one, and whose payment for it is declined.
async fn declined(town: &Town) -> (Customer, Fen) {
    let mut customer = paid(town).await;
    opened(&mut customer).await;
    let due = town.receipt(&customer).await.due;
    let order = town.starts(&customer).await;
    town.provider.act(&order, json!({ "act": "decline" })).await;
    let receipt = town.until(&customer, |of| of.payments.last().unwrap().status == PaymentStatus::Declined).await;
    assert_eq!((receipt.change.map(|open| open.difference), receipt.due), (Some(due), due), "it waits as before");
    reads(&mut customer, &["change-open-title", "pay-declined-title", "pay-online-go", "voucher-change-hint"]).await;
    (customer, due)
}

#[tokio::test]
async fn a_voucher_is_laid_aside_for_a_difference_and_the_rest_is_paid() {
    let town = Town::open().await;
    let (mut customer, due) = declined(&town).await;
    let given = format!(
        "INSERT INTO voucher (number, kind, worth_fen, booking_id, phone, made_at, expires_at) \
         SELECT 'YQ1A2B3C4D5E6F', 'balance', 1000, id, phone, 0, 9000000000000000 FROM booking WHERE number = '{}'",
        customer.number
    );
    assert_eq!(town.house.writes(&given).await, 1);
    let (number, back) = (customer.number.to_string(), format!("/zh-hans/bookings/{}/pay", customer.number));
    let fields = [("number", number.as_str()), ("voucher", "YQ-1A2B-3C4D-5E6F"), ("back", &back)];
    let sent = customer.guest.submit(&back, "/api/voucher/apply", &fields).await;
    assert_eq!(sent.location(), back, "{}", sent.text);
    let before = town.receipt(&customer).await;
    assert_eq!(before.due, due - Fen(1_000));
    reads(&mut customer, &["voucher-aside", "voucher-aside-change-text", "change-open-title"]).await;
    let order = town.starts(&customer).await;
    town.provider.act(&order, json!({ "act": "pay" })).await;
    let receipt = town.until(&customer, |of| of.change.is_none()).await;
    assert_eq!((receipt.booking.units, receipt.paid, receipt.due), (3, before.paid + due, Fen::ZERO));
}

#[tokio::test]
async fn a_difference_that_was_declined_is_paid_at_the_second_attempt() {
    let town = Town::open().await;
    let (mut customer, due) = declined(&town).await;
    let before = town.receipt(&customer).await;
    let order = town.starts(&customer).await;
    town.provider.act(&order, json!({ "act": "pay" })).await;
    let receipt = town.until(&customer, |of| of.change.is_none()).await;
    assert_eq!((receipt.booking.units, receipt.paid, receipt.due), (3, before.paid + due, Fen::ZERO));
    reads(&mut customer, &["pay-paid-title"]).await;
    town.books_agree().await;
}

#[tokio::test]
async fn a_difference_that_was_declined_and_is_not_paid_in_time_leaves_the_booking_as_it_was() {
    let town = Town::open().await;
    let (mut customer, _) = declined(&town).await;
    let cx = &town.house.site.cx;
    let until = town.receipt(&customer).await.change.unwrap().until;
    town.is_ahead(until - SystemClock.now() + TimeDelta::seconds(2));
    for swept in [false, true] {
        if swept {
            job::run_now(cx, "worker", Some(Job::Holds)).await.unwrap();
        }
        let receipt = town.receipt(&customer).await;
        assert!(receipt.change.is_none() && receipt.due == Fen::ZERO, "{receipt:?}");
        assert_eq!((receipt.booking.units, receipt.refunds.len()), (2, 0));
        reads(&mut customer, &["pay-paid-title"]).await;
        let late = payment::start(cx, &customer.asker, &customer.number).await;
        assert!(matches!(late, Err(Error::Refused(Rule::NothingDue))), "{late:?}");
    }
    town.books_agree().await;
    opened(&mut customer).await;
    reads(&mut customer, &["change-open-title", "pay-online-go"]).await;
    let anew = customer.pay_page(Script::Hans).await.text;
    let declined = text(Script::Hans, "pay-declined-title");
    assert!(!anew.contains(&declined), "what was declined was the difference of another change: {anew}");
}

#[tokio::test]
async fn a_difference_that_comes_in_the_wrong_amount_is_told_where_the_change_waits_and_is_not_asked_for_again() {
    let town = Town::open().await;
    let mut customer = paid(&town).await;
    opened(&mut customer).await;
    let booking = format!("/bookings/{}", customer.number);
    let pay = format!("{booking}/pay\"");
    let page = customer.guest.get(&format!("/zh-hans{booking}")).await.text;
    assert!(page.contains(&pay), "{page}");
    let order = town.starts(&customer).await;
    town.provider.act(&order, json!({ "act": "pay", "mode": "wrong_amount" })).await;
    let receipt = town.until(&customer, |of| of.payments.last().unwrap().status == PaymentStatus::Stuck).await;
    assert!(receipt.change.is_some(), "{receipt:?}");
    for script in [Script::Hans, Script::Hant] {
        let page = customer.guest.get(&format!("/{script}{booking}")).await.text;
        let stuck = text(script, "pay-stuck-text");
        assert!(around(&stuck).all(|piece| page.contains(piece)), "{stuck} is not in {page}");
        assert!(page.contains(&text(script, "change-undo")) && !page.contains(&pay), "{page}");
    }
    reads(&mut customer, &["change-open-title", "pay-stuck-title"]).await;
}
