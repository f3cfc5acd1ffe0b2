//! The provider tells us something of its own accord.

use super::{
    Forged, Headers, News,
    apply::{self, Verdict},
    give_back,
};
use crate::{Cx, Error};

/// Why a notification was not worked.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It cannot be believed.
    #[error("forged: {0}")]
    Forged(Forged),
    /// It is about nothing of ours.
    #[error("unknown")]
    Unknown,
    /// It could not be worked now: the provider will send it again.
    #[error("later: {0}")]
    Later(#[source] Error),
}

/// Works a notification; the same one again changes nothing.
///
/// # Errors
/// See [`Refused`].
pub async fn notified(cx: &Cx, path: &str, headers: Headers<'_>, body: &[u8]) -> Result<Verdict, Refused> {
    let gateway = cx.outside().gateway.clone().ok_or(Refused::Unknown)?;
    let message = gateway.read(path, headers, body, cx.now()).map_err(Refused::Forged)?;
    let sent = Some((gateway.name(), message.id.as_str()));
    let worked = match &message.news {
        News::Order(report) => apply::order(cx, report, sent).await,
        News::Refund(report) => give_back::apply(cx, report, sent).await,
    };
    worked.map_err(Refused::Later)?.ok_or(Refused::Unknown)
}
