//! Payments through a provider that does everything wrong that a provider can: nobody is charged without a booking or his money
//! back, and nothing is left that nobody knows of.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Mutex,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{
    customer::{Customer, NIGHTS, in_parallel, size, until, until_seen, until_seen_within},
    figures::report,
    front::Front,
    http::Client,
    machine::{Build, Database, Server, free_address, hire},
    outside::Sandbox,
    rush::discrepancies,
    search::fill,
};

/// Customers at a time.
const THREADS: usize = 16;

/// A customer whose payment was declined tries so often.
const ATTEMPTS: usize = 3;

/// A provider that was silent several times in a row is asked again after five minutes; it may be silent once more then.
const SILENCE: Duration = Duration::from_secs(700);

/// Every so manieth customer whose payment takes long has no patience and pays once more.
const IMPATIENT: usize = 2;

#[test]
fn the_worst_provider_leaves_nobody_charged_for_nothing() {
    let count = size("LOAD_PAYMENTS", 2_000);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database = Database::postgres().seeded(Build::Guarded);
    fill(&database.url, NIGHTS);
    hire(Build::Guarded, &database.url, "load-finance", "finance");
    let sandbox = Sandbox::start(folder.path());
    let addresses = [free_address(), free_address()];
    let variables = [Front::of(&addresses).variables(), sandbox.variables()].concat();
    let start = |address: &String| Server::at(address, Build::Guarded, &database.url, None, &variables);
    let servers: Vec<_> = addresses.iter().map(start).collect();
    let addresses: Vec<_> = servers.iter().map(|server| server.address.as_str()).collect();
    sandbox.behaves(&json!({ "mode": "worst", "seed": 7 }));

    let (began, town) = (Instant::now(), Mutex::new(Vec::new()));
    in_parallel(THREADS, count, |number| {
        let mut customer = Customer::new(&addresses, number);
        customer.books();
        goes_and_pays(&mut customer, &sandbox.0.address);
        town.lock().expect("no panic").push(customer);
    });
    let paid_in = began.elapsed();
    let mut town = town.into_inner().expect("no panic");
    told(&sandbox);
    let mut end = settled(&mut town);
    resolved(addresses[0], &end);
    told(&sandbox);
    end = settled(&mut town);

    let ends = end.iter().fold(BTreeMap::<&str, usize>::new(), |mut ends, receipt| {
        *ends.entry(state_of(receipt)).or_default() += 1;
        ends
    });
    let (state, refunds) = (sandbox.tells("state"), sum(&end, "refunded"));
    report(
        &format!("worst provider, {count} payments, PostgreSQL, 2 processes"),
        &format!("{ends:?}, {} s, settled {} s", paid_in.as_secs(), began.elapsed().as_secs()),
        "all defined, books = provider's",
    );
    assert_eq!(charged_for_nothing(&end, &sandbox.tells("orders")), [""; 0]);
    assert_eq!((sum(&end, "paid"), refunds), (fen(&state["paid_cny_fen"]), fen(&state["refunded_cny_fen"])), "{state}");
    assert!(refunds > 0 && ends.get("confirmed").is_some_and(|confirmed| confirmed * 10 > count * 8), "{ends:?}");
    assert_eq!(discrepancies(Build::Guarded, &database), "");
}

/// Pays, again where it was declined or nothing happened, and twice where it takes too long for him.
fn goes_and_pays(customer: &mut Customer, sandbox: &str) {
    let mut attempt = 0;
    while attempt < ATTEMPTS {
        let Some(order) = customer.starts(attempt) else { return };
        attempt += 1;
        let mut status = customer.pays(sandbox, &order);
        while status == "open" {
            // Somebody only said that it was paid, or it takes its time: then he cannot pay it again.
            status = customer.pays(sandbox, &order);
        }
        match status.as_str() {
            "declined" => declined(customer, &order),
            "" if impatient(customer) => {}
            _ => return,
        }
    }
}

/// The site knows that the order was declined.
fn declined(customer: &mut Customer, order: &str) {
    until("a declined payment is known", || {
        let receipt = customer.receipt();
        let payment = list(&receipt, "payments").iter().find(|payment| payment["number"] == order).cloned();
        payment.filter(|payment| payment["status"] != "open")
    });
}

