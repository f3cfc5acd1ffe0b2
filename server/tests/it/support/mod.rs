//! The words of these tests: a `House` is the whole site in this process on a database of its own; a `Guest` is a
//! browser without script that keeps cookies and follows nothing by itself.
//!
//! `house.guest().get("/zh-hans").await` gives a `Page`: status, headers and text.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database};
use server::{Config, Site, router};
use services::{Clock, Outside};
use tempfile::TempDir;
use tower::ServiceExt;

/// The site in this process.
pub(crate) struct House {
    pub(crate) site: Arc<Site>,
    router: Router,
    _folder: TempDir,
}

/// A browser.
pub(crate) struct Guest {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl House {
    /// A migrated, empty database.
    pub(crate) async fn open() -> Self {
        Self::with(&[]).await
    }

    /// The same with variables of the environment.
    pub(crate) async fn with(variables: &[(&str, &str)]) -> Self {
        let house = Self::unmigrated(variables).await;
        house.site.cx.migrate().await.unwrap();
        house
    }

    /// A migrated, empty database in a house with a clock of its own.
    pub(crate) async fn with_clock(clock: Arc<dyn Clock>) -> Self {
        Self::open().await.on_clock(clock)
    }

    /// The same house by another clock.
    pub(crate) fn on_clock(self, clock: Arc<dyn Clock>) -> Self {
        let site = Site::with(self.site.config.clone(), self.site.cx.clone().with_clock(clock)).unwrap();
        Self { router: router(&site), site, _folder: self._folder }
    }

    /// The same house with another world outside.
    pub(crate) fn before(self, outside: Outside) -> Self {
        let site = Site::with(self.site.config.clone(), self.site.cx.clone().with_outside(outside)).unwrap();
        Self { router: router(&site), site, _folder: self._folder }
    }

    /// A database without a schema.
    pub(crate) async fn unmigrated(variables: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite:{}", folder.path().join("test.db").display());
        let root = folder.path().join("site");
        std::fs::create_dir_all(root.join("pkg")).unwrap();
        std::fs::write(root.join("pkg/yueding.css"), "body { color: black }".repeat(100)).unwrap();
        std::fs::write(root.join("favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
        let root = root.display().to_string();
        let config = Config::read(|name| {
            let set = variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            set.or_else(|| match name {
                "DATABASE_URL" => Some(database.clone()),
                "SITE_ROOT" => Some(root.clone()),
                _ => None,
            })
        });
        let site = Site::open(config.unwrap()).await.unwrap();
        Self { router: router(&site), site, _folder: folder }
    }

    /// Writes into the database past the site; gives how many rows that changed.
    pub(crate) async fn writes(&self, statement: &str) -> u64 {
        let mut options = ConnectOptions::new(&self.site.config.database_url);
        options.sqlx_logging(false);
        let db = Database::connect(options).await.unwrap();
        db.execute_unprepared(statement).await.unwrap().rows_affected()
    }

    /// Somebody new.
    pub(crate) fn guest(&self) -> Guest {
        Guest { router: self.router.clone(), cookies: BTreeMap::new() }
    }
}

impl Guest {
    /// Opens an address.
    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.get_with(path, &[]).await
    }

    /// Opens an address with headers of its own.
    pub(crate) async fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Page {
        let request = Request::get(path).header(header::ACCEPT, "text/html,*/*;q=0.8");
        self.send(with(request, headers).body(Body::empty()).unwrap()).await
    }

    /// Sends a form of the page `from` as a browser without script does.
    pub(crate) async fn submit(&mut self, from: &str, action: &str, fields: &[(&str, &str)]) -> Page {
        let request = Request::post(action)
            .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
            .header(header::REFERER, format!("http://127.0.0.1:3000{from}"))
            .header("sec-fetch-site", "same-origin");
        self.post(request, fields).await
    }

    /// Calls a server function as an island does.
    pub(crate) async fn call(&mut self, function: &str, fields: &[(&str, &str)]) -> Page {
        let request =
            Request::post(function).header(header::ACCEPT, "application/json").header("sec-fetch-site", "same-origin");
        self.post(request, fields).await
    }

    /// Reads through a server function.
    pub(crate) async fn read(&mut self, function: &str) -> Page {
        self.send(Request::get(function).header(header::ACCEPT, "application/json").body(Body::empty()).unwrap()).await
    }

    /// Any request at all.
    pub(crate) async fn request(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Page {
        let request = Request::builder().method(method).uri(path);
        self.send(with(request, headers).body(body.into()).unwrap()).await
    }

    async fn post(&mut self, request: axum::http::request::Builder, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Page {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() && !request.headers().contains_key(header::COOKIE) {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        Page { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// The value of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }
}

impl Page {
    /// A header's value; blank if absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it sends the browser.
    pub(crate) fn location(&self) -> &str {
        self.header("location")
    }

    /// The value of a hidden field of one of its forms.
    pub(crate) fn hidden(&self, form: &str, name: &str) -> String {
        let page = &self.text;
        let form = page.split(&format!("action=\"{form}\"")).nth(1).unwrap_or_else(|| panic!("no {form}: {page}"));
        let input = form.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {form}"));
        let value = input.split('>').next().and_then(|rest| rest.split("value=\"").nth(1));
        value.and_then(|value| value.split('"').next()).unwrap_or_default().replace("&amp;", "&")
    }

    /// Its text as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The code of a refusal in the one error shape.
    pub(crate) fn code(&self) -> String {
        let error = self.json();
        assert!(error["message"].as_str().is_some_and(|words| !words.is_empty() && !words.contains('⟦')), "{error}");
        assert!(error["fields"].is_object(), "{error}");
        error["code"].as_str().unwrap_or_default().to_owned()
    }
}

fn with(mut request: axum::http::request::Builder, headers: &[(&str, &str)]) -> axum::http::request::Builder {
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request
}
