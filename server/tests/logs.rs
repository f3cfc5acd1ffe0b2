//! No line of the log holds a person's data, whatever happens and however much is logged.
//!
//! One test alone in its process: there is one log.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that cannot do its work fails the test")]

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
};

use axum::http::StatusCode;
use services::{job, seed};

use seller::{filled_in, with};
use support::{Guest, House};

#[path = "it/seller/mod.rs"]
#[allow(dead_code, reason = "a part of the vocabulary is used here")]
mod seller;
#[path = "it/support/mod.rs"]
#[allow(dead_code, reason = "a part of the vocabulary is used here")]
mod support;

const NAME: &str = "欧阳锋芒";
const PHONE: &str = "13912345670";
const EMAIL: &str = "ouyang.fengmang@example.com";
const ID: &str = "11010519491231002X";
const REMARKS: &str = "对榴莲与枇杷过敏";
const PASSWORD: &str = "geheim-wort-4711";
const SLIP: &str = "SLIP-4711-0815";

/// None of them may be in the log, in whole or in the part by which a person is known.
const PERSONAL: [&str; 9] =
    [NAME, PHONE, "ouyang", "1949123100", "榴莲", PASSWORD, SLIP, "%E6%AC%A7%E9%98%B3", "\\u{6b27}\\u{9633}"];

/// Where the log goes.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// From now on everything is logged here, down to the last detail.
    fn begin() -> Self {
        let log = Self::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

/// Lines that hold a person's data.
fn indiscretions(log: &str) -> Vec<&str> {
    log.lines().filter(|line| PERSONAL.iter().any(|personal| line.contains(personal))).collect()
}

/// Registers, signs in rightly and wrongly.
async fn has_an_account(guest: &mut Guest) {
    let fields = [("name", NAME), ("login", EMAIL), ("password", PASSWORD), ("again", PASSWORD), ("consent", "on")];
    let page = guest.submit("/zh-hans/register", "/api/membership/register", &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    guest.submit("/zh-hans/register", "/api/membership/register", &fields).await;
    guest.call("/api/membership/save-preferences", &[("preferences", REMARKS)]).await;
    guest.call("/api/membership/sign-out", &[]).await;
    for password in [PASSWORD, "geheim-wort-4711-x", ""] {
        let fields = [("login", EMAIL), ("password", password)];
        guest.submit("/zh-hans/login", "/api/membership/sign-in", &fields).await;
    }
}

/// Books, finds it again, errs in every form; gives the booking's number.
async fn books(house: &House, guest: &mut Guest) -> String {
    let fields = filled_in(house, NAME).await;
    let personal = [("phone", PHONE), ("email", EMAIL), ("id_number", ID), ("remarks", REMARKS)];
    let mut wrong = with(&fields, &personal);
    wrong.retain(|(name, _)| *name != "at");
    guest.submit("/zh-hans/book/x", "/api/booking/check", &wrong).await;
    let checked = guest.call("/api/booking/check", &with(&fields, &personal)).await;
    let draft = checked.json()["id"].as_str().unwrap_or_else(|| panic!("{}", checked.text)).to_owned();
    let placed = guest.call("/api/booking/place", &[("draft", &draft), ("way", "transfer")]).await;
    let number = placed.json()["id"].as_str().unwrap_or_else(|| panic!("{}", placed.text)).to_owned();
    let mut elsewhere = house.guest();
    for phone in [PHONE, "13912345670x", "139 1234 5670", "13800138000"] {
        let fields = [("number", number.as_str()), ("phone", phone)];
        elsewhere.submit("/zh-hans/bookings/find", "/api/booking/find", &fields).await;
    }
    for path in [format!("bookings/{number}"), "bookings".to_owned(), format!("stays?q={PHONE}&city={NAME}")] {
        let path: String = encoded(&path);
        guest.get(&format!("/zh-hans/{path}")).await;
    }
    number
}

/// Percent-encodes what an address cannot hold.
fn encoded(path: &str) -> String {
    path.replace(NAME, "%E6%AC%A7%E9%98%B3%E9%94%8B%E8%8A%92")
}

/// Looks for the customer at the desk and writes down his money.
async fn at_the_desk(house: &House, number: &str) {
    let mut wang = house.guest();
    wang.call("/api/desk/sign-in", &[("login", "wang.supervisor"), ("password", seed::DEMO_PASSWORD)]).await;
    for words in [NAME, PHONE, EMAIL] {
        let page = wang.submit("/zh-hans/desk", "/api/desk/search", &[("q", words), ("day", "")]).await;
        wang.get(page.location()).await;
    }
    wang.get(&format!("/zh-hans/desk/bookings/{number}")).await;
    for amount in ["x", "1"] {
        let fields = [("number", number), ("way", "transfer"), ("amount", amount), ("slip", SLIP), ("key", amount)];
        wang.call("/api/desk/record-payment", &fields).await;
    }
}

#[tokio::test]
async fn no_line_holds_a_persons_data() {
    let log = Log::begin();
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    let mut guest = house.guest();
    has_an_account(&mut guest).await;
    let number = books(&house, &mut guest).await;
    at_the_desk(&house, &number).await;
    job::run_due(&house.site.cx, "worker").await.unwrap();
    // A fault of ours is logged with its source, and still without what was typed.
    let broken = House::unmigrated(&[]).await;
    has_an_account_in_ruins(&mut broken.guest()).await;

    let text = log.text();
    assert!(text.contains("answered") && text.contains("a service failed"), "it is the log: {} bytes", text.len());
    let found = indiscretions(&text);
    assert!(found.is_empty(), "{} lines:\n{}", found.len(), found.join("\n"));

    tracing::trace!(phone = PHONE, "planted");
    assert_eq!(indiscretions(&log.text()).len(), 1, "what is logged is seen");
}

async fn has_an_account_in_ruins(guest: &mut Guest) {
    let fields = [("name", NAME), ("login", PHONE), ("password", PASSWORD), ("again", PASSWORD), ("consent", "on")];
    let page = guest.submit("/zh-hans/register", "/api/membership/register", &fields).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
}
