//! More buyers than units: nobody gets what is not there, nobody loses what he was promised.

use std::sync::Mutex;

use super::{
    buyers::{Booked, Departure, Rush},
    figures::{percentile, report},
    machine::{Build, Database, Server, run},
};

/// Units that are left when the rush begins.
const LEFT: usize = 20;
/// Buyers who come at once.
const BUYERS: usize = 200;

/// A rush on a database by so many server processes.
fn last_units(build: Build, database: &Database, processes: usize) -> Rush {
    let servers: Vec<_> = (0..processes).map(|_| Server::start(build, &database.url, None)).collect();
    let addresses: Vec<_> = servers.iter().map(|server| server.address.as_str()).collect();
    let mut departure = Departure::with(addresses[0], LEFT);
    departure.sell_down_to(addresses[0], LEFT);
    departure.rush(&addresses, BUYERS, usize::MAX, || {})
}

/// What `server check` finds; blank when slices and claims agree.
pub(crate) fn discrepancies(build: Build, database: &Database) -> String {
    let output = run(build, &database.url, &["check"]);
    if output.status.success() {
        return String::new();
    }
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn exactly_the_last_units_are_sold(database: &Database, processes: usize, what: &str) {
    let mut rush = last_units(Build::Guarded, database, processes);
    let (p99, took) = (percentile(&mut rush.answered_in, 0.99), rush.took);
    report(
        &format!("200 buyers, last 20 units, {what}"),
        &format!("{} booked, p99 {} ms, all {} ms", rush.booked.len(), p99.as_millis(), took.as_millis()),
        "exactly 20, no 5xx, check clean",
    );
    assert_eq!(rush.odd, [""; 0]);
    assert_eq!((rush.booked.len(), rush.refused, rush.broken), (LEFT, BUYERS - LEFT, 0));
    assert_eq!(discrepancies(Build::Guarded, database), "");
}

#[test]
fn two_processes_on_postgres_sell_exactly_the_last_units() {
    exactly_the_last_units_are_sold(&Database::postgres().seeded(Build::Guarded), 2, "PostgreSQL, 2 processes");
}

#[test]
fn one_process_on_sqlite_sells_exactly_the_last_units() {
    exactly_the_last_units_are_sold(&Database::sqlite().seeded(Build::Guarded), 1, "SQLite, 1 process");
}

#[test]
fn a_server_without_the_guard_is_caught_overselling() {
    for (database, processes, what) in [(Database::postgres(), 2, "PostgreSQL"), (Database::sqlite(), 1, "SQLite")] {
        let database = database.seeded(Build::Unguarded);
        let rush = last_units(Build::Unguarded, &database, processes);
        let found = discrepancies(Build::Unguarded, &database);
        report(
            &format!("the same without the guard, {what}"),
            &format!("{} booked", rush.booked.len()),
            "more than 20, caught",
        );
        assert!(rush.booked.len() > LEFT, "the load does not race: {} booked, {:?}", rush.booked.len(), rush.odd);
        assert!(!found.is_empty(), "`check` does not see the oversell");
    }
}

/// Kills the server while bookings are being made; what it has answered for must be there when it is back.
fn nothing_promised_is_lost(database: &Database, what: &str) {
    let server = Server::start(Build::Guarded, &database.url, None);
    let address = server.address.clone();
    let departure = Departure::with(&address, LEFT);
    let server = Mutex::new(server);
    let rush = departure.rush(&[&address], BUYERS, LEFT / 2, || server.lock().expect("no panic").kill());
    assert!(rush.broken > 0, "the server was killed too late to matter: {} booked", rush.booked.len());

    let again = Server::start(Build::Guarded, &database.url, None);
    let promised = rush.booked.len();
    let lost: Vec<_> = rush.booked.into_iter().filter_map(|booked| missing(booked, &again.address)).collect();
    report(
        &format!("kill -9 in the middle, {what}"),
        &format!("{promised} promised, {} lost, {} cut off", lost.len(), rush.broken),
        "none lost, check clean",
    );
    assert_eq!(lost, [""; 0]);
    assert_eq!(discrepancies(Build::Guarded, database), "");
}

/// The number of a booking that its visitor does not find any more.
fn missing(booked: Booked, address: &str) -> Option<String> {
    let Booked { number, visitor } = booked;
    let mut visitor = visitor.moved_to(address);
    let reply = visitor.get(&format!("/zh-hans/bookings/{number}")).expect("an answer");
    (reply.status != 200 || !reply.text().contains(&number)).then_some(number)
}

#[test]
fn a_killed_server_on_sqlite_keeps_what_it_promised() {
    nothing_promised_is_lost(&Database::sqlite().seeded(Build::Guarded), "SQLite");
}

#[test]
fn a_killed_server_on_postgres_keeps_what_it_promised() {
    nothing_promised_is_lost(&Database::postgres().seeded(Build::Guarded), "PostgreSQL");
}
