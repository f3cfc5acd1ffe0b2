//! A town of customers: the site with demo data, on a socket and with a clock of its own, and the sandbox as its provider.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use domain::{
    booking::{Number, Status},
    payment::Receipt,
};
use i18n::Script;
use serde_json::Value;
use services::{Asker, Clock, SystemClock, check, payment, seed, session};
use tokio::net::TcpListener;

use crate::{
    provider::Provider,
    support::{Guest, House, Page},
};

/// Nothing that is waited for takes longer.
const DEADLINE: Duration = Duration::from_secs(20);

/// A clock that can be put forward and back.
#[derive(Default)]
pub(crate) struct Shifted(AtomicI64);

impl Clock for Shifted {
    fn now(&self) -> domain::Instant {
        SystemClock.now() + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }
}

/// The site and its provider.
pub(crate) struct Town {
    pub(crate) house: House,
    pub(crate) provider: Provider,
    clock: Arc<Shifted>,
}

/// Somebody with a booking that he holds and has not paid.
pub(crate) struct Customer {
    pub(crate) asker: Asker,
    pub(crate) number: Number,
    /// His browser.
    pub(crate) guest: Guest,
}

/// A departure with free seats.
#[derive(Clone, Debug)]
pub(crate) struct Departure {
    pub(crate) slug: String,
    pub(crate) day: String,
    pub(crate) at: String,
    pub(crate) free: u64,
}

impl Town {
    pub(crate) async fn open() -> Self {
        let provider = Provider::open().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let clock = Arc::new(Shifted::default());
        let house = House::with(&[("PAY_GATEWAY_URL", &provider.url), ("APP_ORIGIN", &origin)]).await;
        let house = house.on_clock(Arc::clone(&clock) as Arc<dyn Clock>);
        seed::demo(&house.site.cx).await.unwrap();
        let service = server::router(&house.site).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { house, provider, clock }
    }

    /// The site's clock is so much ahead of everybody else's from now on, or behind.
    pub(crate) fn is_ahead(&self, by: TimeDelta) {
        self.clock.0.store(by.num_seconds(), Ordering::SeqCst);
    }

    /// Somebody books a seat.
    pub(crate) async fn customer(&self, phone: &str) -> Customer {
        self.books(phone, &self.departure(1).await, 1).await
    }

    /// Somebody books seats of a departure.
    pub(crate) async fn books(&self, phone: &str, departure: &Departure, heads: u64) -> Customer {
        let mut guest = self.house.guest();
        let heads = heads.to_string();
        let fields = [
            ("slug", departure.slug.as_str()),
            ("day", &departure.day),
            ("at", &departure.at),
            ("heads", &heads),
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
        Customer { asker, number, guest }
    }

    /// Of the next days' departures with so many free seats or more, the one with the fewest.
    pub(crate) async fn departure(&self, least: u64) -> Departure {
        let mut found = Vec::new();
        for ahead in 3..9 {
            let day = (self.house.site.cx.today() + chrono::Days::new(ahead)).to_string();
            let path = format!("/api/catalogue/search?kind=trip&day={day}&heads=1");
            free(&self.house.guest().read(&path).await.json(), "", &day, &mut found);
        }
        found.retain(|departure| departure.free >= least);
        found.into_iter().min_by_key(|departure| departure.free).unwrap()
    }

    /// The customer goes to the provider's page; the payment's number.
    pub(crate) async fn starts(&self, customer: &Customer) -> String {
        let cx = &self.house.site.cx;
        let page = payment::start(cx, &customer.asker, &customer.number).await.unwrap();
        assert!(page.as_str().starts_with(&self.provider.url), "{page:?}");
        let receipt = self.receipt(customer).await;
        receipt.payments.last().unwrap().number.clone()
    }

    pub(crate) async fn receipt(&self, customer: &Customer) -> Receipt {
        payment::receipt(&self.house.site.cx, &customer.asker, Script::Hans, &customer.number).await.unwrap()
    }

    /// Waits until the customer's money stands as it should.
    pub(crate) async fn until(&self, customer: &Customer, condition: impl Fn(&Receipt) -> bool) -> Receipt {
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
    pub(crate) async fn told(&self) -> Value {
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

    pub(crate) async fn verdicts(&self, verdict: &str) -> u64 {
        let text = self.house.guest().get("/metrics").await.text;
        let line = format!("payment_notifications_total{{verdict=\"{verdict}\"}} ");
        text.lines().find_map(|it| it.strip_prefix(&line)).map_or(0, |count| count.parse().unwrap())
    }

    pub(crate) async fn books_agree(&self) {
        assert_eq!(check::run(&self.house.site.cx).await.unwrap().faults, [""; 0]);
    }
}

impl Customer {
    /// The page where he pays, in a script.
    pub(crate) async fn pay_page(&mut self, script: Script) -> Page {
        let page = self.guest.get(&format!("/{script}/bookings/{}/pay", self.number)).await;
        assert!(page.status.is_success() && !page.text.contains('⟦'), "{}", page.text);
        page
    }
}

/// The slots with free units, each with the slug of its offer.
fn free(value: &Value, slug: &str, day: &str, found: &mut Vec<Departure>) {
    match value {
        Value::Object(fields) => {
            let slug = fields.get("slug").and_then(Value::as_str).unwrap_or(slug);
            for slot in fields.get("slots").and_then(Value::as_array).into_iter().flatten() {
                if let (Some(free), Some(at), true) =
                    (slot["free"].as_u64(), slot["at"].as_str(), slot["shortage"].is_null())
                {
                    let at = at.chars().take(5).collect();
                    found.push(Departure { slug: slug.to_owned(), day: day.to_owned(), at, free });
                }
            }
            fields.values().for_each(|field| self::free(field, slug, day, found));
        }
        Value::Array(items) => items.iter().for_each(|item| self::free(item, slug, day, found)),
        _ => {}
    }
}

/// It is paid.
pub(crate) fn confirmed(receipt: &Receipt) -> bool {
    receipt.booking.status == Status::Confirmed
}
