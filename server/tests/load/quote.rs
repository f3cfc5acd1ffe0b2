//! How long a customer waits for the price of a change of what he has paid for: five rooms for thirty nights, among a hundred thousand slices.

use std::time::{Duration, Instant};

use super::{
    buyers::day_ahead,
    figures::{percentile, report},
    http::Client,
    machine::{Build, Database, Server, hire},
    search::{SLICES, fill},
    till::{CASHIER, are_paid},
};

/// Questions before and while it is measured.
const WARM: usize = 20;
const ASKED: usize = 200;

/// What is due at the server for one answer.
const AIM: Duration = Duration::from_millis(20);

#[test]
fn a_long_change_is_quoted_quickly_over_a_hundred_thousand_slices() {
    for (engine, database) in [("SQLite", Database::sqlite()), ("PostgreSQL", Database::postgres())] {
        let database = database.seeded(Build::Guarded);
        let slices = fill(&database.url, SLICES);
        assert!(slices >= SLICES, "only {slices} slices");
        hire(Build::Guarded, &database.url, CASHIER, "finance");
        let server = Server::start(Build::Guarded, &database.url, None);
        measure(engine, &server, &database.url);
    }
}

fn measure(engine: &str, server: &Server, url: &str) {
    let mut visitor = Client::new(&server.address, 1);
    let number = books(&mut visitor);
    pays(&mut visitor, url, &number);
    let mut answers = Vec::new();
    for asked in 0..WARM + ASKED {
        // Another start each time; from the sixtieth day on no night of the demo is gone.
        let day = day_ahead(62 + (asked % 20) as u64);
        let path = format!("/api/change/look?number={number}&slug=bulk-1-deluxe&day={day}&nights=30&rooms=5&heads=10");
        let sent = Instant::now();
        let reply = visitor.get(&path).expect("an answer");
        answers.push(sent.elapsed());
        let look = reply.json();
        assert!(reply.status == 200 && look["quoted"]["token"].is_string(), "{} {}", reply.status, reply.text());
        assert!(look["quoted"]["shortage"].is_null(), "{look}");
    }
    let mut answers = answers.split_off(WARM);
    let [p50, p95, p99] = [0.5, 0.95, 0.99].map(|share| percentile(&mut answers, share));
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    report(
        &format!("quote of a change of a paid booking, 30 nights x 5 rooms, {engine}"),
        &format!("p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms", millis(p50), millis(p95), millis(p99)),
        "p95 <= 20 ms",
    );
    // The worst few are shown: they are those of a machine that does other things at the same time.
    assert!(p95 <= AIM, "{p95:?}");
}

/// All that is due is paid at the counter: the booking is confirmed.
fn pays(visitor: &mut Client, url: &str, number: &str) {
    let receipt = |visitor: &mut Client| {
        let reply = visitor.get(&format!("/api/payment/receipt?number={number}")).expect("an answer");
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    };
    let due = receipt(visitor)["due"].as_i64().expect("an amount");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(are_paid(url, std::iter::once((number, due))));
    assert_eq!(receipt(visitor)["booking"]["status"], "confirmed");
}

/// A booking of five rooms for thirty nights, to be paid at the counter; gives its number.
fn books(visitor: &mut Client) -> String {
    let day = day_ahead(61);
    let fields = [
        ("slug", "bulk-1-standard"),
        ("day", &day),
        ("nights", "30"),
        ("rooms", "5"),
        ("heads", "10"),
        ("name", "赵敏"),
        ("phone", "13912345678"),
    ];
    let reply = visitor.post("/api/booking/check", &fields).expect("an answer");
    assert_eq!(reply.status, 200, "{}", reply.text());
    let draft = reply.json()["id"].as_str().expect("a draft").to_owned();
    let reply = visitor.post("/api/booking/place", &[("draft", &draft), ("way", "counter")]).expect("an answer");
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()["id"].as_str().expect("a number").to_owned()
}
