//! The words of the layer's tests: a `House` with one visitor, and a form as a browser writes it.

use std::{collections::BTreeMap, sync::Arc};

use app::server::{Outcome, Request as Asked};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{StatusCode, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use domain::{Rule, upload::read_files};
use i18n::Script;
use services::{Asker, Session, session, upload};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};
use tower::ServiceExt;

use crate::{
    Config, Site,
    layers::{body, plain_form, upload::layer},
};

pub(super) const ASK: &str = "/api/inquiry/ask";
pub(super) const BOUNDARY: &str = "----geckoformboundary7f";

/// A picture of so many bytes that declares so many pixels a side.
pub(super) fn png(size: usize, side: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend([side.to_be_bytes(), side.to_be_bytes()].concat());
    bytes.extend(b"\x08\x02\0\0\0");
    bytes.resize(size.max(bytes.len()), b'-');
    bytes
}

/// A form as a browser writes it.
#[derive(Default)]
pub(super) struct Sent(pub(super) Vec<u8>);

impl Sent {
    pub(super) fn typed(mut self, name: &str, value: &str) -> Self {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        self.0.extend(head.as_bytes());
        self
    }

    pub(super) fn file(self, name: &str, bytes: &[u8]) -> Self {
        self.file_in("files", name, bytes)
    }

    pub(super) fn file_in(mut self, field: &str, name: &str, bytes: &[u8]) -> Self {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: image/png\r\n\r\n"
        );
        self.0.extend(head.as_bytes());
        self.0.extend(bytes);
        self.0.extend(b"\r\n");
        self
    }

    pub(super) fn end(mut self) -> Vec<u8> {
        self.0.extend(format!("--{BOUNDARY}--\r\n").as_bytes());
        self.0
    }
}

/// The layers with one visitor.
pub(super) struct House {
    router: Router,
    pub(super) asked: Asked,
    pub(super) session: Session,
    pub(super) site: Arc<Site>,
    _folder: TempDir,
    _alone: MutexGuard<'static, ()>,
}

/// One house at a time: some of its tests look at the memory of the whole process.
static ALONE: Mutex<()> = Mutex::const_new(());

/// What came of a form.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    /// What has reached the stand-in.
    pub(super) fields: BTreeMap<String, String>,
    pub(super) location: String,
}

impl Reply {
    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    pub(super) fn files(&self) -> usize {
        domain::upload::ids(self.field("files")).len()
    }

    pub(super) fn fault(&self) -> &str {
        self.field("files_fault")
    }
}

impl House {
    pub(super) async fn open() -> Self {
        let alone = ALONE.lock().await;
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite:{}", folder.path().join("test.db").display());
        let config = Config::read(|name| (name == "DATABASE_URL").then(|| database.clone())).unwrap();
        let site = Site::open(config).await.unwrap();
        site.cx.migrate().await.unwrap();
        let (_, session) = session::start(&site.cx).await.unwrap();
        let asked = Asked {
            cx: site.cx.clone(),
            asker: Some(Asker::Guest(session.clone())),
            staff: None,
            script: Script::Hans,
            address: "192.0.2.7".to_owned(),
            key: None,
            outcome: Outcome::default(),
        };
        let (known, outcome) = (asked.clone(), asked.outcome.clone());
        let router = Router::new()
            .fallback(move |request: Request| answer(outcome.clone(), request))
            .layer(from_fn_with_state(Arc::clone(&site), plain_form::layer))
            .layer(from_fn_with_state(Arc::clone(&site), layer))
            .layer(from_fn(body::layer))
            .layer(from_fn(move |mut request: Request, next: Next| {
                request.extensions_mut().insert(known.clone());
                next.run(request)
            }));
        Self { router, asked, session, site, _folder: folder, _alone: alone }
    }

    /// As script sends it.
    pub(super) async fn post(&self, body: impl Into<Body>) -> Reply {
        self.request(ASK, &format!("multipart/form-data; boundary={BOUNDARY}"), "application/json", body).await
    }

    /// As a browser without script sends it.
    pub(super) async fn submit(&self, body: impl Into<Body>) -> Reply {
        self.request(ASK, &format!("multipart/form-data; boundary={BOUNDARY}"), "text/html", body).await
    }

    pub(super) async fn request(&self, path: &str, kind: &str, accept: &str, body: impl Into<Body>) -> Reply {
        let request = axum::http::Request::post(path)
            .header(header::CONTENT_TYPE, kind)
            .header(header::ACCEPT, accept)
            .header(header::REFERER, "http://127.0.0.1:3000/zh-hans/inquiries/new")
            .body(body.into())
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let location = response.headers().get(header::LOCATION).map(|it| it.to_str().unwrap().to_owned());
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let fields = serde_json::from_slice(&bytes).unwrap_or_default();
        Reply { status, fields, location: location.unwrap_or_default() }
    }

    pub(super) async fn content(&self, id: &str) -> upload::Content {
        upload::open_own(&self.asked.cx, &self.session, id).await.unwrap()
    }
}

/// Tells what it got; refuses what has a fault, as the server functions do, when it is told to.
async fn answer(outcome: Outcome, request: Request) -> Response {
    assert_eq!(request.headers()[header::CONTENT_TYPE], "application/x-www-form-urlencoded");
    let body = to_bytes(request.into_body(), usize::MAX).await.unwrap();
    let mut fields = BTreeMap::<String, String>::new();
    for (name, value) in form_urlencoded::parse(&body) {
        let had = fields.insert(name.clone().into_owned(), value.into_owned());
        assert!(name == "extras" || had.is_none(), "{name} came twice");
    }
    let read = |name: &str| fields.get(name).map_or("", String::as_str);
    if !read("strict").is_empty()
        && let Err(faults) = read_files(read("files"), read("files_fault"))
    {
        outcome.refuse(Rule::Invalid(faults));
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    axum::Json(fields).into_response()
}
