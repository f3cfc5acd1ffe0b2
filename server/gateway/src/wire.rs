//! One signed request and its answer, with bounds on time and size.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use reqwest::{Method, StatusCode, Url, header, redirect};

use crate::{Key, LIMIT, key, nonce};

/// A connection must stand by then.
const CONNECT: Duration = Duration::from_secs(5);

/// The whole answer must be there by then.
const TOTAL: Duration = Duration::from_secs(10);

/// Sends signed requests. Follows no redirects: what is signed for one address is for no other.
#[derive(Clone, Debug)]
pub struct Wire {
    http: reqwest::Client,
    key: Key,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    /// HTTP status; not signed.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    /// Whether it is the answer to this very request, signed with the key.
    pub signed: bool,
}

/// No answer came, or not all of it: whether the request was worked on is not known. Names no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Lost(pub String);

/// What is said of an answer that does not come in time.
const LATE: &str = "no answer in time";

impl Lost {
    /// There was a connection, but no answer in time.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.0 == LATE
    }
}

impl Wire {
    /// A wire whose requests are signed with `key`.
    ///
    /// # Errors
    /// When the TLS library cannot be set up.
    pub fn new(key: Key) -> Result<Self, Lost> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .timeout(TOTAL)
            .redirect(redirect::Policy::none())
            .no_gzip()
            .no_proxy()
            .build()
            .map_err(|error| lost(&error))?;
        Ok(Self { http, key })
    }

    /// The key.
    #[must_use]
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Asks.
    ///
    /// # Errors
    /// When no whole answer comes in time.
    pub async fn get(&self, url: &str) -> Result<Reply, Lost> {
        self.send(Method::GET, url, Vec::new(), &self.key).await
    }

    /// Tells.
    ///
    /// # Errors
    /// When no whole answer comes in time.
    pub async fn post(&self, url: &str, json: Vec<u8>) -> Result<Reply, Lost> {
        self.send(Method::POST, url, json, &self.key).await
    }

    /// Tells under another key, as somebody would who has not got the right one.
    ///
    /// # Errors
    /// When no whole answer comes in time.
    pub async fn post_as(&self, key: &Key, url: &str, json: Vec<u8>) -> Result<Reply, Lost> {
        self.send(Method::POST, url, json, key).await
    }

    async fn send(&self, method: Method, url: &str, body: Vec<u8>, key: &Key) -> Result<Reply, Lost> {
        let url = Url::parse(url).map_err(|_| Lost("the address is none".to_owned()))?;
        let path = path(&url);
        let nonce = nonce();
        let mut request = self.http.request(method.clone(), url).header(header::CONTENT_TYPE, "application/json");
        for (name, value) in key.sign(method.as_str(), &path, now(), &nonce, &body) {
            request = request.header(name, value);
        }
        let mut response = request.body(body).send().await.map_err(|error| lost(&error))?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| lost(&error))? {
            if body.len() + chunk.len() > LIMIT {
                return Err(Lost("the answer is too large".to_owned()));
            }
            body.extend_from_slice(&chunk);
        }
        let get = |name: &str| response.headers().get(name)?.to_str().ok().map(str::to_owned);
        let signed = key.verify(key::RESPONSE, &path, &get, &body, now()).is_ok_and(|its| its == nonce);
        Ok(Reply { status: response.status().as_u16(), body, signed })
    }
}

impl Reply {
    /// A 2xx.
    #[must_use]
    pub fn is_success(&self) -> bool {
        StatusCode::from_u16(self.status).is_ok_and(|status| status.is_success())
    }
}

/// Now, in seconds since 1970.
#[must_use]
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Scheme, host and port of an address, as a browser compares them: `https://pay.example`, `http://127.0.0.1:3100`.
#[must_use]
pub fn origin(url: &str) -> Option<String> {
    let url = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(url.origin().ascii_serialization())
}

/// What of an address is signed.
fn path(url: &Url) -> String {
    url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
}

/// Without the address, which may be somebody's.
fn lost(error: &reqwest::Error) -> Lost {
    Lost(
        match error {
            error if error.is_timeout() && !error.is_connect() => LATE,
            error if error.is_connect() => "no connection",
            error if error.is_builder() => "the client cannot be made",
            _ => "the connection broke",
        }
        .to_owned(),
    )
}
