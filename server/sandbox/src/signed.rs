//! The signed interfaces: who asks is proved before anything is done, and each answer is signed. Where the provider misbehaves
//! towards a question, it does so here.

use std::sync::atomic::Ordering;

use axum::{
    Json,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use gateway::{Fault, Key, LIMIT, NONCE, RESPONSE, now};
use http_body_util::{Full, Limited};
use sea_orm::DbErr;

use crate::{
    Mode, Sandbox,
    plan::{Luck, chance},
};

/// An interface and whose key opens it.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) sandbox: Sandbox,
    pub(crate) key: Key,
    /// The modes are about payments.
    pub(crate) moody: bool,
}

/// Why something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refused(pub(crate) StatusCode, pub(crate) &'static str);

impl Refused {
    pub(crate) const UNKNOWN: Self = Self(StatusCode::NOT_FOUND, "unknown");
    pub(crate) const CONFLICT: Self = Self(StatusCode::CONFLICT, "conflict");
    pub(crate) const FORMAT: Self = Self(StatusCode::BAD_REQUEST, "format");
}

impl From<DbErr> for Refused {
    fn from(error: DbErr) -> Self {
        tracing::error!(%error, "the file failed");
        Self(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0, Json(Fault { fault: self.1.to_owned() })).into_response()
    }
}

pub(crate) async fn layer(State(door): State<Door>, request: Request, next: Next) -> Response {
    let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned());
    let (parts, body) = request.into_parts();
    let get = |name: &str| parts.headers.get(name)?.to_str().ok().map(str::to_owned);
    let claimed = get(NONCE).unwrap_or_default();
    let sign = |response| signed(response, &door.key, &path, claimed.clone());
    let Ok(body) = to_bytes(body, LIMIT).await else {
        return sign(Refused(StatusCode::PAYLOAD_TOO_LARGE, "too-large").into_response()).await.0;
    };
    if let Err(why) = door.key.verify(parts.method.as_str(), &path, &get, &body, now()) {
        tracing::warn!(%why, "a request is not the merchant's");
        return sign(Refused(StatusCode::UNAUTHORIZED, "signature").into_response()).await.0;
    }
    let luck = match luck(&door).await {
        Ok(luck) => luck,
        Err(refused) => return sign(refused.into_response()).await.0,
    };
    match luck {
        Luck::Ignored => std::future::pending().await,
        Luck::Dropped => broken(Bytes::from_static(b"{}")),
        Luck::Good => sign(next.run(Request::from_parts(parts, Body::from(body))).await).await.0,
        Luck::Cut => broken(sign(next.run(Request::from_parts(parts, Body::from(body))).await).await.1),
    }
}

async fn luck(door: &Door) -> Result<Luck, Refused> {
    if !door.moody {
        return Ok(Luck::Good);
    }
    Ok(match door.sandbox.mode().await? {
        Mode::Silent { .. } => Luck::Ignored,
        Mode::Cut => Luck::Cut,
        Mode::Worst { seed } => Luck::of(chance(seed, door.sandbox.0.chances.fetch_add(1, Ordering::Relaxed))),
        _ => Luck::Good,
    })
}

/// The answer with its signature, and its body once more.
async fn signed(response: Response, key: &Key, path: &str, nonce: String) -> (Response, Bytes) {
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    for (name, value) in key.sign(RESPONSE, path, now(), &nonce, &body) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            parts.headers.insert(name, value);
        }
    }
    (Response::from_parts(parts, Body::from(body.clone())), body)
}

/// An answer that breaks off before its end, and the connection with it.
fn broken(body: Bytes) -> Response {
    let length = body.len();
    Response::new(Body::new(Limited::new(Full::new(body), length.saturating_sub(1))))
}
