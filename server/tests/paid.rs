//! The whole way of a payment: booked at the site, paid at the sandbox, told to the site, over real sockets.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that cannot do its work fails the test")]

mod provider;
mod support;

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use domain::{
    booking::{Number, Status},
    payment::{PaymentStatus, Receipt},
};
use i18n::Script;
use provider::Provider;
use serde_json::{Value, json};
use services::{Asker, check, payment, seed, session};
use support::House;
use tokio::net::TcpListener;

/// Nothing that is waited for takes longer.
const DEADLINE: Duration = Duration::from_secs(20);

/// The site on a socket, with demo data and the sandbox as its provider.
struct Town {
    house: House,
    provider: Provider,
}

/// Somebody with a booking that he holds and has not paid.
struct Customer {
    asker: Asker,
    number: Number,
}

impl Town {
    async fn open() -> Self {
        let provider = Provider::open().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let house = House::with(&[("PAY_GATEWAY_URL", &provider.url), ("APP_ORIGIN", &origin)]).await;
        seed::demo(&house.site.cx).await.unwrap();
        let service = server::router(&house.site).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { house, provider }
    }

    async fn customer(&self, phone: &str) -> Customer {
        let mut guest = self.house.guest();
        let (slug, day, at) = self.departure().await;
        let fields = [
            ("slug", slug.as_str()),
            ("day", &day),
            ("at", &at),
            ("heads", "1"),
            ("name", "赵敏"),
            ("phone", phone),
            ("id_number", "11010519491231002X"),
        ];
        let draft = guest.call("/api/booking/check", &fields).await;
        let draft = draft.json()["id"].as_str().unwrap_or_else(|| panic!("{}", draft.text)).to_owned();
        let placed = guest.call("/api/booking/place", &[("draft", draft.as_str()), ("way", "online")]).await;
        let number = placed.json()["id"].as_str().unwrap_or_else(|| panic!("{}", placed.text)).parse().unwrap();
        let secret = guest.cookie("session").unwrap();
        let asker = session::load(&self.house.site.cx, secret).await.unwrap().unwrap().asker;
        Customer { asker, number }
    }

    /// A departure of the next days that has free seats.
    async fn departure(&self) -> (String, String, String) {
        for ahead in 3..9 {
            let day = (self.house.site.cx.today() + chrono::Days::new(ahead)).to_string();
            let path = format!("/api/catalogue/search?kind=trip&day={day}&heads=1");
            let found = self.house.guest().read(&path).await.json();
            if let Some((slug, at)) = free(&found, "") {
                return (slug, day, at);
            }
        }
        panic!("no free seat in the demo");
    }

    /// The customer goes to the provider's page; the payment's number.
    async fn starts(&self, customer: &Customer) -> String {
        let cx = &self.house.site.cx;
        let page = payment::start(cx, &customer.asker, &customer.number).await.unwrap();
        assert!(page.starts_with(&self.provider.url), "{page}");
        let receipt = self.receipt(customer).await;
        receipt.payments.last().unwrap().number.clone()
    }

    async fn receipt(&self, customer: &Customer) -> Receipt {
        payment::receipt(&self.house.site.cx, &customer.asker, Script::Hans, &customer.number).await.unwrap()
    }

