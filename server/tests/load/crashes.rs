//! Servers, the worker, the payment provider with its text messages, and the mail server are killed again and again under load: what was
//! acknowledged stays, and everybody is told what happened, once, by mail or by text message.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use serde_json::json;

use super::{
    customer::{Customer, NIGHTS, size, until_seen},
    figures::report,
    front::Front,
    machine::{Build, Database, Server, free_address},
    outside::{Postbox, Sandbox},
    rush::discrepancies,
    search::fill,
};

/// Customers at a time.
const THREADS: usize = 6;

/// So much happens between two kills, unless it takes too long.
const PROGRESS: usize = 4;
const TOO_LONG: Duration = Duration::from_secs(3);

/// Who is killed, one round after the other. The mail server seldom: a mail that finds it down several times waits for long.
const VICTIMS: [&[Victim]; 10] = [
    &[Victim::Server(0)],
    &[Victim::Server(WORKER)],
    &[Victim::Sandbox],
    &[Victim::Server(0), Victim::Sandbox],
    &[Victim::Server(1), Victim::Server(WORKER)],
    &[Victim::Postbox],
    &[Victim::Server(0), Victim::Server(1)],
    &[Victim::Sandbox],
    &[Victim::Server(0)],
    &[Victim::Server(1), Victim::Sandbox],
];

/// The process that does the jobs: mails, texts, questions to the provider. The two before it serve the site and do none.
const WORKER: usize = 2;

#[derive(Clone, Copy, Debug)]
enum Victim {
    Server(usize),
    Sandbox,
    Postbox,
}

/// Everything that is killed.
struct House<'a> {
    database: &'a Database,
    variables: Vec<(&'static str, String)>,
    addresses: Vec<String>,
    servers: Vec<Server>,
    sandbox: Sandbox,
    postbox: Postbox,
    kills: usize,
}

impl House<'_> {
    fn kill(&mut self, victim: Victim) {
        self.kills += 1;
        match victim {
            Victim::Server(index) => self.servers[index].kill(),
            Victim::Sandbox => self.sandbox.0.kill(),
            Victim::Postbox => self.postbox.process.kill(),
        }
    }

    fn raise(&mut self, victim: Victim) {
        match victim {
            Victim::Server(index) => self.servers[index] = self.server(index),
            Victim::Sandbox => self.sandbox.0.again(),
            Victim::Postbox => self.postbox.process.again(),
        }
    }

    fn server(&self, index: usize) -> Server {
        let jobs = ("JOBS_EVERY", if index == WORKER { "1" } else { "0" }.to_owned());
        let variables = [self.variables.as_slice(), &[jobs]].concat();
        Server::at(&self.addresses[index], Build::Guarded, &self.database.url, None, &variables)
    }
}

#[test]
fn a_hundred_kills_lose_no_payment_and_no_notice() {
    let rounds = size("LOAD_CRASHES", 100);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database = Database::postgres().seeded(Build::Guarded);
    fill(&database.url, NIGHTS);
    let (sandbox, postbox) = (Sandbox::start(folder.path()), Postbox::start(folder.path()));
    let addresses = vec![free_address(), free_address(), free_address()];
    let mut house = House {
        database: &database,
        variables: [Front::of(&addresses[..WORKER]).variables(), sandbox.with_texts(), postbox.variables()].concat(),
        addresses,
        servers: Vec::new(),
        sandbox,
        postbox,
        kills: 0,
    };
    house.servers = (0..=WORKER).map(|index| house.server(index)).collect();
    house.sandbox.behaves(&json!({ "mode": "repeat", "n": 1 }));

    let began = Instant::now();
    let mut town = under_load(&mut house, rounds);
    let stormed_for = began.elapsed();
    let lost = lost(&mut town, &house.sandbox);
    let (mails, mailed_twice) = told(&town, "mail", || house.postbox.taken());
    let (texts, texted_twice) = told(&town, "text", || house.sandbox.texts());
    let doubles = mailed_twice + texted_twice;
    report(
        &format!("{} x kill -9 in {rounds} rounds, PostgreSQL, 2 servers and a worker", house.kills),
        &format!(
            "{} paid, {} lost, {mails} mails, {texts} texts, {doubles} twice, {} s + {} s",
            town.len(),
            lost.len(),
            stormed_for.as_secs(),
            began.elapsed().saturating_sub(stormed_for).as_secs()
        ),
        "none lost, twice <= kills, check clean",
    );
    assert_eq!(lost, [""; 0]);
    assert!(town.len() >= rounds, "too little happened between the kills: {} paid", town.len());
    assert!(doubles <= house.kills, "{doubles} notices came twice");
    assert!(mails > 0 && texts > 0, "{mails} mails, {texts} texts");
    assert_eq!(discrepancies(Build::Guarded, &database), "");
}

