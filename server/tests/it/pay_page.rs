//! What a customer reads of each outcome of his payment, in both scripts (B8).

use chrono::TimeDelta;
use domain::{
    desk::Role,
    payment::{PaymentStatus, Reason, ReceiptForm, Resolution},
};
use i18n::{Script, format, text};
use serde_json::json;
use services::{Clock, Staff, SystemClock, payment, session, staff};

use crate::town::{Customer, Town, confirmed};

/// The customer reads these texts, the beginning of each up to its first value, in both scripts.
async fn reads(customer: &mut Customer, ids: &[&str]) {
    for script in [Script::Hans, Script::Hant] {
        let page = customer.pay_page(script).await;
        for id in ids {
            let (words, page) = (text(script, id), &page.text);
            let begin = words.split('{').next().unwrap_or_default();
            assert!(!begin.is_empty() && page.contains(begin), "{id}: {words} is not in {page}");
        }
    }
}

/// The customer does not read this one.
async fn does_not_read(customer: &mut Customer, id: &str) {
    for script in [Script::Hans, Script::Hant] {
        assert!(!customer.pay_page(script).await.text.contains(&text(script, id)), "{id}");
    }
}

/// Somebody of finance.
async fn finance(town: &Town) -> Staff {
    let cx = &town.house.site.cx;
    staff::add(cx, "qian.finance", "钱", Role::Finance, "pears in autumn").await.unwrap();
    let (_, session) = session::start(cx).await.unwrap();
    let form = domain::membership::SignInForm {
        login: "qian.finance".to_owned(),
        password: "pears in autumn".to_owned(),
        next: String::new(),
    };
    staff::sign_in(cx, &session, "192.0.2.7", &form).await.unwrap().staff
}

/// Pays in a mode of the provider and waits for what comes of it.
async fn pays(town: &Town, customer: &Customer, mode: &str, becomes: PaymentStatus) -> String {
    let number = town.starts(customer).await;
    town.provider.act(&number, json!({ "act": "pay", "mode": mode })).await;
    town.until(customer, |receipt| receipt.payments.last().unwrap().status == becomes).await;
    number
}

#[tokio::test]
async fn who_was_declined_or_gave_up_may_try_again() {
    let town = Town::open().await;
    let mut customer = town.customer("13800138000").await;
    pays(&town, &customer, "decline", PaymentStatus::Declined).await;
    reads(&mut customer, &["pay-declined-title", "pay-declined-text", "pay-how-counter"]).await;
    let number = town.starts(&customer).await;
    town.provider.act(&number, json!({ "act": "close" })).await;
    payment::refresh(&town.house.site.cx, &customer.asker, &customer.number).await.unwrap();
    reads(&mut customer, &["pay-abandoned-title", "pay-abandoned-text", "pay-how-counter"]).await;
}

#[tokio::test]
async fn who_paid_another_amount_or_currency_is_told_what_becomes_of_it() {
    let town = Town::open().await;
    let (mut customer, sun) = (town.customer("13800138000").await, finance(&town).await);
    for (mode, told, sum) in
        [("wrong_amount", "pay-unfit-text", None), ("wrong_currency", "pay-foreign-text", Some("USD"))]
    {
        let number = pays(&town, &customer, mode, PaymentStatus::Stuck).await;
        reads(&mut customer, &["pay-stuck-title"]).await;
        does_not_read(&mut customer, "pay-to").await;
        let cx = &town.house.site.cx;
        payment::resolve(cx, &sun, &number, Resolution::Return, "another sum").await.unwrap();
        let refund = town.receipt(&customer).await.refunds.last().cloned().unwrap();
        reads(&mut customer, &["pay-returned-title", "pay-how-counter"]).await;
        for script in [Script::Hans, Script::Hant] {
            let page = customer.pay_page(script).await.text;
            let total = format::money_in(&refund.currency, refund.amount.0);
            let args = [("total", i18n::Arg::from(total)), ("arrival", i18n::Arg::from(""))];
            let words = i18n::text_with(script, told, &args);
            let begin = words.split('，').next().unwrap_or_default();
            assert!(page.contains(begin) && sum.is_none_or(|sum| begin.contains(sum)), "{begin} is not in {page}");
        }
    }
    town.is_ahead(TimeDelta::hours(2));
    reads(&mut customer, &["pay-expired-title", "pay-expired-text", "pay-search-again"]).await;
    let refunds = town.receipt(&customer).await.refunds;
    let page = customer.pay_page(Script::Hans).await.text;
    for refund in refunds {
        let said = format!("您付的 {} 会原路退回", format::money_in(&refund.currency, refund.amount.0));
        assert!(page.contains(&said), "{said}");
    }
}

