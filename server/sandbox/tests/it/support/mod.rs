//! The words of these tests: a `Provider` is the sandbox on a socket of its own with a file of its own; a `Merchant` is who
//! is notified, and remembers all he hears.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use gateway::{Client, Key, NewOrder, News, Notification, Order, OrderStatus, now};
use sandbox::{Sandbox, Settings, router, work};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;

pub(crate) const SECRET: &str = "a secret of thirty-two characters";

/// Nothing that is waited for takes longer.
const DEADLINE: Duration = Duration::from_secs(20);

/// The sandbox.
pub(crate) struct Provider {
    pub(crate) url: String,
    pub(crate) client: Client,
    http: reqwest::Client,
    _folder: TempDir,
}

/// Who is notified.
#[derive(Clone)]
pub(crate) struct Merchant {
    pub(crate) url: String,
    heard: Arc<Mutex<Vec<(bool, Notification)>>>,
    deaf: Arc<AtomicBool>,
}

pub(crate) fn key() -> Key {
    Key::new("yueding", SECRET)
}

impl Provider {
    pub(crate) async fn open() -> Self {
        let folder = TempDir::new().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let settings = Settings {
            data: folder.path().join("sandbox.db").display().to_string(),
            origin: url.clone(),
            pay: key(),
            sms: key(),
            again_after: Duration::from_millis(20),
        };
        let sandbox = Sandbox::open(settings).await.unwrap();
        tokio::spawn(work(sandbox.clone()));
        tokio::spawn(async move { axum::serve(listener, router(&sandbox)).await });
        Self { client: Client::new(&url, key()).unwrap(), url, http: browser(), _folder: folder }
    }

    /// Behaves otherwise from now on.
    pub(crate) async fn behaves(&self, mode: Value) {
        let body = self.post("/control", &mode).await;
        assert_eq!(body.0, 200, "{}", body.1);
    }

    /// What the customer of an order does.
    pub(crate) async fn act(&self, number: &str, act: Value) -> (u16, Value) {
        self.post(&format!("/control/orders/{number}"), &act).await
    }

    /// The customer pays.
    pub(crate) async fn pay(&self, number: &str) {
        let (status, body) = self.act(number, json!({ "act": "pay" })).await;
        assert_eq!(status, 200, "{body}");
    }

    pub(crate) async fn look(&self, path: &str) -> Value {
        let text = self.http.get(format!("{}{path}", self.url)).send().await.unwrap().text().await.unwrap();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    pub(crate) async fn status(&self, number: &str) -> OrderStatus {
        self.client.order(number).await.unwrap().unwrap().status
    }

    /// A page as a browser without script gets it: status, text and headers.
    pub(crate) async fn page(&self, path: &str) -> (u16, String, HeaderMap) {
        read(self.http.get(format!("{}{path}", self.url)).send().await.unwrap()).await
    }

    /// A button of a page.
    pub(crate) async fn press(&self, path: &str, form: &str) -> (u16, String, HeaderMap) {
        read(self.http.post(format!("{}{path}", self.url)).body(form.to_owned()).send().await.unwrap()).await
    }

    async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let reply = self.http.post(format!("{}{path}", self.url)).body(body.to_string()).send().await.unwrap();
        (reply.status().as_u16(), serde_json::from_str(&reply.text().await.unwrap()).unwrap())
    }
}

impl Merchant {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hooks/payment/hosted", listener.local_addr().unwrap());
        let merchant = Self { url, heard: Arc::default(), deaf: Arc::default() };
        let router = Router::new().route("/hooks/payment/hosted", post(hear)).with_state(merchant.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        merchant
    }

    /// Acknowledges nothing, or everything again.
    pub(crate) fn is_deaf(&self, deaf: bool) {
        self.deaf.store(deaf, Ordering::SeqCst);
    }

    /// What he heard and believes.
    pub(crate) fn heard(&self) -> Vec<Notification> {
        self.all().into_iter().filter(|(believed, _)| *believed).map(|(_, notification)| notification).collect()
    }

    /// How often he heard what nobody signed who may.
    pub(crate) fn forgeries(&self) -> usize {
        self.all().iter().filter(|(believed, _)| !believed).count()
    }

    /// How orders stood in what he heard, in the order in which it came.
    pub(crate) fn orders(&self) -> Vec<(OrderStatus, i64, String)> {
        let orders = self.heard().into_iter().filter_map(|heard| match heard.news {
            News::Order { order } => Some((order.status, order.amount_fen, order.currency)),
            News::Refund { .. } => None,
        });
        orders.collect()
    }

    /// Waits until he has heard so much that he believes.
    pub(crate) async fn hears(&self, count: usize) {
        until(async || self.heard().len() >= count).await;
    }

    fn all(&self) -> Vec<(bool, Notification)> {
        self.heard.lock().unwrap().clone()
    }

    /// An order whose news comes here.
    pub(crate) fn order(&self, number: &str, amount_fen: i64) -> NewOrder {
        NewOrder {
            number: number.to_owned(),
            amount_fen,
            currency: "CNY".to_owned(),
            subject: "湖景房 2 晚".to_owned(),
            lang: "zh-Hant".to_owned(),
            return_url: "http://127.0.0.1:3000/zh-hant/bookings/YS-1/pay?back=1".to_owned(),
            notify_url: self.url.clone(),
            expires_at: (now() + 900) * 1000,
        }
    }

    /// The same, opened.
    pub(crate) async fn orders_at(&self, provider: &Provider, number: &str, amount_fen: i64) -> Order {
        provider.client.create(&self.order(number, amount_fen)).await.unwrap()
    }
}

async fn hear(State(merchant): State<Merchant>, headers: HeaderMap, body: Bytes) -> (StatusCode, &'static str) {
    let get = |name: &str| headers.get(name)?.to_str().ok().map(str::to_owned);
    let believed = key().verify("POST", "/hooks/payment/hosted", &get, &body, now()).is_ok();
    let notification = serde_json::from_slice(&body).unwrap();
    merchant.heard.lock().unwrap().push((believed, notification));
    match (believed, merchant.deaf.load(Ordering::SeqCst)) {
        (false, _) => (StatusCode::UNAUTHORIZED, "forged"),
        (true, true) => (StatusCode::SERVICE_UNAVAILABLE, "later"),
        (true, false) => (StatusCode::OK, "ok"),
    }
}

/// Waits for a condition; fails when it does not come.
pub(crate) async fn until(condition: impl AsyncFn() -> bool) {
    let began = Instant::now();
    while !condition().await {
        assert!(began.elapsed() < DEADLINE, "it did not happen in time");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Follows nothing by itself.
pub(crate) fn browser() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

async fn read(reply: reqwest::Response) -> (u16, String, HeaderMap) {
    let (status, headers) = (reply.status().as_u16(), reply.headers().clone());
    (status, reply.text().await.unwrap(), headers)
}
