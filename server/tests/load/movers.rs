//! A hundred customers who move into the last five rooms of a night, and a hundred who give theirs up, all at once and at two processes:
//! nothing is oversold, no room is lost, and nobody is without his booking.

use std::{
    sync::{Barrier, Mutex},
    thread,
    time::Instant,
};

use sea_orm::{ConnectionTrait as _, Database as Connection, DatabaseConnection, DbBackend, Statement};
use serde_json::Value;

use super::{
    buyers::day_ahead,
    customer::in_parallel,
    figures::report,
    http::Client,
    machine::{Build, Database, Server, hire},
    rush::discrepancies,
    search::fill,
    till::{CASHIER, are_paid},
};

/// Customers of each sort, and rooms that are left for the movers.
const SORT: usize = 100;
const LEFT: usize = 5;

/// The room that everybody is about.
const OFFER: &str = "bulk-1-standard";

/// The night that is wanted, and the one that the movers have.
const WANTED: u64 = 20;
const HAD: u64 = 21;

/// A customer with a paid room of a night.
struct Guest {
    window: Client,
    number: String,
}

/// What came of one.
enum Came {
    /// He moved.
    Moved(Guest),
    /// It was full; he has what he had.
    Stayed(Guest),
    /// He gave up.
    Left,
}

#[test]
fn who_changes_and_who_gives_up_at_once_share_what_there_is() {
    let database = Database::postgres().seeded(Build::Guarded);
    fill(&database.url, 400);
    hire(Build::Guarded, &database.url, CASHIER, "finance");
    let servers: Vec<_> = (0..2).map(|_| Server::start(Build::Guarded, &database.url, None)).collect();
    let addresses: Vec<_> = servers.iter().map(|server| server.address.as_str()).collect();
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(makes_room(&database.url));
    let (movers, leavers) = (guests(&addresses, HAD, 0), guests(&addresses, WANTED, SORT));
    runtime.block_on(are_paid(&database.url, movers.iter().chain(&leavers).map(|guest| (&*guest.number, 48_000))));

    // First nobody gives up, and there is room for five; then the others come again while a hundred give up.
    let (mut moved, waiting, _, _) = at_once(movers, Vec::new());
    assert_eq!((moved.len(), waiting.len()), (LEFT, SORT - LEFT), "five were free");
    let (moved_then, stayed, left, took) = at_once(waiting, leavers);
    let taken = runtime.block_on(taken(&database.url));
    report(
        "100 change into the last 5, then 95 again while 100 give up, PostgreSQL, 2 processes",
        &format!(
            "{LEFT}, then {} moved, {} stayed, {left} gave up, {} ms",
            moved_then.len(),
            stayed.len(),
            took.as_millis()
        ),
        "never oversold, none lost, check clean",
    );
    moved.extend(moved_then);
    assert_eq!((moved.len() + stayed.len(), left), (SORT, SORT), "nobody is without an answer");
    assert_eq!(taken, (moved.len(), stayed.len()), "rooms taken of each night");
    for (guests, ahead) in [(moved, WANTED), (stayed, HAD)] {
        for mut guest in guests {
            let booking = guest.shown();
            assert_eq!(booking["row"]["status"], "confirmed", "{booking}");
            let starts = booking["row"]["starts"].as_str().expect("an instant");
            assert!(starts.starts_with(&day_ahead(ahead)), "{starts} is not {} days ahead", ahead);
        }
    }
    assert_eq!(discrepancies(Build::Guarded, &database), "");
}

/// Room for all of them, and five more of the night that is wanted, at one price.
async fn makes_room(url: &str) {
    let db = connected(url).await;
    for (ahead, capacity) in [(WANTED, SORT + LEFT), (HAD, SORT)] {
        let statement = format!(
            "UPDATE slice SET capacity = {capacity}, price_fen = 48000 WHERE day = '{}' AND resource_id = \
             (SELECT resource_id FROM offer WHERE slug = '{OFFER}')",
            day_ahead(ahead)
        );
        db.execute_unprepared(&statement).await.expect("room is made");
    }
}

/// Rooms taken: of the night that was wanted, and of the one that the movers had.
async fn taken(url: &str) -> (usize, usize) {
    let db = connected(url).await;
    let mut counts = Vec::new();
    for ahead in [WANTED, HAD] {
        let query = format!(
            "SELECT taken FROM slice WHERE day = '{}' AND resource_id = \
             (SELECT resource_id FROM offer WHERE slug = '{OFFER}')",
            day_ahead(ahead)
        );
        let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, query)).await.expect("an answer");
        let taken: i32 = row.expect("a night").try_get("", "taken").expect("a count");
        counts.push(usize::try_from(taken).expect("a count"));
    }
    (counts[0], counts[1])
}

