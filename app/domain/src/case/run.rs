//! One clock: so much time, running or standing still, kept or broken.

use crate::{Instant, calendar::Calendar};

/// A clock that was started. Times are microseconds of the calendar.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Left at `since`; less than nothing once it is over.
    pub(super) left: i64,
    /// Gone by, in all.
    pub(super) spent: i64,
    /// Running since then; standing still without.
    since: Option<Instant>,
    /// When it runs out, if it goes on running.
    due: Option<Instant>,
    /// It had run out then, and went on.
    pub(super) broken: Option<Instant>,
}

impl Run {
    /// Starts with so much time, running or not.
    pub(super) fn start(calendar: &Calendar, at: Instant, left: i64, running: bool) -> Self {
        let mut run = Self { left, spent: 0, since: None, due: None, broken: None };
        if running {
            run.resume(calendar, at);
        }
        run
    }

    /// Lets time go by until then; gives how much of it counted before the clock was broken, for whoever spent it.
    pub(super) fn advance(&mut self, calendar: &Calendar, to: Instant) -> i64 {
        let Some(since) = self.since else { return 0 };
        let gone = calendar.worked(since, to);
        let before = match self.due.filter(|due| *due < to) {
            _ if self.broken.is_some() => 0,
            Some(due) => {
                self.broken = Some(due);
                calendar.worked(since, due)
            }
            None => gone,
        };
        self.left -= gone;
        self.spent += gone;
        self.since = Some(to.max(since));
        before
    }

    /// Stands still from then on; time has gone by until then.
    pub(super) fn pause(&mut self) {
        self.since = None;
        if self.broken.is_none() {
            self.due = None;
        }
    }

    /// Goes on from then on.
    pub(super) fn resume(&mut self, calendar: &Calendar, at: Instant) {
        if self.since.is_none() {
            self.since = Some(at);
            self.aim(calendar, at);
        }
    }

    /// Has so much time left from then on; time has gone by until then.
    pub(super) fn set(&mut self, calendar: &Calendar, at: Instant, left: i64) {
        self.left = left;
        if self.since.is_some() {
            self.aim(calendar, at);
        }
    }

    /// When it runs out as things are; nothing while it stands still and is not over.
    pub(super) const fn due(&self) -> Option<Instant> {
        self.due
    }

    fn aim(&mut self, calendar: &Calendar, at: Instant) {
        // What is over stays over since then; what is over at this very moment is due at once.
        if self.left > 0 || self.broken.is_none() {
            self.due = calendar.after(at, self.left);
        }
    }
}
