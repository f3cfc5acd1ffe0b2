//! Buyers who all want the same departure at the same moment.

use std::{
    sync::{
        Barrier, LazyLock, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use chrono::{Days, NaiveDate, Utc};
use serde_json::Value;

use super::http::{Client, Reply};

/// A departure with seats to sell.
#[derive(Clone, Debug)]
pub(crate) struct Departure {
    slug: String,
    day: String,
    at: String,
    pub(crate) free: usize,
}

/// A booking that the server has answered for, with the visitor who made it.
pub(crate) struct Booked {
    pub(crate) number: String,
    pub(crate) visitor: Client,
}

/// How a rush went.
#[derive(Default)]
pub(crate) struct Rush {
    pub(crate) booked: Vec<Booked>,
    /// Refused as sold out.
    pub(crate) refused: usize,
    /// The connection broke before an answer.
    pub(crate) broken: usize,
    /// Every other answer.
    pub(crate) odd: Vec<String>,
    pub(crate) answered_in: Vec<Duration>,
    pub(crate) took: Duration,
}

/// The day that many days ahead, as the site counted days when the first was asked for: midnight makes no other of it.
pub(crate) fn day_ahead(days: u64) -> String {
    static TODAY: LazyLock<NaiveDate> = LazyLock::new(|| domain::time::day_of(Utc::now()));
    (*TODAY + Days::new(days)).to_string()
}

impl Departure {
    /// A departure with at least `seats` free seats, the one with the fewest.
    pub(crate) fn with(address: &str, seats: usize) -> Self {
        let mut visitor = Client::new(address, 1);
        let mut found: Vec<Self> = Vec::new();
        for ahead in 3..9 {
            let day = day_ahead(ahead);
            let path = format!("/api/catalogue/search?kind=trip&day={day}&heads=1");
            let reply = visitor.get(&path).expect("an answer");
            assert_eq!(reply.status, 200, "{path}: {}", reply.text());
            slots(&reply.json(), "", &mut |slug, slot| {
                let free = usize::try_from(slot["free"].as_u64().unwrap_or(0)).unwrap_or(0);
                let at = slot["at"].as_str().unwrap_or_default().chars().take(5).collect();
                found.push(Self { slug: slug.to_owned(), day: day.clone(), at, free });
            });
        }
        found.retain(|departure| departure.free >= seats);
        found.sort_by_key(|departure| departure.free);
        found.into_iter().next().unwrap_or_else(|| panic!("no departure with {seats} free seats in the demo"))
    }

    /// Sells seats one after the other until only `left` are free.
    pub(crate) fn sell_down_to(&mut self, address: &str, left: usize) {
        let mut number = 1000;
        while self.free > left {
            let heads = (self.free - left).min(3);
            let mut visitor = Client::new(address, number);
            let draft = self.check(&mut visitor, number, heads);
            let reply = place(&mut visitor, &draft).expect("an answer");
            assert_eq!(reply.status, 200, "{}", reply.text());
            self.free -= heads;
            number += 1;
        }
    }

    /// Fills in the form; returns the draft.
    fn check(&self, visitor: &mut Client, number: usize, heads: usize) -> Draft {
        let fields = [
            ("slug", self.slug.as_str()),
            ("day", &self.day),
            ("at", &self.at),
            ("heads", &heads.to_string()),
            ("name", "赵敏"),
            ("phone", &format!("138{number:08}")),
            ("id_number", "11010519491231002X"),
        ];
        let reply = visitor.post("/api/booking/check", &fields).expect("an answer");
        assert_eq!(reply.status, 200, "{}", reply.text());
        Draft { id: reply.json()["id"].as_str().expect("a draft").to_owned() }
    }

    /// `buyers` visitors spread over the servers fill in the form, wait for each other and send the summary at once. After
    /// `stop_after` answered bookings `stop` is called, while the others are still at it.
    pub(crate) fn rush(&self, addresses: &[&str], buyers: usize, stop_after: usize, stop: impl Fn() + Sync) -> Rush {
        let (ready, answered, rush) = (Barrier::new(buyers + 1), AtomicUsize::new(0), Mutex::new(Rush::default()));
        let took = thread::scope(|scope| {
            for buyer in 0..buyers {
                let (ready, answered, rush, stop) = (&ready, &answered, &rush, &stop);
                let address = addresses[buyer % addresses.len()];
                scope.spawn(move || {
                    let mut visitor = Client::new(address, 2000 + buyer);
                    let draft = self.check(&mut visitor, 2000 + buyer, 1);
                    ready.wait();
                    let sent = Instant::now();
                    let reply = place(&mut visitor, &draft);
                    let took = sent.elapsed();
                    if reply.as_ref().is_ok_and(|reply| reply.status == 200)
                        && answered.fetch_add(1, Ordering::SeqCst) + 1 == stop_after
                    {
                        stop();
                    }
                    rush.lock().expect("no panic").count(reply, visitor, took);
                });
            }
            ready.wait();
            Instant::now()
        });
        let mut rush = rush.into_inner().expect("no panic");
        rush.took = took.elapsed();
        rush
    }
}

struct Draft {
    id: String,
}

impl Rush {
    fn count(&mut self, reply: std::io::Result<Reply>, visitor: Client, took: Duration) {
        match reply {
            Ok(reply) if reply.status == 200 => {
                let number = reply.json()["id"].as_str().expect("a number").to_owned();
                self.booked.push(Booked { number, visitor });
            }
            Ok(reply) if reply.status == 409 && reply.text().contains("\"full-") => self.refused += 1,
            Ok(reply) => self.odd.push(format!("{} {}", reply.status, reply.text())),
            Err(_) => {
                self.broken += 1;
                return;
            }
        }
        self.answered_in.push(took);
    }
}

fn place(visitor: &mut Client, draft: &Draft) -> std::io::Result<Reply> {
    visitor.post("/api/booking/place", &[("draft", &draft.id)])
}

/// Calls `found` with every slot and the slug of the offer it belongs to.
fn slots(value: &Value, slug: &str, found: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => {
            let slug = fields.get("slug").and_then(Value::as_str).unwrap_or(slug);
            for slot in fields.get("slots").and_then(Value::as_array).into_iter().flatten() {
                found(slug, slot);
            }
            fields.values().for_each(|field| slots(field, slug, found));
        }
        Value::Array(items) => items.iter().for_each(|item| slots(item, slug, found)),
        _ => {}
    }
}
