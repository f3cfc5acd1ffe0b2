//! How long staff wait for a queue, among a hundred thousand open questions.

use std::time::{Duration, Instant};

use super::{
    figures::{percentile, report},
    http::Client,
    machine::{Build, Database, Server, hire},
};

/// Open questions.
const OPEN: u32 = 100_000;

/// Pages before and while it is measured.
const WARM: usize = 10;
const ASKED: usize = 100;

/// What is due at the server for one page.
const AIM: Duration = Duration::from_millis(50);

#[test]
fn a_queue_is_shown_quickly_among_a_hundred_thousand_open_questions() {
    for (engine, database) in [("SQLite", Database::sqlite()), ("PostgreSQL", Database::postgres())] {
        let database = database.seeded(Build::Guarded);
        fill(&database.url);
        hire(Build::Guarded, &database.url, "reader", "service");
        let server = Server::start(Build::Guarded, &database.url, None);
        measure(engine, &server);
    }
}

fn fill(url: &str) {
    let settings = services::Settings { secret: vec![7; 32], connections: 2, hashing: 1 };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let cx = services::Cx::open(url, settings).await.expect("the database");
        services::seed::case_bulk(&cx, OPEN).await.expect("questions");
        cx.close().await.expect("the end");
    });
}

fn measure(engine: &str, server: &Server) {
    let mut reader = Client::new(&server.address, 1);
    let reply =
        reader.post("/api/desk/sign-in", &[("login", "reader"), ("password", "load-password")]).expect("an answer");
    assert_eq!(reply.status, 200, "{}", reply.text());
    let mut answers = Vec::new();
    for asked in 0..WARM + ASKED {
        let tab = ["open", "department", "unclaimed"][asked % 3];
        let sent = Instant::now();
        let reply =
            reader.get(&format!("/zh-hans/desk/inquiries?tab={tab}&page={}", asked % 7 + 1)).expect("an answer");
        answers.push(sent.elapsed());
        assert!(reply.status == 200 && reply.text().contains("bulk"), "{}", reply.status);
    }
    let mut answers = answers.split_off(WARM);
    let (p50, p99) = (percentile(&mut answers, 0.5), percentile(&mut answers, 0.99));
    report(
        &format!("queue of {OPEN} open questions, whole page, {engine}"),
        &format!("p50 {:.1} ms, p99 {:.1} ms", p50.as_secs_f64() * 1000.0, p99.as_secs_f64() * 1000.0),
        "<= 50 ms",
    );
    assert!(p50 <= AIM, "{p50:?}");
}
