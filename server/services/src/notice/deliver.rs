//! Delivers what is due: each notice is taken under a lease, worded, handed over outside any transaction, and marked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use domain::notice::{Channel, may_go};
use entity::notice::Model;
use tokio::{task::JoinSet, time::timeout};

use super::{
    Undelivered,
    lease::{self, Taken},
    letter::Story,
};
use crate::{Cx, Error, Result};

/// So many are delivered in one run; the rest waits for the next.
const MOST: u64 = 256;

/// So many are on their way at once.
const LANES: usize = 8;

/// Whoever takes longer to accept something is taken to hang. Shorter than the lease, by what it takes to write the outcome.
const PATIENCE: Duration = Duration::from_secs(15);

/// Nothing to tell any more: the service has begun or was given up, a rating was given.
const VOID: &str = "void";

/// Delivers notices that are due; gives how many were handed over. What a mail server or a text message service says, stands
/// in the notice.
///
/// # Errors
/// When the database fails; what is under way then is tried again when its lease lapses.
pub async fn deliver(cx: &Cx, worker: &str) -> Result<u64> {
    let due = lease::due(cx, &channels(cx), MOST).await?;
    let lanes = due.len().min(LANES);
    let queue = Arc::new(Mutex::new(VecDeque::from(due)));
    let mut running = JoinSet::new();
    for _ in 0..lanes {
        running.spawn(lane(cx.clone(), worker.to_owned(), Arc::clone(&queue)));
    }
    let (mut sent, mut failure) = (0, None);
    while let Some(lane) = running.join_next().await {
        match lane {
            Ok(Ok(count)) => sent += count,
            Ok(Err(error)) => failure = failure.or(Some(error)),
            Err(_) => failure = failure.or_else(|| Some(Error::Internal("a delivery panicked".to_owned()))),
        }
    }
    failure.map_or(Ok(sent), Err)
}

/// Those there is somebody to hand over to.
fn channels(cx: &Cx) -> Vec<&'static str> {
    let outside = cx.outside();
    let there = [(outside.mail.is_some(), Channel::Mail), (outside.sms.is_some(), Channel::Sms)];
    there.into_iter().filter(|(there, _)| *there).map(|(_, channel)| channel.as_str()).collect()
}

async fn lane(cx: Cx, worker: String, queue: Arc<Mutex<VecDeque<Model>>>) -> Result<u64> {
    let mut sent = 0;
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(notice) = next else { return Ok(sent) };
        sent += u64::from(one(&cx, &worker, &notice).await?);
    }
}

/// Delivers one, if it may go now and nobody else has taken it; gives whether it was handed over.
async fn one(cx: &Cx, worker: &str, due: &Model) -> Result<bool> {
    let now = cx.now();
    let goes = may_go(due.topic()?, due.channel()?, now);
    if goes > now {
        lease::put_off(cx, due.id, goes).await?;
        return Ok(false);
    }
    let Some(taken) = lease::take(cx, worker, due.id).await? else { return Ok(false) };
    if taken.is_worn_out() {
        taken.bury(cx, "worker-lost").await?;
        return Ok(false);
    }
    match attempt(cx, &taken).await {
        Ok(()) => taken.sent(cx).await.map(|()| true),
        Err(why) => taken.failed(cx, &why).await.map(|()| false),
    }
}

async fn attempt(cx: &Cx, taken: &Taken) -> std::result::Result<(), Undelivered> {
    let notice = &taken.notice;
    let story = Story::load(cx, notice).await.map_err(|error| internal(notice, &error))?;
    if story.is_void(cx.now()) {
        return Err(Undelivered::Never(VOID.to_owned()));
    }
    let channel = notice.channel().map_err(|error| internal(notice, &error.into()))?;
    let to = notice.recipient.clone().unwrap_or_default();
    let outside = cx.outside();
    let handed = match (channel, &outside.mail, &outside.sms) {
        (Channel::Mail, Some(mail), _) => {
            let letter = story.letter(to).map_err(|error| internal(notice, &error))?;
            timeout(PATIENCE, mail.send(&letter)).await
        }
        (Channel::Sms, _, Some(sms)) => {
            let text = story.text(to).map_err(|error| internal(notice, &error))?;
            timeout(PATIENCE, sms.send(&text)).await
        }
        _ => return Err(Undelivered::Later("nobody-there".to_owned())),
    };
    handed.unwrap_or_else(|_| Err(Undelivered::Later("no-answer".to_owned())))
}

/// A fault of ours: it may be mended before the tries are used up.
fn internal(notice: &Model, error: &Error) -> Undelivered {
    tracing::error!(notice.id = notice.id, %error, "a notice cannot be written");
    Undelivered::Later("internal".to_owned())
}