/// He chooses the counter and then thinks better of it: the first attempt is closed, and may go through all the same.
fn impatient(customer: &mut Customer) -> bool {
    customer.number.is_multiple_of(IMPATIENT) && customer.chooses("counter") && customer.chooses("online")
}

/// Waits until the provider has nothing more to tell.
fn told(sandbox: &Sandbox) {
    until_seen("the provider has told everything", || {
        let state = sandbox.tells("state");
        let waits = [&state["notifications"]["waiting"], &state["orders"]["under_way"], &state["refunds"]["accepted"]];
        if waits.iter().all(|count| **count == 0) { Ok(()) } else { Err(state.to_string()) }
    });
}

/// Waits until nothing more happens by itself to anybody's money; what has become of each.
fn settled(town: &mut [Customer]) -> Vec<Value> {
    let settle = |customer: &mut Customer| {
        until_seen_within(SILENCE, "a payment is settled", || {
            let receipt = customer.receipt();
            if state_of(&receipt) == "under way" { Err(receipt.to_string()) } else { Ok(receipt) }
        })
    };
    town.iter_mut().map(settle).collect()
}

/// Where a customer stands, in a word.
fn state_of(receipt: &Value) -> &'static str {
    let payments = list(receipt, "payments");
    let any = |rows: &[Value], words: &[&str]| rows.iter().any(|row| words.iter().any(|word| row["status"] == *word));
    if any(payments, &["open"]) || any(list(receipt, "refunds"), &["due", "sent"]) {
        return "under way";
    }
    if any(payments, &["stuck"]) || any(list(receipt, "refunds"), &["stuck"]) {
        return "with a person";
    }
    match receipt["booking"]["status"].as_str() {
        Some("confirmed") => "confirmed",
        Some("held") => "unpaid",
        _ => "over",
    }
}

/// Staff give back what came in another amount or currency.
fn resolved(address: &str, receipts: &[Value]) {
    let mut finance = Client::new(address, 1);
    let signed_in = finance.post("/api/desk/sign-in", &[("login", "load-finance"), ("password", "load-password")]);
    assert_eq!(signed_in.expect("an answer").status, 200);
    for payment in receipts.iter().flat_map(|receipt| list(receipt, "payments")) {
        if payment["status"] != "stuck" || payment["received"].is_null() {
            continue;
        }
        let number = payment["number"].as_str().expect("a number");
        let fields = [("payment", number), ("how", "return"), ("why", "another amount")];
        let reply = finance.post_keyed("/api/desk/resolve-payment", &format!("resolve-{number}"), &fields);
        let reply = reply.expect("an answer");
        assert_eq!(reply.status, 200, "{}", reply.text());
    }
}

/// Orders that were paid, and brought neither a booking nor the money back, nor a person to look at them.
fn charged_for_nothing(receipts: &[Value], orders: &Value) -> Vec<String> {
    let known: HashMap<&str, (&Value, &Value)> = receipts
        .iter()
        .flat_map(|receipt| list(receipt, "payments").iter().map(move |payment| (receipt, payment)))
        .map(|(receipt, payment)| (payment["number"].as_str().expect("a number"), (receipt, payment)))
        .collect();
    let paid = orders.as_array().expect("orders").iter().filter(|order| fen(&order["paid_fen"]) > 0);
    let wrong = paid.filter(|order| {
        let Some((receipt, payment)) = known.get(order["number"].as_str().expect("a number")) else { return true };
        let (given, kept) = (&order["refunded_fen"], receipt["booking"]["status"] == "confirmed");
        let returned = given == &order["paid_fen"];
        !(payment["status"] == "stuck" || returned || (kept && payment["status"] == "paid"))
    });
    wrong.map(|order| order.to_string()).collect()
}

fn list<'a>(receipt: &'a Value, of: &str) -> &'a [Value] {
    receipt[of].as_array().map_or(&[], Vec::as_slice)
}

fn sum(receipts: &[Value], of: &str) -> i64 {
    receipts.iter().map(|receipt| fen(&receipt[of])).sum()
}

fn fen(value: &Value) -> i64 {
    value.as_i64().expect("an amount")
}
