//! Writes that book, pay or refund may be sent again under a key (`Idempotency-Key`, or the field `key` of a form): one effect,
//! one answer.
//!
//! The work is a task of its own: whoever hangs up in the middle finds its answer when he comes again. A program that comes too
//! early is told so (409, `Retry-After`); a form is waited with, because its browser has forgotten the first click.

mod chosen;
#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use app::{ApiError, server::Request as Asked};
use axum::{
    Json,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Rule;
use http_body_util::BodyExt;
use services::{
    Cx,
    write_key::{self, Answer, Keyed, LEASE, Sent, Ticket, Turn},
};
use tokio::time::{Instant, sleep, timeout};
use tracing::Instrument;

use chosen::{Chosen, chosen, is_guarded};

use super::{body, shed::Permit};
use crate::{
    Site,
    refusal::{self, Refusal},
};

/// Tells an answer that was given before from one that was worked for.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// With this header the framework's client goes on to `Location` by itself.
const REDIRECT: HeaderName = HeaderName::from_static("serverfnredirect");

/// Work takes no longer, so that it is over before its lease is.
const PATIENCE: Duration = Duration::from_secs(25);

/// A form is waited with so long, looking so often.
const WAIT: Duration = Duration::from_secs(10);
const LOOK: Duration = Duration::from_millis(50);

/// The largest answer that is remembered.
const LARGEST: usize = 256 * 1024;

const _: () = assert!(LEASE.num_seconds() > 25);

/// A keyed write on its way.
struct Work {
    asked: Asked,
    keyed: Keyed,
    waits: bool,
    request: Request,
    next: Next,
    /// The request counts among those in work until its work is over, even if its client has gone.
    _permit: Option<Permit>,
}

pub(crate) async fn layer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if !is_guarded(request.method(), request.uri().path()) {
        return next.run(request).await;
    }
    let Some(mut asked) = request.extensions().get::<Asked>().cloned() else { return next.run(request).await };
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, body::LIMIT).await else { return Refusal::TOO_LARGE.into_response() };
    let chosen = match chosen(&parts.headers, &bytes) {
        Ok(Some(chosen)) => chosen,
        Ok(None) => return next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Err(refusal) => return refusal.into_response(),
    };
    let Ok(session) = asked.session() else { return next.run(Request::from_parts(parts, Body::from(bytes))).await };
    let sent = Sent { session: &session, method: parts.method.as_str(), path: parts.uri.path(), body: &bytes };
    let waits = matches!(chosen, Chosen::Form(_));
    let keyed = match chosen {
        Chosen::Program(key) => Keyed::by_program(&site.cx, sent, &key),
        Chosen::Form(key) => Keyed::by_form(&site.cx, sent, &key),
    };
    let keyed = match keyed {
        Ok(keyed) => keyed,
        Err(error) => return refusal::of_service(&error).into_response(),
    };
    if !waits {
        asked.key = Some(keyed.key.clone());
        parts.extensions.insert(asked.clone());
    }
    let permit = parts.extensions.get::<Permit>().cloned();
    let request = Request::from_parts(parts, Body::from(bytes));
    let work = Work { asked, keyed, waits, request, next, _permit: permit };
    let span = tracing::Span::current();
    tokio::spawn(work.run().instrument(span)).await.unwrap_or_else(|_| Refusal::INTERNAL.into_response())
}

impl Work {
    async fn run(self) -> Response {
        let cx = &self.asked.cx;
        let ticket = match turn(cx, &self.keyed, self.waits).await {
            Ok(Turn::Mine(ticket)) => ticket,
            Ok(Turn::Answered(answer)) => return replayed(answer),
            Err(services::Error::Refused(rule)) => return refused(&self.asked, rule),
            Err(error) => return refusal::of_service(&error).into_response(),
        };
        // A panic in the work ends a task of its own, and not what must still be said of it.
        let worked = tokio::spawn(timeout(PATIENCE, self.next.run(self.request)).in_current_span()).await;
        let response = match worked {
            Ok(Ok(response)) => response,
            Ok(Err(_)) => Refusal::BUSY.into_response(),
            Err(_) => Refusal::INTERNAL.into_response(),
        };
        told(cx, ticket, response).await
    }
}

/// Begins the write; waits for whoever is at it, if that is wanted.
async fn turn(cx: &Cx, keyed: &Keyed, waits: bool) -> services::Result<Turn> {
    let until = Instant::now() + WAIT;
    loop {
        let turn = write_key::begin(cx, keyed).await;
        let early = matches!(&turn, Err(services::Error::Refused(Rule::InFlight)));
        if !early || !waits || Instant::now() >= until {
            return turn;
        }
        sleep(LOOK).await;
    }
}

/// Remembers an answer that tells of an effect; gives up the key of any other.
async fn told(cx: &Cx, ticket: Ticket, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let done = parts.status.is_success() && bytes.len() <= LARGEST;
    let body = done.then(|| String::from_utf8(bytes.to_vec()).ok()).flatten();
    let written = match body {
        Some(body) => {
            let location = parts.headers.get(header::LOCATION).and_then(|it| it.to_str().ok()).unwrap_or_default();
            let answer = Answer { status: parts.status.as_u16(), body, location: location.to_owned() };
            write_key::remember(cx, ticket, &answer).await
        }
        None => write_key::give_up(cx, ticket).await,
    };
    if let Err(error) = written {
        tracing::warn!(%error, "the answer to a keyed write could not be remembered");
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn replayed(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    if let Ok(location) = HeaderValue::from_str(&answer.location)
        && !answer.location.is_empty()
    {
        headers.insert(header::LOCATION, location);
        headers.insert(REDIRECT, HeaderValue::from_static(""));
    }
    (status, headers, answer.body).into_response()
}

fn refused(asked: &Asked, rule: Rule) -> Response {
    let status = StatusCode::from_u16(rule.status()).unwrap_or(StatusCode::CONFLICT);
    let mut response = (status, Json(ApiError::worded(asked.script, &rule))).into_response();
    if rule == Rule::InFlight {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    asked.outcome.refuse(rule);
    response
}
