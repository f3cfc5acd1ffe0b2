//! The same booking sent again and again at once, by clients that hang up: one effect for each key.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use super::{
    customer::{Customer, NIGHTS, in_parallel, size, until},
    figures::report,
    machine::{Build, Database, Server},
    rush::discrepancies,
    search::fill,
};

/// How often each is sent at once.
const REPLAYS: usize = 20;

/// Keys at a time.
const THREADS: usize = 6;

/// What came of the replays.
#[derive(Default)]
struct Tally {
    answered: AtomicUsize,
    in_flight: AtomicUsize,
    cut: AtomicUsize,
    odd: Mutex<Vec<String>>,
}

#[test]
fn a_thousand_keys_have_one_effect_each() {
    let keys = size("LOAD_KEYS", 1_000);
    let database = Database::postgres().seeded(Build::Guarded);
    fill(&database.url, NIGHTS);
    let servers: Vec<_> = (0..2).map(|_| Server::start(Build::Guarded, &database.url, None)).collect();
    let addresses: Vec<_> = servers.iter().map(|server| server.address.as_str()).collect();
    let (tally, began) = (Tally::default(), Instant::now());
    in_parallel(THREADS, keys, |number| one_key(&addresses, number, &tally));
    let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
    let (answered, in_flight, cut) = (count(&tally.answered), count(&tally.in_flight), count(&tally.cut));
    report(
        &format!("{keys} keys x {REPLAYS} replays, PostgreSQL, 2 processes"),
        &format!("1 each; {answered} ok, {in_flight} early, {cut} cut, {} s", began.elapsed().as_secs()),
        "one effect each, check clean",
    );
    assert_eq!(*tally.odd.lock().expect("no panic"), [""; 0]);
    assert!(cut > keys && answered > keys, "connections were cut too early or too late to matter");
    assert_eq!(discrepancies(Build::Guarded, &database), "");
}

/// Sends one booking many times at once, then until it is answered.
fn one_key(addresses: &[&str], number: usize, tally: &Tally) {
    let mut customer = Customer::new(addresses, number);
    let (draft, key) = (customer.fills_in(), format!("key-{number}"));
    let numbers = Mutex::new(BTreeSet::new());
    thread::scope(|scope| {
        for replay in 0..REPLAYS {
            let (customer, draft, key, numbers) = (&customer, &draft, &key, &numbers);
            scope.spawn(move || {
                let address = addresses[replay % addresses.len()];
                numbers.lock().expect("no panic").extend(replayed(customer, address, draft, key, tally));
            });
        }
    });
    let mut numbers = numbers.into_inner().expect("no panic");
    numbers.insert(until("the booking is answered for", || {
        let reply = customer.keyed("booking/place", &key, &[("draft", &draft)])?;
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()["id"].as_str().map(str::to_owned)
    }));
    if numbers.len() != 1 || customer.bookings() != 1 {
        let odd = format!("{key}: {numbers:?}, {} bookings", customer.bookings());
        tally.odd.lock().expect("no panic").push(odd);
    }
}

/// One of the replays, perhaps cut off; the booking's number if it was told.
fn replayed(customer: &Customer, address: &str, draft: &str, key: &str, tally: &Tally) -> Option<String> {
    let (path, fields) = ("/api/booking/place", [("draft", draft)]);
    let chance = rand::random::<u64>();
    let patience = Duration::from_millis(1 + chance / 8 % 300);
    let count = |of: &AtomicUsize| of.fetch_add(1, Ordering::Relaxed);
    if chance.is_multiple_of(8) {
        // Whether the half of it arrives is the network's affair.
        let _ = customer.window(address).post_half(path, key, &fields);
        count(&tally.cut);
        return None;
    }
    match customer.window(address).patient(patience).post_keyed(path, key, &fields) {
        Err(_) => count(&tally.cut),
        Ok(reply) if reply.status == 200 => {
            count(&tally.answered);
            return reply.json()["id"].as_str().map(str::to_owned);
        }
        Ok(reply) if reply.json()["code"] == "in-flight" => count(&tally.in_flight),
        Ok(reply) => {
            let odd = format!("{} {}", reply.status, reply.text());
            tally.odd.lock().expect("no panic").push(odd);
            0
        }
    };
    None
}
