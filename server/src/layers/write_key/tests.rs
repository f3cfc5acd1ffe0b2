//! The layer around a stand-in for the server functions that counts how often it is reached and answers as it is told.

use std::{
    collections::VecDeque,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use app::server::Outcome;
use axum::{
    Router,
    http::Method,
    middleware::{from_fn, from_fn_with_state},
};
use i18n::Script;
use services::{Asker, session};
use tempfile::TempDir;
use tokio::{
    sync::{Notify, Semaphore},
    task::JoinSet,
};
use tower::ServiceExt;

use super::*;
use crate::Config;

const PATH: &str = "/api/booking/place";

/// The stand-in.
#[derive(Default)]
struct Work {
    reached: AtomicUsize,
    entered: Notify,
    /// The next answers' statuses; 200 when there are no more.
    statuses: Mutex<VecDeque<u16>>,
    /// When set, each request takes a permit before it is answered.
    gate: Option<Semaphore>,
}

impl Work {
    fn answering(statuses: &[u16]) -> Self {
        Self { statuses: Mutex::new(statuses.iter().copied().collect()), ..Self::default() }
    }

    fn gated() -> Self {
        Self { gate: Some(Semaphore::new(0)), ..Self::default() }
    }

    async fn answer(&self) -> Response {
        let count = self.reached.fetch_add(1, Ordering::SeqCst) + 1;
        self.entered.notify_one();
        if let Some(gate) = &self.gate {
            gate.acquire().await.unwrap().forget();
        }
        let status = self.statuses.lock().unwrap().pop_front().unwrap_or(200);
        assert_ne!(status, 0, "as a test has told it");
        let headers = [(header::LOCATION, format!("/zh-hans/bookings/{count}"))];
        (StatusCode::from_u16(status).unwrap(), headers, Json(count)).into_response()
    }

    fn reached(&self) -> usize {
        self.reached.load(Ordering::SeqCst)
    }
}

/// The layer with one visitor.
#[derive(Clone)]
struct House {
    router: Router,
    work: Arc<Work>,
    _folder: Arc<TempDir>,
}

impl House {
    async fn with(work: Work) -> Self {
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite:{}", folder.path().join("test.db").display());
        let config = Config::read(|name| (name == "DATABASE_URL").then(|| database.clone())).unwrap();
        let site = Site::open(config).await.unwrap();
        site.cx.migrate().await.unwrap();
        let (_, session) = session::start(&site.cx).await.unwrap();
        let asked = Asked {
            cx: site.cx.clone(),
            asker: Some(Asker::Guest(session)),
            staff: None,
            script: Script::Hans,
            address: String::new(),
            key: None,
            outcome: Outcome::default(),
        };
        let work = Arc::new(work);
        let (worker, site) = (Arc::clone(&work), Arc::clone(&site));
        let router = Router::new()
            .fallback(move || {
                let worker = Arc::clone(&worker);
                async move { worker.answer().await }
            })
            .layer(from_fn_with_state(site, layer))
            .layer(from_fn(move |mut request: Request, next: Next| {
                request.extensions_mut().insert(asked.clone());
                next.run(request)
            }));
        Self { router, work, _folder: Arc::new(folder) }
    }

    async fn post(&self, key: Option<&str>, body: &'static str) -> Reply {
        let mut request = axum::http::Request::builder()
            .method(Method::POST)
            .uri(PATH)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let text = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        let header = |name: &str| parts.headers.get(name).map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default();
        let (location, replayed, after) = (header("location"), header("idempotent-replayed"), header("retry-after"));
        Reply { status: parts.status.as_u16(), text, location, replayed: replayed == "true", after }
    }
}

#[derive(Debug)]
struct Reply {
    status: u16,
    text: String,
    location: String,
    replayed: bool,
    after: String,
}

impl Reply {
    fn is_first(&self, replayed: bool) {
        assert_eq!((self.status, self.text.as_str(), self.location.as_str()), (200, "1", "/zh-hans/bookings/1"));
        assert_eq!(self.replayed, replayed);
    }

    fn refuses(&self, code: &str) {
        assert!(self.status == 409 && self.text.contains(&format!("\"code\":\"{code}\"")), "{self:?}");
    }
}

#[tokio::test]
async fn what_is_sent_again_gets_the_same_answer() {
    let house = House::with(Work::default()).await;
    house.post(Some("k"), "draft=1").await.is_first(false);
    for _ in 0..3 {
        house.post(Some("k"), "draft=1").await.is_first(true);
    }
    house.post(Some("k"), "draft=2").await.refuses("key-reused");
    assert_eq!(house.work.reached(), 1);
}

#[tokio::test]
async fn without_a_key_every_request_is_its_own() {
    let house = House::with(Work::default()).await;
    for _ in 0..2 {
        assert!(!house.post(None, "draft=1").await.replayed);
    }
    assert_eq!(house.post(Some("no key"), "").await.status, 400);
    assert_eq!(house.work.reached(), 2);
}

#[tokio::test]
async fn of_twenty_at_once_one_is_worked_and_the_others_are_told_to_come_again() {
    let house = House::with(Work::gated()).await;
    let mut tasks = JoinSet::new();
    for _ in 0..20 {
        let house = house.clone();
        tasks.spawn(async move { house.post(Some("k"), "draft=1").await });
    }
    for _ in 0..19 {
        let reply = tasks.join_next().await.unwrap().unwrap();
        reply.refuses("in-flight");
        assert_eq!(reply.after, "1");
    }
    house.work.gate.as_ref().unwrap().add_permits(1);
    tasks.join_next().await.unwrap().unwrap().is_first(false);
    house.post(Some("k"), "draft=1").await.is_first(true);
    assert_eq!(house.work.reached(), 1);
}

#[tokio::test]
async fn a_form_is_waited_with() {
    let house = House::with(Work::gated()).await;
    let click = || {
        let house = house.clone();
        tokio::spawn(async move { house.post(None, "number=YT-1&key=page").await })
    };
    let first = click();
    house.work.entered.notified().await;
    let second = click();
    house.work.gate.as_ref().unwrap().add_permits(1);
    first.await.unwrap().is_first(false);
    second.await.unwrap().is_first(true);
    assert_eq!(house.work.reached(), 1);
}

#[tokio::test]
async fn who_hangs_up_finds_the_answer_when_he_comes_again() {
    let house = House::with(Work::gated()).await;
    {
        let sent = house.post(Some("k"), "draft=1");
        tokio::select! {
            reply = sent => panic!("answered too early: {reply:?}"),
            () = house.work.entered.notified() => {}
        }
    }
    house.post(Some("k"), "draft=1").await.refuses("in-flight");
    house.work.gate.as_ref().unwrap().add_permits(1);
    let again = loop {
        let reply = house.post(Some("k"), "draft=1").await;
        if reply.status == 200 {
            break reply;
        }
        reply.refuses("in-flight");
    };
    again.is_first(true);
    assert_eq!(house.work.reached(), 1);
}

#[tokio::test]
async fn refusals_and_faults_are_not_remembered() {
    for status in [404, 409, 422, 429, 500, 503] {
        let house = House::with(Work::answering(&[status])).await;
        assert_eq!(house.post(Some("k"), "draft=1").await.status, status);
        let again = house.post(Some("k"), "draft=other").await;
        assert_eq!((again.status, again.replayed), (200, false));
        assert_eq!(house.work.reached(), 2);
    }
}

#[tokio::test]
async fn a_panic_leaves_the_key_free() {
    let house = House::with(Work::answering(&[0])).await;
    assert_eq!(house.post(Some("k"), "draft=1").await.status, 500);
    assert_eq!(house.post(Some("k"), "draft=1").await.status, 200);
    assert_eq!(house.work.reached(), 2);
}
