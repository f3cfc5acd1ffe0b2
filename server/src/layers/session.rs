//! Who asks: from the cookie to the actor that pages and server functions find in their context, and back.

use std::{net::SocketAddr, sync::Arc};

use app::{
    Viewer,
    server::{Outcome, Request as Asked},
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use services::{Asker, Staff, session};

use crate::{
    Config, Site, reader,
    refusal::{self, Refusal},
};

/// The browser keeps the cookie so long (30 days); how long it is worth something the database says.
const MAX_AGE: u32 = 30 * 24 * 3600;

pub(crate) async fn layer(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let outcome = Outcome::default();
    let secret = reader::cookie(request.headers(), cookie_name(&site.config)).map(str::to_owned);
    let typing = reader::writes(request.method()) && reader::is_api(request.uri().path());
    let (asker, staff) = match actors(&site, secret, typing, &outcome).await {
        Ok(actors) => actors,
        Err(refusal) => return refusal.into_response(),
    };
    let page = reader::split(request.uri().path()).is_some();
    let unread = match unread(&site, page, asker.as_ref()).await {
        Ok(unread) => unread,
        Err(refusal) => return refusal.into_response(),
    };
    let viewer = Viewer { unread, ..viewer(&site, &request, asker.as_ref(), staff.is_some()) };
    let asked = Asked {
        cx: site.cx.clone(),
        asker,
        staff,
        script: viewer.script,
        address: address(&site.config, &request),
        key: None,
        outcome: outcome.clone(),
    };
    request.extensions_mut().insert(asked);
    request.extensions_mut().insert(viewer);
    let mut response = next.run(request).await;
    if let Some(secret) = outcome.take_secret()
        && let Ok(cookie) = HeaderValue::from_str(&cookie(&site.config, &secret))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Those behind the cookie. Whoever writes something gets a session, so that what he typed can wait under it.
async fn actors(
    site: &Site,
    secret: Option<String>,
    typing: bool,
    outcome: &Outcome,
) -> Result<(Option<Asker>, Option<Staff>), Refusal> {
    let failed = |error: services::Error| refusal::of_service(&error);
    if let Some(secret) = secret
        && let Some(loaded) = session::load(&site.cx, &secret).await.map_err(failed)?
    {
        return Ok((Some(loaded.asker), loaded.staff));
    }
    if !typing {
        return Ok((None, None));
    }
    let (secret, session) = session::start(&site.cx).await.map_err(failed)?;
    outcome.set_secret(secret);
    Ok((Some(Asker::Guest(session)), None))
}

/// How many notices a member has not read, for the head of a page; nobody else, and nothing else, asks the database.
async fn unread(site: &Site, page: bool, asker: Option<&Asker>) -> Result<u64, Refusal> {
    match asker {
        Some(Asker::Member(member)) if page => {
            services::notice::unread(&site.cx, member).await.map_err(|error| refusal::of_service(&error))
        }
        _ => Ok(0),
    }
}

fn viewer(site: &Site, request: &Request, asker: Option<&Asker>, staff: bool) -> Viewer {
    let uri = request.uri();
    let path = reader::split(uri.path()).map_or("", |(_, rest)| rest);
    Viewer {
        stylesheet: site.stylesheet.clone(),
        script: reader::script(uri, request.headers()),
        path: if path.is_empty() { "/" } else { path }.to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        origin: site.config.origin.clone(),
        member: asker.is_some_and(|asker| asker.member_id().is_some()),
        unread: 0,
        staff,
    }
}

/// The client's address; behind a proxy of ours, the one the proxy saw.
fn address(config: &Config, request: &Request) -> String {
    let peer = || request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip().to_string());
    let forwarded = || {
        let header = request.headers().get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
        header.rsplit(',').next()?.trim().parse::<std::net::IpAddr>().ok().map(|ip| ip.to_string())
    };
    let believed = if config.trusted_proxy { forwarded() } else { None };
    believed.or_else(peer).unwrap_or_else(|| "unknown".to_owned())
}

/// The session cookie's name; with HTTPS the browser itself sees to it that no other host or path can set it.
pub(crate) fn cookie_name(config: &Config) -> &'static str {
    if config.https() { "__Host-session" } else { "session" }
}

/// The cookie for a secret; a blank one takes the cookie away.
fn cookie(config: &Config, secret: &str) -> String {
    let secure = if config.https() { "; Secure" } else { "" };
    let age = if secret.is_empty() { 0 } else { MAX_AGE };
    format!("{}={secret}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}", cookie_name(config))
}
