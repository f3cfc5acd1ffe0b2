//! A body in small sips. The reader of the parts (`multer`) takes everything a body has ready before it looks at it, and it looks for
//! the next part without end. Here it gets a little, only when it has made all it can of what it has, and never more than any
//! part's head is long.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
};

use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::Stream;

/// Bytes of a sip.
const SIP: usize = 16 * 1024;

/// Bytes that may come without a part or a piece of one being found in them.
const AT_A_LOSS: usize = 8 * SIP;

/// More than that is not read: ten photographs as a telephone makes them, and nobody's mistake.
const DRAIN: usize = 128 * 1024 * 1024;

/// What was taken and has not been made anything of.
#[derive(Clone, Debug, Default)]
pub(super) struct Unread(Arc<State>);

#[derive(Debug, Default)]
struct State {
    bytes: AtomicUsize,
    /// The reader has been told to look at what it has, and has found nothing in it.
    hungry: AtomicBool,
}

impl Unread {
    /// A part or a piece of one has come out.
    pub(super) fn forget(&self) {
        self.0.bytes.store(0, Ordering::Relaxed);
        self.0.hungry.store(false, Ordering::Relaxed);
    }
}

/// Why there is no more.
#[derive(Debug)]
pub(super) enum Choked {
    /// It is too large, or no form.
    TooMuch,
    /// The other side has hung up.
    Lost,
}

impl std::fmt::Display for Choked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::TooMuch => "too much",
            Self::Lost => "lost",
        })
    }
}

impl std::error::Error for Choked {}

/// The body.
pub(super) struct Sips {
    body: BodyDataStream,
    rest: Bytes,
    total: usize,
    unread: Unread,
}

impl Sips {
    /// Of a body.
    pub(super) fn of(body: Body, unread: &Unread) -> Self {
        let (body, unread) = (body.into_data_stream(), unread.clone());
        Self { body, rest: Bytes::new(), total: 0, unread }
    }
}

impl Stream for Sips {
    type Item = Result<Bytes, Choked>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // Whoever asks again without having made anything of what he has needs more; a sip is followed by a pause.
        if !self.unread.0.hungry.swap(true, Ordering::Relaxed) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        while self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_next(context)) {
                Some(Ok(bytes)) => self.rest = bytes,
                Some(Err(_)) => return Poll::Ready(Some(Err(Choked::Lost))),
                None => return Poll::Ready(None),
            }
        }
        let size = SIP.min(self.rest.len());
        let sip = self.rest.split_to(size);
        self.total += size;
        self.unread.0.hungry.store(false, Ordering::Relaxed);
        let unread = self.unread.0.bytes.fetch_add(size, Ordering::Relaxed) + size;
        if self.total > DRAIN || unread > AT_A_LOSS {
            return Poll::Ready(Some(Err(Choked::TooMuch)));
        }
        Poll::Ready(Some(Ok(sip)))
    }
}