#[tokio::test]
async fn who_paid_twice_or_too_much_is_confirmed_and_told_what_goes_back() {
    let town = Town::open().await;
    let (mut customer, sun) = (town.customer("13800138000").await, finance(&town).await);
    let number = town.starts(&customer).await;
    let total = town.receipt(&customer).await.booking.total;
    let form = |customer: &Customer, yuan: i64| ReceiptForm {
        number: customer.number.to_string(),
        way: "transfer".to_owned(),
        amount: yuan.to_string(),
        slip: format!("T-{yuan}"),
    };
    let cx = &town.house.site.cx;
    payment::record(cx, &sun, "k", &form(&customer, total.0 / 100)).await.unwrap();
    assert!(confirmed(&town.receipt(&customer).await));
    reads(&mut customer, &["pay-paid-title"]).await;
    payment::record(cx, &sun, "k2", &form(&customer, total.0 / 100)).await.unwrap();
    assert_eq!(town.receipt(&customer).await.refunds[0].reason, Reason::Twice, "{number}");
    reads(&mut customer, &["pay-paid-title", "see-booking"]).await;
    let page = customer.pay_page(Script::Hant).await.text;
    assert!(page.contains(&format!("您重複付了款，多付的 {} 會", format::money(total.0))), "{page}");

    let mut generous = town.customer("13800138001").await;
    let total = town.receipt(&generous).await.booking.total;
    payment::record(cx, &sun, "k3", &form(&generous, total.0 / 100 + 7)).await.unwrap();
    let stuck = town.receipt(&generous).await.payments[0].number.clone();
    payment::resolve(cx, &sun, &stuck, Resolution::Accept, "seven too much").await.unwrap();
    reads(&mut generous, &["pay-paid-title"]).await;
    let page = generous.pay_page(Script::Hans).await.text;
    assert!(page.contains("您多付了 ¥7"), "{page}");
}

#[tokio::test]
async fn who_paid_late_is_confirmed_where_seats_are_free_and_else_told_that_it_goes_back() {
    let town = Town::open().await;
    for (gone, told) in [
        (false, ["pay-paid-title", "pay-retaken-text", "see-booking"]),
        (true, ["pay-returned-title", "pay-returned-text", "pay-search-again"]),
    ] {
        town.is_ahead(TimeDelta::zero());
        let departure = town.departure(1).await;
        let mut customer = town.books("13800138000", &departure, 1).await;
        let number = town.starts(&customer).await;
        let until = town.receipt(&customer).await.hold_until.unwrap();
        town.provider.act(&number, json!({ "act": "pay", "mode": "lose" })).await;
        town.is_ahead(until - SystemClock.now() + TimeDelta::seconds(2));
        if gone {
            town.books("13800138001", &departure, departure.free).await;
        }
        payment::refresh(&town.house.site.cx, &customer.asker, &customer.number).await.unwrap();
        reads(&mut customer, &told).await;
    }
}

#[tokio::test]
async fn who_did_not_pay_in_time_may_book_anew() {
    let town = Town::open().await;
    let mut customer = town.customer("13800138000").await;
    town.is_ahead(TimeDelta::hours(2));
    reads(&mut customer, &["pay-expired-title", "pay-expired-text", "pay-search-again"]).await;
    does_not_read(&mut customer, "pay-other").await;
}
