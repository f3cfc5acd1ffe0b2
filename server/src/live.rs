//! Streams of news for the pages that are live, and help for a question that is being written. Everything is rendered here, by the
//! components of the pages; the browser only puts it in its place.
//!
//! A stream of a case begins at an entry (`since`, or `Last-Event-ID` after a lost connection) and sends what follows, in order, without
//! gap or double.

use std::{convert::Infallible, sync::Arc, time::Duration};

use app::{
    inquiry::fragment::{self, Side},
    server::Request as Asked,
};
use axum::{
    Extension, Form,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{
        Html, IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use domain::case::{CaseNumber, Mate};
use futures_util::{Stream, stream};
use i18n::Script;
use serde::Deserialize;
use services::{
    Staff,
    case::{self, Follower, News},
};
use tokio::{sync::watch, time::timeout};

use crate::{
    Site,
    refusal::{self, Refusal},
};

/// A queue is not told of changes oftener than this.
const BREATH: Duration = Duration::from_secs(2);

/// A staff member who looks at a case says so again and again.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// A stream ends after so long: the browser comes again, and whoever may not read any more is told so.
const SPAN: Duration = Duration::from_secs(300);

/// After so long.
const AGAIN: Duration = Duration::from_millis(500);

/// Where a stream begins.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Since {
    #[serde(default)]
    since: u32,
}

/// `GET /{script}/live/inquiries/{number}`: the asker's question.
pub(crate) async fn inquiry(
    State(site): State<Arc<Site>>,
    Extension(asked): Extension<Asked>,
    Path((_, number)): Path<(String, String)>,
    Query(since): Query<Since>,
    headers: HeaderMap,
) -> Response {
    let follower = async {
        let number: CaseNumber = number.parse().map_err(|_| domain::Rule::Unknown)?;
        let asker = asked.asker.clone().ok_or(domain::Rule::Unknown)?;
        case::follow(&site.cx, &asker, &number, begin(&headers, &since)).await
    };
    match follower.await {
        Ok(follower) => streamed(&site, told(Tale::of_customer(asked.script, follower))),
        Err(error) => refusal::of_service(&error).into_response(),
    }
}

/// `GET /{script}/live/desk/{number}`: the same for staff, with what is internal and who else looks at it.
pub(crate) async fn desk_inquiry(
    State(site): State<Arc<Site>>,
    Extension(asked): Extension<Asked>,
    Path((_, number)): Path<(String, String)>,
    Query(since): Query<Since>,
    headers: HeaderMap,
) -> Response {
    let tale = async {
        let number: CaseNumber = number.parse().map_err(|_| domain::Rule::Unknown)?;
        let staff = asked.staff.clone().ok_or(domain::Rule::SignIn)?;
        let follower = case::follow_at_desk(&site.cx, &staff, &number, begin(&headers, &since)).await?;
        case::desk::stay(&site.cx, &staff, &number).await?;
        services::Result::Ok(Tale::of_staff(asked.script, follower, Watcher { cx: site.cx.clone(), staff, number }))
    };
    match tale.await {
        Ok(tale) => streamed(&site, told(tale)),
        Err(error) => refusal::of_service(&error).into_response(),
    }
}

/// `GET /{script}/live/desk`: that something has changed in the queues.
pub(crate) async fn desk(State(site): State<Arc<Site>>, Extension(asked): Extension<Asked>) -> Response {
    if asked.staff.is_none() {
        return refusal::of_service(&domain::Rule::SignIn.into()).into_response();
    }
    let bell = site.cx.bus().desk();
    let changes = stream::unfold((bell, true), |(mut bell, first)| async move {
        if !first {
            tokio::time::sleep(BREATH).await;
        }
        bell.changed().await.ok()?;
        Some((vec![Event::default().event("changed").data("queue")], (bell, false)))
    });
    streamed(&site, changes)
}

/// `POST /{script}/live/offer`: articles that may answer what is being written, as they are shown.
pub(crate) async fn offer(Extension(asked): Extension<Asked>, Form(written): Form<Written>) -> Response {
    match asked.offers(&written.text).await {
        Ok(hits) => Html(fragment::offers(asked.script, hits)).into_response(),
        Err(_) => Refusal::INTERNAL.into_response(),
    }
}

/// A question that is being written.
#[derive(Debug, Deserialize)]
pub(crate) struct Written {
    #[serde(default)]
    text: String,
}

/// The entry after which a stream begins.
fn begin(headers: &HeaderMap, since: &Since) -> u32 {
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    last.unwrap_or(since.since)
}

/// What a stream tells of a case, and to whom.
struct Tale {
    script: Script,
    side: Side,
    follower: Follower,
    watcher: Option<Watcher>,
    /// Who else was there when it was told last.
    mates: Option<Vec<Mate>>,
}

/// A staff member who looks at a case; gone when the stream is.
struct Watcher {
    cx: services::Cx,
    staff: Staff,
    number: CaseNumber,
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let (cx, staff, number) = (self.cx.clone(), self.staff.clone(), self.number.clone());
        tokio::spawn(async move {
            if let Err(error) = case::desk::leave(&cx, &staff, &number).await {
                tracing::debug!(%error, "that somebody has gone could not be noted");
            }
        });
    }
}