async fn connected(url: &str) -> DatabaseConnection {
    Connection::connect(url).await.expect("the database")
}

/// A hundred customers with a room each of a night, spread over the processes.
fn guests(addresses: &[&str], ahead: u64, from: usize) -> Vec<Guest> {
    let guests = Mutex::new(Vec::new());
    in_parallel(8, SORT, |index| {
        let number = 5_000 + from + index;
        let mut window = Client::new(addresses[index % addresses.len()], number);
        let (day, phone) = (day_ahead(ahead), format!("137{number:08}"));
        let fields = [
            ("slug", OFFER),
            ("day", &day),
            ("nights", "1"),
            ("rooms", "1"),
            ("heads", "1"),
            ("name", "赵敏"),
            ("phone", &phone),
        ];
        let draft =
            answered(window.post("/api/booking/check", &fields), 200)["id"].as_str().expect("a draft").to_owned();
        let placed = answered(window.post("/api/booking/place", &[("draft", &draft), ("way", "counter")]), 200);
        let number = placed["id"].as_str().expect("a number").to_owned();
        guests.lock().expect("no panic").push(Guest { window, number });
    });
    guests.into_inner().expect("no panic")
}

fn answered(reply: std::io::Result<super::http::Reply>, status: u16) -> Value {
    let reply = reply.expect("an answer");
    assert_eq!(reply.status, status, "{}", reply.text());
    reply.json()
}

/// Everybody has looked; then all press their buttons. Who moved, who stayed, how many gave up, and how long it took.
fn at_once(movers: Vec<Guest>, leavers: Vec<Guest>) -> (Vec<Guest>, Vec<Guest>, usize, std::time::Duration) {
    let (ready, came) = (Barrier::new(movers.len() + leavers.len() + 1), Mutex::new(Vec::new()));
    let began = thread::scope(|scope| {
        let (ready, came) = (&ready, &came);
        for guest in movers {
            scope.spawn(move || {
                let done = guest.moves(ready);
                came.lock().expect("no panic").push(done);
            });
        }
        for guest in leavers {
            scope.spawn(move || {
                let done = guest.gives_up(ready);
                came.lock().expect("no panic").push(done);
            });
        }
        ready.wait();
        Instant::now()
    });
    let (took, mut all) = (began.elapsed(), (Vec::new(), Vec::new(), 0));
    for came in came.into_inner().expect("no panic") {
        match came {
            Came::Moved(guest) => all.0.push(guest),
            Came::Stayed(guest) => all.1.push(guest),
            Came::Left => all.2 += 1,
        }
    }
    (all.0, all.1, all.2, took)
}

impl Guest {
    fn moves(mut self, ready: &Barrier) -> Came {
        let day = day_ahead(WANTED);
        let path = format!("/api/change/look?number={}&slug={OFFER}&day={day}&nights=1&rooms=1&heads=1", self.number);
        let look = answered(self.window.get(&path), 200);
        let token = look["quoted"]["token"].as_str().unwrap_or_else(|| panic!("no quote: {look}")).to_owned();
        ready.wait();
        loop {
            let reply = self.window.post("/api/change/commit", &[("number", &self.number), ("quote", &token)]);
            let reply = reply.expect("an answer");
            match (reply.status, reply.json()["code"].as_str().unwrap_or_default()) {
                (200, _) => return Came::Moved(self),
                (409, code) if code.starts_with("full-") => return Came::Stayed(self),
                // Too busy just now: the same request may be repeated.
                (503, _) => {}
                _ => panic!("{} {}", reply.status, reply.text()),
            }
        }
    }

    fn gives_up(mut self, ready: &Barrier) -> Came {
        let quote = answered(self.window.get(&format!("/api/change/cancel-quote?number={}", self.number)), 200);
        let (version, refund) = (quote["version"].to_string(), quote["refund"].to_string());
        ready.wait();
        loop {
            let fields = [("number", self.number.as_str()), ("version", &version), ("refund", &refund)];
            let reply = self.window.post("/api/change/cancel", &fields).expect("an answer");
            match reply.status {
                200 => return Came::Left,
                503 => {}
                _ => panic!("{} {}", reply.status, reply.text()),
            }
        }
    }

    fn shown(&mut self) -> Value {
        answered(self.window.get(&format!("/api/booking/show?number={}", self.number)), 200)
    }
}
