//! Customers who book a room and pay online, and do not give up when something breaks: they send the same again, under the
//! same key.

use std::{
    io,
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use super::{
    buyers::day_ahead,
    http::{Client, Reply},
    outside::pays,
};

/// Nothing that is tried again takes longer in the end.
const DEADLINE: Duration = Duration::from_secs(120);

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// Rooms of this many hotels are on sale; see `services::seed::bulk`.
const HOTELS: usize = 11;

/// Nights to fill for that.
pub(crate) const NIGHTS: u32 = 4_000;

/// Somebody with a browser, a key for each thing he wants, and patience.
pub(crate) struct Customer {
    pub(crate) number: usize,
    addresses: Vec<String>,
    tries: usize,
    visitor: Client,
    pub(crate) email: String,
    /// The number of his booking, once he has one.
    pub(crate) booking: String,
}

/// A variable of the environment that makes a test shorter.
pub(crate) fn size(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// Does `work` with each number below `count`, on so many threads.
pub(crate) fn in_parallel(threads: usize, count: usize, work: impl Fn(usize) + Sync) {
    let next = Mutex::new(0..count);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.lock().expect("no panic").next();
                    let Some(number) = number else { return };
                    work(number);
                }
            });
        }
    });
}

/// Tries until something comes of it.
pub(crate) fn until<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    until_seen(what, || attempt().ok_or_else(String::new))
}

/// The same, with what is seen instead.
pub(crate) fn until_seen<T>(what: &str, attempt: impl FnMut() -> Result<T, String>) -> T {
    until_seen_within(DEADLINE, what, attempt)
}

/// The same, with so much patience.
pub(crate) fn until_seen_within<T>(
    deadline: Duration,
    what: &str,
    mut attempt: impl FnMut() -> Result<T, String>,
) -> T {
    let began = Instant::now();
    loop {
        let seen = match attempt() {
            Ok(done) => return done,
            Err(seen) => seen,
        };
        assert!(began.elapsed() < deadline, "it did not happen in time: {what}; {seen}");
        thread::sleep(PAUSE); // somebody else's work, or a process that is being started again
    }
}

impl Customer {
    /// The `number`-th of many, at one of the addresses of the site.
    pub(crate) fn new(addresses: &[&str], number: usize) -> Self {
        let address = addresses[number % addresses.len()];
        Self {
            number,
            addresses: addresses.iter().map(|address| (*address).to_owned()).collect(),
            tries: number,
            visitor: Client::new(address, 10_000 + number).patient(Duration::from_secs(30)),
            email: format!("guest-{number}@example.com"),
            booking: String::new(),
        }
    }

    /// He has only a phone.
    pub(crate) fn has_no_mail(&mut self) {
        self.email.clear();
    }

    /// His phone number, as the house writes it.
    pub(crate) fn phone(&self) -> String {
        format!("+86139{:08}", self.number)
    }

    /// Another window of his browser.
    pub(crate) fn window(&self, address: &str) -> Client {
        self.visitor.window(address)
    }

    /// Fills in the form for some room that is free; gives the draft.
    pub(crate) fn fills_in(&mut self) -> String {
        let (mut choice, number) = (0, self.number);
        until("a form is filled in", || {
            let at = number * 7 + choice * 101;
            let (day, hotel) = (day_ahead(6 + (at / (HOTELS * 3) % 90) as u64), at % HOTELS + 1);
            let slug = format!("bulk-{hotel}-{}", ["standard", "deluxe", "suite"][at / HOTELS % 3]);
            let (phone, email) = (self.phone(), self.email.clone());
            let fields = [
                ("slug", slug.as_str()),
                ("day", &day),
                ("nights", "1"),
                ("rooms", "1"),
                ("heads", "1"),
                ("name", "赵敏"),
                ("phone", &phone),
                ("email", &email),
            ];
            let reply = self.once(|visitor| visitor.post("/api/booking/check", &fields))?;
            choice += 1;
            match reply.status {
                200 => reply.json()["id"].as_str().map(str::to_owned),
                409 => None,
                _ => panic!("{} {}", reply.status, reply.text()),
            }
        })
    }

    /// Books, to pay online.
    pub(crate) fn books(&mut self) {
        let (draft, key) = (self.fills_in(), format!("place-{}", self.number));
        self.booking = until("a booking is placed", || {
            let reply = self.keyed("booking/place", &key, &[("draft", &draft), ("way", "online")])?;
            assert_eq!(reply.status, 200, "{}", reply.text());
            reply.json()["id"].as_str().map(str::to_owned)
        });
    }

    /// Goes to the provider's page for the `attempt`-th time; gives the payment's number, or `None` when there is nothing to
    /// pay any more.
    pub(crate) fn starts(&mut self, attempt: usize) -> Option<String> {
        let (key, booking) = (format!("start-{}-{attempt}", self.number), self.booking.clone());
        let started = until("a payment is begun", || {
            let reply = self.keyed("payment/start", &key, &[("number", &booking)])?;
            match (reply.status, reply.json()["code"].as_str()) {
                (200, _) => Some(true),
                (409, Some("nothing-due")) => Some(false),
                (409, Some("changed")) => None,
                _ => panic!("{} {}", reply.status, reply.text()),
            }
        });
        let receipt = self.receipt();
        let payments = receipt["payments"].as_array().filter(|_| started)?;
        payments.last().map(|payment| payment["number"].as_str().expect("a number").to_owned())
    }

    /// Chooses another way to pay; whether he could.
    pub(crate) fn chooses(&mut self, way: &str) -> bool {
        let (key, booking) = (format!("choose-{}-{way}", self.number), self.booking.clone());
        until("a way is chosen", || {
            let reply = self.keyed("payment/choose", &key, &[("number", &booking), ("way", way)])?;
            match reply.status {
                200 => Some(true),
                409 => Some(false),
                _ => panic!("{} {}", reply.status, reply.text()),
            }
        })
    }

    /// Pays an order on the provider's page; gives its status, blank when it is under way or over.
    pub(crate) fn pays(&self, sandbox: &str, order: &str) -> String {
        until("an order is paid", || pays(sandbox, order).ok())
    }

    /// What his money has come to.
    pub(crate) fn receipt(&mut self) -> Value {
        let path = format!("/api/payment/receipt?number={}", self.booking);
        until("a receipt is shown", || {
            let reply = self.once(|visitor| visitor.get(&path))?;
            assert_eq!(reply.status, 200, "{}", reply.text());
            Some(reply.json())
        })
    }

    /// How many bookings he has.
    pub(crate) fn bookings(&mut self) -> usize {
        until("his bookings are shown", || {
            self.once(|visitor| visitor.get("/api/booking/mine"))?.json().as_array().map(Vec::len)
        })
    }

    /// A write under a key, once; nothing when it must be sent again.
    pub(crate) fn keyed(&mut self, function: &str, key: &str, fields: &[(&str, &str)]) -> Option<Reply> {
        let reply = self.once(|visitor| visitor.post_keyed(&format!("/api/{function}"), key, fields))?;
        (reply.json()["code"] != "in-flight").then_some(reply)
    }

    /// Nothing when the connection broke or the site is too busy; the next try is at another address.
    fn once(&mut self, send: impl FnOnce(&mut Client) -> io::Result<Reply>) -> Option<Reply> {
        let reply = send(&mut self.visitor).ok().filter(|reply| reply.status != 503);
        if reply.is_none() {
            self.tries += 1;
            self.visitor = self.visitor.window(&self.addresses[self.tries % self.addresses.len()]);
        }
        reply
    }
}