    /// Waits until the customer's money stands as it should.
    async fn until(&self, customer: &Customer, condition: impl Fn(&Receipt) -> bool) -> Receipt {
        let began = Instant::now();
        loop {
            let receipt = self.receipt(customer).await;
            if condition(&receipt) {
                return receipt;
            }
            assert!(began.elapsed() < DEADLINE, "it did not happen in time: {receipt:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Waits until the provider has nothing more to tell.
    async fn told(&self) -> Value {
        let began = Instant::now();
        loop {
            let state = self.provider.state().await;
            if state["notifications"]["waiting"] == 0 && state["orders"]["under_way"] == 0 {
                return state;
            }
            assert!(began.elapsed() < DEADLINE, "not told in time: {state}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn verdicts(&self, verdict: &str) -> u64 {
        let text = self.house.guest().get("/metrics").await.text;
        let line = format!("payment_notifications_total{{verdict=\"{verdict}\"}} ");
        text.lines().find_map(|it| it.strip_prefix(&line)).map_or(0, |count| count.parse().unwrap())
    }

    async fn books_agree(&self) {
        assert_eq!(check::run(&self.house.site.cx).await.unwrap().faults, [""; 0]);
    }
}

/// The first slot with free units, and the slug of its offer.
fn free(value: &Value, slug: &str) -> Option<(String, String)> {
    match value {
        Value::Object(fields) => {
            let slug = fields.get("slug").and_then(Value::as_str).unwrap_or(slug);
            let mut slots = fields.get("slots").and_then(Value::as_array).into_iter().flatten();
            let slot = slots.find(|slot| slot["free"].as_u64() > Some(0) && slot["shortage"].is_null());
            let at = slot.and_then(|slot| slot["at"].as_str()).map(|at| at.chars().take(5).collect());
            at.map(|at| (slug.to_owned(), at)).or_else(|| fields.values().find_map(|field| free(field, slug)))
        }
        Value::Array(items) => items.iter().find_map(|item| free(item, slug)),
        _ => None,
    }
}

fn confirmed(receipt: &Receipt) -> bool {
    receipt.booking.status == Status::Confirmed
}

#[tokio::test]
async fn what_is_paid_is_confirmed_however_often_and_in_whatever_order_it_is_told() {
    let town = Town::open().await;
    for (index, mode) in [json!({ "mode": "ok" }), json!({ "mode": "repeat", "n": 4 }), json!({ "mode": "reorder" })]
        .into_iter()
        .enumerate()
    {
        let customer = town.customer(&format!("1380013800{index}")).await;
        let number = town.starts(&customer).await;
        assert_eq!(town.starts(&customer).await, number, "a second click is the same attempt");
        town.provider.behaves(mode).await;
        town.provider.act(&number, json!({ "act": "pay" })).await;
        let receipt = town.until(&customer, confirmed).await;
        town.told().await;
        assert_eq!(town.receipt(&customer).await.paid, receipt.paid);
        assert_eq!((receipt.payments.len(), receipt.refunds.len()), (1, 0), "{receipt:?}");
    }
    assert!(town.verdicts("repeated").await >= 4);
    assert_eq!(town.verdicts("forged").await, 0);
    town.books_agree().await;
}

#[tokio::test]
async fn a_forged_payment_confirms_nothing_and_the_true_one_does() {
    let town = Town::open().await;
    let customer = town.customer("13800138000").await;
    let number = town.starts(&customer).await;
    town.provider.act(&number, json!({ "act": "pay", "mode": "forge" })).await;
    town.told().await;
    assert_eq!(town.verdicts("forged").await, 1);
    assert_eq!(town.receipt(&customer).await.booking.status, Status::Held);
    town.provider.act(&number, json!({ "act": "pay" })).await;
    town.until(&customer, confirmed).await;
    town.books_agree().await;
}

#[tokio::test]
async fn a_lost_notification_is_made_good_by_asking() {
    let town = Town::open().await;
    let customer = town.customer("13800138000").await;
    let number = town.starts(&customer).await;
    town.provider.act(&number, json!({ "act": "pay", "mode": "lose" })).await;
    assert_eq!(town.receipt(&customer).await.booking.status, Status::Held);
    payment::refresh(&town.house.site.cx, &customer.asker, &customer.number).await.unwrap();
    assert!(confirmed(&town.receipt(&customer).await), "he came back from the provider's page");
    town.books_agree().await;
}

#[tokio::test]
async fn a_declined_payment_may_be_tried_again() {
    let town = Town::open().await;
    let customer = town.customer("13800138000").await;
    let first = town.starts(&customer).await;
    town.provider.act(&first, json!({ "act": "decline" })).await;
    town.until(&customer, |receipt| receipt.payments[0].status == PaymentStatus::Declined).await;
    let second = town.starts(&customer).await;
    assert_ne!(second, first);
    town.provider.act(&second, json!({ "act": "pay" })).await;
    assert_eq!(town.until(&customer, confirmed).await.payments.len(), 2);
    town.books_agree().await;
}

#[tokio::test]
async fn another_amount_or_currency_confirms_nothing_and_waits_for_a_person() {
    let town = Town::open().await;
    for (phone, mode) in [("13800138000", "wrong_amount"), ("13800138001", "wrong_currency")] {
        let customer = town.customer(phone).await;
        let number = town.starts(&customer).await;
        town.provider.act(&number, json!({ "act": "pay", "mode": mode })).await;
        let receipt = town.until(&customer, |receipt| receipt.payments[0].status == PaymentStatus::Stuck).await;
        assert!(!confirmed(&receipt), "{receipt:?}");
    }
    town.books_agree().await;
}