/// Customers book and pay while one after the other is killed and started again; everybody whose payment was acknowledged.
fn under_load(house: &mut House<'_>, rounds: usize) -> Vec<Customer> {
    let (over, steps, next, town) =
        (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
    let addresses = house.addresses[..WORKER].to_vec();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let sandbox = house.sandbox.0.address.clone();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let mut customer = Customer::new(&addresses, number);
                    if number % 2 == 1 {
                        customer.has_no_mail();
                    }
                    customer.books();
                    steps.fetch_add(1, Ordering::Relaxed);
                    let Some(order) = customer.starts(0) else { continue };
                    // The answer to a payment may be lost with the provider: then it is over when he tries again.
                    let status = customer.pays(&sandbox, &order);
                    assert!(status == "paid" || status.is_empty(), "{status}");
                    steps.fetch_add(1, Ordering::Relaxed);
                    town.lock().expect("no panic").push(customer);
                }
            });
        }
        // Also when a kill fails: the customers must not go on for ever.
        let _end = OnDrop(|| over.store(true, Ordering::Relaxed));
        for round in 0..rounds {
            let (goal, began) = (steps.load(Ordering::Relaxed) + PROGRESS, Instant::now());
            while steps.load(Ordering::Relaxed) < goal && began.elapsed() < TOO_LONG {
                thread::sleep(Duration::from_millis(5)); // the customers' work
            }
            let victims = VICTIMS[round % VICTIMS.len()];
            victims.iter().for_each(|victim| house.kill(*victim));
            victims.iter().for_each(|victim| house.raise(*victim));
        }
    });
    town.into_inner().expect("no panic")
}

/// Those whose payment the provider has acknowledged, and who do not get their booking for it.
fn lost(town: &mut [Customer], sandbox: &Sandbox) -> Vec<String> {
    for customer in town.iter_mut() {
        until_seen("a payment is settled", || {
            let receipt = customer.receipt();
            if receipt["booking"]["status"] == "confirmed" { Ok(()) } else { Err(receipt.to_string()) }
        });
    }
    let orders = sandbox.tells("orders");
    let (mut lost, mut sums) = (Vec::new(), (0, 0));
    for order in orders.as_array().expect("orders") {
        sums.0 += order["paid_fen"].as_i64().expect("an amount");
    }
    for customer in town.iter_mut() {
        let receipt = customer.receipt();
        sums.1 += receipt["paid"].as_i64().expect("an amount");
        if receipt["paid"] != receipt["payments"][0]["amount"] {
            lost.push(receipt.to_string());
        }
    }
    if sums.0 != sums.1 {
        lost.push(format!("the provider has {} fen, the books {}", sums.0, sums.1));
    }
    lost
}

/// Waits until everybody has been told by that channel of his booking and of its payment, neither less nor more; how many notices came,
/// and how many of them once more.
fn told(
    town: &[Customer],
    channel: &str,
    taken: impl Fn() -> BTreeMap<String, BTreeMap<String, usize>>,
) -> (usize, usize) {
    let theirs: Vec<String> = town
        .iter()
        .filter(|customer| customer.email.is_empty() == (channel == "text"))
        .map(|customer| if customer.email.is_empty() { customer.phone() } else { customer.email.clone() })
        .collect();
    let taken = until_seen(&format!("everybody is told by {channel}"), || {
        let taken = taken();
        let lacks = |address: &&String| taken.get(*address).is_none_or(|notices| notices.len() < 2);
        let waiting = theirs.iter().filter(lacks).count();
        if waiting == 0 { Ok(taken) } else { Err(format!("{waiting} wait for theirs")) }
    });
    let surplus: Vec<_> = theirs.iter().filter(|address| taken[*address].len() > 2).collect();
    assert_eq!(surplus, [""; 0], "told of more than there was to tell");
    let counts: Vec<usize> = taken.values().flat_map(|notices| notices.values().copied()).collect();
    (counts.len(), counts.iter().map(|count| count - 1).sum())
}

/// Does something when it goes out of scope.
struct OnDrop<F: Fn()>(F);

impl<F: Fn()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        self.0();
    }
}
