//! How soon a process answers.

use super::{
    figures::{percentile, report},
    machine::{Build, Database, Server},
};

#[test]
fn a_process_answers_soon_after_its_start() {
    let database = Database::sqlite().seeded(Build::Guarded);
    let mut times: Vec<_> = (0..11).map(|_| Server::start(Build::Guarded, &database.url, None).started_in).collect();
    let median = percentile(&mut times, 0.5);
    let slowest = times.last().copied().unwrap_or_default();
    report(
        "process start to first page (200), seeded SQLite",
        &format!("{:.0} ms median, {:.0} ms worst of 11", median.as_secs_f64() * 1e3, slowest.as_secs_f64() * 1e3),
        "aim 50 ms",
    );
}