impl Tale {
    const fn of_customer(script: Script, follower: Follower) -> Self {
        Self { script, side: Side::Customer, follower, watcher: None, mates: None }
    }

    const fn of_staff(script: Script, follower: Follower, watcher: Watcher) -> Self {
        Self { script, side: Side::Desk, follower, watcher: Some(watcher), mates: None }
    }

    /// Waits for news and words them; for staff also who has come and gone.
    async fn next(&mut self) -> services::Result<Vec<Event>> {
        let Some(watcher) = &self.watcher else {
            let news = self.follower.next().await?;
            return Ok(self.worded(&news));
        };
        loop {
            let news = self.follower.look().await?;
            let mut events = news.as_ref().map(|news| self.worded(news)).unwrap_or_default();
            let mates = case::desk::mates(&watcher.cx, &watcher.staff, &watcher.number).await?;
            if self.mates.as_ref() != Some(&mates) {
                events.push(Event::default().event("mates").data(fragment::mates(self.script, mates.clone())));
                self.mates = Some(mates);
            }
            if !events.is_empty() {
                return Ok(events);
            }
            if timeout(HEARTBEAT, self.follower.wait()).await.is_err() {
                case::desk::stay(&watcher.cx, &watcher.staff, &watcher.number).await?;
            }
        }
    }

    fn worded(&self, news: &News) -> Vec<Event> {
        let entry = |item| Event::default().event("entry").data(fragment::entry(self.script, item, self.side));
        let mut events: Vec<_> = news.items.iter().map(|item| entry(item).id(item.seq.to_string())).collect();
        let state = fragment::state(self.script, &news.view);
        events.push(Event::default().event("state").id(news.seq.to_string()).data(state));
        events
    }
}

/// A tale told until it fails: the browser then comes again and says what it has seen.
fn told(tale: Tale) -> impl Stream<Item = Vec<Event>> + Send {
    stream::unfold(tale, |mut tale| async move {
        match tale.next().await {
            Ok(events) => Some((events, tale)),
            Err(error) => {
                tracing::warn!(%error, "a stream broke off");
                None
            }
        }
    })
}

/// Answers with a stream that ends when the server does, so that nobody waits for it then.
fn streamed(site: &Site, events: impl Stream<Item = Vec<Event>> + Send + 'static) -> Response {
    use futures_util::StreamExt;
    let stopped = site.stopped.clone();
    let ended = async move {
        let _ = timeout(SPAN, until(stopped)).await;
    };
    let first = stream::once(async { vec![Event::default().retry(AGAIN)] });
    let events = first.chain(events).take_until(ended);
    let events = events.flat_map(|events| stream::iter(events.into_iter().map(Ok::<_, Infallible>)));
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response()
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // Without anybody who could stop it, it is not stopped.
    if stopped.wait_for(|stopped| *stopped).await.is_err() {
        std::future::pending::<()>().await;
    }
}
