//! The payment provider of these tests: the sandbox in this process, on a socket and a file of its own, with the demo secret.

use std::time::Duration;

use gateway::Key;
use sandbox::{Sandbox, Settings, router, work};
use serde_json::Value;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// Where the site of these tests hears of payments.
pub(crate) const HOOK: &str = "/hooks/payment/hosted";

/// The sandbox.
pub(crate) struct Provider {
    pub(crate) url: String,
    http: reqwest::Client,
    _folder: TempDir,
}

/// The key that a site without further configuration has.
pub(crate) fn key() -> Key {
    Key::new("yueding-demo", "yueding-demo-pay-secret-not-for-production-use")
}

impl Provider {
    /// One that behaves.
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        Self::at(listener, &origin).await
    }

    /// One that believes to be reached at another origin.
    pub(crate) async fn believing(origin: &str) -> Self {
        Self::at(TcpListener::bind("127.0.0.1:0").await.unwrap(), origin).await
    }

    async fn at(listener: TcpListener, origin: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let settings = Settings {
            data: folder.path().join("sandbox.db").display().to_string(),
            origin: origin.to_owned(),
            pay: key(),
            sms: Key::new("yueding-demo", "yueding-demo-sms-secret-not-for-production-use"),
            again_after: Duration::from_millis(20),
        };
        let sandbox = Sandbox::open(settings).await.unwrap();
        tokio::spawn(work(sandbox.clone()));
        tokio::spawn(async move { axum::serve(listener, router(&sandbox)).await });
        Self { url, http: reqwest::Client::builder().no_proxy().build().unwrap(), _folder: folder }
    }

    /// How it behaves from now on, such as `{"mode": "lose"}`.
    pub(crate) async fn behaves(&self, mode: Value) {
        self.post("/control", &mode).await;
    }

    /// What the customer of an order does, such as `{"act": "pay"}`.
    pub(crate) async fn act(&self, number: &str, act: Value) {
        self.post(&format!("/control/orders/{number}"), &act).await;
    }

    /// Counts and sums.
    pub(crate) async fn state(&self) -> Value {
        let text = self.http.get(format!("{}/control/state", self.url)).send().await.unwrap().text().await.unwrap();
        serde_json::from_str(&text).unwrap()
    }

    async fn post(&self, path: &str, body: &Value) {
        let reply = self.http.post(format!("{}{path}", self.url)).body(body.to_string()).send().await.unwrap();
        assert!(reply.status().is_success(), "{path} {body}: {}", reply.text().await.unwrap());
    }
}
