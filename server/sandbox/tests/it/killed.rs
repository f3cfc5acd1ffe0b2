//! Killed at any moment, the program forgets nothing it has answered.

use std::{
    net::TcpListener,
    process::{Child, Command},
};

use gateway::{Client, OrderStatus};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Merchant, SECRET, browser, key, until};

struct Program(Child);

impl Program {
    async fn start(folder: &TempDir, address: &str) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_sandbox"))
            .env("SANDBOX_LISTEN", address)
            .env("SANDBOX_DATA", folder.path().join("deep/sandbox.db"))
            .env("SANDBOX_AGAIN_MS", "20")
            .env("SANDBOX_LOG", "warn")
            .env("PAY_MERCHANT", "yueding")
            .env("PAY_SECRET", SECRET)
            .spawn()
            .unwrap();
        // Owned before anything is waited for.
        let program = Self(child);
        let address = address.to_owned();
        until(async || std::net::TcpStream::connect(&address).is_ok()).await;
        program
    }
}

/// As `kill -9`, whatever became of the test.
impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How many notifications the merchant acknowledged to the program.
async fn acknowledged(address: &str) -> u64 {
    let state = browser().get(format!("http://{address}/control/state")).send().await.unwrap().text().await.unwrap();
    serde_json::from_str::<Value>(&state).unwrap()["notifications"]["done"].as_u64().unwrap()
}

#[tokio::test]
async fn what_was_paid_before_the_kill_is_told_after_it_under_the_same_id() {
    let folder = TempDir::new().unwrap();
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let merchant = Merchant::open().await;
    merchant.is_deaf(true);

    let program = Program::start(&folder, &address).await;
    let client = Client::new(&format!("http://{address}"), key()).unwrap();
    for number in ["P-1", "P-2"] {
        client.create(&merchant.order(number, 500)).await.unwrap();
    }
    for (number, act) in [("P-1", r#"{"act":"pay"}"#), ("P-2", r#"{"act":"pay","mode":"delay","ms":1}"#)] {
        let url = format!("http://{address}/control/orders/{number}");
        assert_eq!(browser().post(url).body(act).send().await.unwrap().status(), 200);
    }
    merchant.hears(1).await;
    drop(program);

    let before = merchant.heard();
    merchant.is_deaf(false);
    let program = Program::start(&folder, &address).await;
    for number in ["P-1", "P-2"] {
        until(async || client.order(number).await.is_ok_and(|order| order.unwrap().status == OrderStatus::Paid)).await;
    }
    // Not how much was heard: what the killed program sent last may be heard only now.
    until(async || acknowledged(&address).await == 2).await;
    let after = merchant.heard().split_off(before.len());
    assert!(before.iter().all(|early| after.iter().any(|late| late.id == early.id)), "{before:?} {after:?}");
    drop(program);
}

#[tokio::test]
async fn an_address_that_is_taken_is_named() {
    let folder = TempDir::new().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_sandbox"))
        .env("SANDBOX_LISTEN", &address)
        .env("SANDBOX_DATA", folder.path().join("sandbox.db"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(&address) && said.contains("SANDBOX_LISTEN"), "{said}");
}
