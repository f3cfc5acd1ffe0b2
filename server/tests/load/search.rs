//! How many searches one core answers.

use std::{
    process,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use super::{
    buyers::day_ahead,
    figures::{percentile, report},
    http::Client,
    machine::{Build, Database, Server},
};

/// Connections that ask one question after the other.
const CONNECTIONS: usize = 32;

/// Nights to search among, beside the demo's.
pub(crate) const SLICES: u32 = 100_000;

/// Adds so many nights, or a few more; gives how many.
pub(crate) fn fill(url: &str, slices: u32) -> u32 {
    let settings = services::Settings { secret: vec![7; 32], connections: 2, hashing: 1 };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let cx = services::Cx::open(url, settings).await.expect("the database");
        let slices = services::seed::bulk(&cx, slices).await.expect("nights");
        cx.close().await.expect("the end");
        slices
    })
}

/// The clients are on the other cores than the server while it lives; whatever runs after is on all of them again.
struct Aside {
    cores: usize,
}

impl Aside {
    fn new() -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let aside = Self { cores };
        aside.run_on(1.min(cores - 1));
        aside
    }

    fn run_on(&self, first: usize) {
        let (cores, pid) = (format!("{first}-{}", self.cores - 1), process::id().to_string());
        let _ = process::Command::new("taskset").args(["-acp", &cores, &pid]).output();
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        self.run_on(0);
    }
}

#[test]
fn the_search_page_is_quick_over_a_hundred_thousand_slices() {
    let database = Database::sqlite().seeded(Build::Guarded);
    let slices = fill(&database.url, SLICES);
    assert!(slices >= SLICES, "only {slices} slices");
    let server = Server::start(Build::Guarded, &database.url, Some(0));
    let _aside = Aside::new();
    for (what, path) in [
        ("search page, stays of a city", format!("/zh-hans/stays?city=beijing&day={}&nights=2", day_ahead(5))),
        ("search page, trips of a day", format!("/zh-hant/trips?day={}", day_ahead(6))),
    ] {
        measure(&server, what, &path);
    }
}

fn measure(server: &Server, what: &str, path: &str) {
    ask(server, path, Duration::from_secs(2));
    let began = Instant::now();
    let mut answers = ask(server, path, Duration::from_secs(8));
    let seconds = began.elapsed().as_secs_f64();
    let (p50, p99) = (percentile(&mut answers, 0.5), percentile(&mut answers, 0.99));
    #[expect(clippy::cast_precision_loss, reason = "some ten thousands")]
    let rate = answers.len() as f64 / seconds;
    report(
        &format!("{what}, 32 connections, one core"),
        &format!("{rate:.0}/s, p50 {:.1} ms, p99 {:.1} ms", millis(p50), millis(p99)),
        "aim 2000/s",
    );
    assert!(rate > 1.0);
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The times of all answers within `time`.
fn ask(server: &Server, path: &str, time: Duration) -> Vec<Duration> {
    let (over, all) = (AtomicBool::new(false), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for number in 0..CONNECTIONS {
            let (over, all) = (&over, &all);
            scope.spawn(move || {
                let mut client = Client::new(&server.address, number);
                let mut mine = Vec::new();
                while !over.load(Ordering::Relaxed) {
                    let sent = Instant::now();
                    let reply = client.get(path).expect("an answer");
                    mine.push(sent.elapsed());
                    assert_eq!(reply.status, 200, "{}", reply.text());
                }
                all.lock().expect("no panic").append(&mut mine);
            });
        }
        thread::sleep(time); // the measured time itself
        over.store(true, Ordering::Relaxed);
    });
    all.into_inner().expect("no panic")
}
