//! The clocks of a case, computed from its log (C2, C6): nothing is counted down anywhere.

use serde::{Deserialize, Serialize};

use super::{Category, Deed, Duty, Entry, Holder, Leg, Level, Priority, Promise, Status, run::Run};
use crate::{
    Instant,
    calendar::{Calendar, MINUTE},
};

/// What we owe, as the log says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyClock {
    /// What.
    pub duty: Duty,
    /// In which round: a case that is opened again begins another.
    pub round: u32,
    /// Since when.
    pub from: Instant,
    /// By when; nothing while we wait for the customer.
    pub due: Option<Instant>,
    /// Time left when the log ends, microseconds of the calendar; less than nothing when it is over.
    pub left: i64,
    /// When it was done.
    pub met: Option<Instant>,
    /// The promise was broken then.
    pub broken: Option<Instant>,
    /// Who had spent most of the time by then.
    pub blame: Option<Holder>,
}

/// Everything that follows from a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clocks {
    /// Where the case stands.
    pub status: Status,
    /// About what.
    pub category: Category,
    /// How hard.
    pub level: Level,
    /// How pressing.
    pub priority: Priority,
    /// How often it was opened.
    pub round: u32,
    /// What was owed and is, round by round.
    pub duties: Vec<DutyClock>,
    /// Who had it.
    pub legs: Vec<Leg>,
}

impl Clocks {
    /// What is owed now and not done.
    pub fn owed(&self) -> impl Iterator<Item = &DutyClock> {
        self.duties.iter().filter(|duty| duty.met.is_none())
    }

    /// When the next promise falls due.
    #[must_use]
    pub fn due(&self) -> Option<(Duty, Instant)> {
        self.owed().filter_map(|duty| Some((duty.duty, duty.due?))).min_by_key(|(_, due)| *due)
    }

    /// A duty of the last round.
    #[must_use]
    pub fn duty(&self, duty: Duty) -> Option<&DutyClock> {
        self.duties.iter().rfind(|clock| clock.duty == duty && clock.round == self.round)
    }

    /// Who has it.
    #[must_use]
    pub fn leg(&self) -> Option<&Leg> {
        self.legs.last()
    }
}

/// Computes the clocks of a log until `now`; nothing when the log does not begin with an opening. Deeds that the machine of the
/// status does not know change nothing.
#[must_use]
pub fn clocks(promise: &Promise, calendar: &Calendar, log: &[Entry], now: Instant) -> Option<Clocks> {
    let (first, rest) = log.split_first()?;
    let Deed::Opened { category, level, priority, department } = first.deed else { return None };
    let mut reader = Reader {
        promise,
        calendar,
        status: Status::Open,
        category,
        level,
        priority,
        round: 0,
        owed: Vec::new(),
        legs: Vec::new(),
    };
    reader.leg(first.at, Holder::Department(department), None);
    reader.another_round(first.at);
    for entry in rest {
        reader.advance(entry.at);
        if let Some(status) = reader.status.after(&entry.deed) {
            reader.take(entry);
            reader.turn(status, entry.at);
        }
    }
    reader.advance(now.max(log.last().map_or(now, |last| last.at)));
    Some(reader.done())
}

/// A duty while the log is read.
struct Owed {
    duty: Duty,
    round: u32,
    from: Instant,
    run: Run,
    met: Option<Instant>,
    /// What each leg has spent of it before it was broken.
    spent: Vec<i64>,
}

struct Reader<'a> {
    promise: &'a Promise,
    calendar: &'a Calendar,
    status: Status,
    category: Category,
    level: Level,
    priority: Priority,
    round: u32,
    owed: Vec<Owed>,
    legs: Vec<(Leg, Option<Run>, Option<Instant>)>,
}

impl Reader<'_> {
    /// Another round: everything is owed anew.
    fn another_round(&mut self, at: Instant) {
        self.round += 1;
        for duty in [Duty::First, Duty::Answer] {
            let target = self.promise.target(duty, self.level, self.priority);
            let run = Run::start(self.calendar, at, target, true);
            self.owed.push(Owed { duty, round: self.round, from: at, run, met: None, spent: Vec::new() });
        }
    }

    /// Another leg.
    fn leg(&mut self, at: Instant, holder: Holder, minutes: Option<u32>) {
        self.end_leg(at);
        let running = !self.is_waiting();
        let run = minutes.map(|minutes| Run::start(self.calendar, at, i64::from(minutes) * MINUTE, running));
        let leg = Leg {
            holder,
            from: at,
            until: None,
            minutes,
            due: None,
            broken: None,
            accepted: None,
            returned: false,
            spent: 0,
        };
        self.legs.push((leg, run, running.then_some(at)));
    }

    fn end_leg(&mut self, at: Instant) {
        if let Some((leg, run, since)) = self.legs.last_mut() {
            leg.until = leg.until.or(Some(at));
            *since = None;
            if let Some(run) = run {
                run.pause();
            }
        }
    }

    /// Time goes by.
    fn advance(&mut self, to: Instant) {
        let current = self.legs.len() - 1;
        for owed in self.owed.iter_mut().filter(|owed| owed.met.is_none()) {
            let spent = owed.run.advance(self.calendar, to);
            owed.spent.resize(self.legs.len(), 0);
            owed.spent[current] += spent;
        }
        if let Some((leg, run, since)) = self.legs.last_mut() {
            if let Some(run) = run {
                run.advance(self.calendar, to);
            }
            if let Some(since) = since {
                leg.spent += self.calendar.worked(*since, to);
                *since = to.max(*since);
            }
        }
    }

    /// What a deed does to the clocks, besides what its status does.
    fn take(&mut self, entry: &Entry) {
        let at = entry.at;
        if entry.deed.speaks() {
            self.meet(Duty::First, at);
        }
        match &entry.deed {
            Deed::Resolved { .. } => {
                self.meet(Duty::Answer, at);
                self.end_leg(at);
            }
            Deed::Reopened => {
                let holder = self.legs.last().map(|(leg, ..)| leg.holder.clone()).unwrap_or_default();
                self.status = Status::Open;
                self.leg(at, holder, None);
                self.another_round(at);
            }
            Deed::Transferred { to, minutes, .. } => self.leg(at, to.clone(), Some(*minutes)),
            Deed::Accepted => {
                if let Some((leg, ..)) = self.legs.last_mut() {
                    leg.accepted = leg.accepted.or(Some(at));
                }
            }
            Deed::Returned => {
                let giver = self.legs.iter().rev().nth(1).map(|(leg, ..)| leg.holder.clone()).unwrap_or_default();
                if let Some((leg, ..)) = self.legs.last_mut() {
                    leg.returned = true;
                }
                self.leg(at, giver, None);
            }
            Deed::Extended { until } => {
                let left = self.calendar.worked(at, *until);
                let calendar = self.calendar;
                self.each(Duty::Answer, |run| run.set(calendar, at, left));
            }
            Deed::Triaged { category, level, priority } => {
                self.category = *category;
                self.judge(at, *level, *priority);
            }
            _ => {}
        }
    }

    /// Another level or priority. What presses more has at most the whole of its new time from now on; what presses less has at
    /// least what it would have had from the beginning. So nobody gains time by going there and back.
    fn judge(&mut self, at: Instant, level: Level, priority: Priority) {
        let (promise, calendar, was) = (self.promise, self.calendar, (self.level, self.priority));
        (self.level, self.priority) = (level, priority);
        for duty in [Duty::First, Duty::Answer] {
            let (before, after) = (promise.target(duty, was.0, was.1), promise.target(duty, level, priority));
            self.each(duty, |run| match after {
                after if after < before => run.set(calendar, at, run.left.min(after)),
                after if after > before => run.set(calendar, at, run.left.max(after - run.spent)),
                _ => {}
            });
        }
    }

    /// The new status, with what it does to the clocks.
    fn turn(&mut self, status: Status, at: Instant) {
        let (was, calendar) = (self.is_waiting(), self.calendar);
        self.status = status;
        let waits = self.is_waiting();
        if was == waits || status == Status::Resolved {
            return;
        }
        let turn = |run: &mut Run| if waits { run.pause() } else { run.resume(calendar, at) };
        self.each(Duty::Answer, turn);
        if let Some((_, run, since)) = self.legs.last_mut() {
            *since = (!waits).then_some(at);
            if let Some(run) = run {
                turn(run);
            }
        }
    }

    fn is_waiting(&self) -> bool {
        self.promise.pauses && self.status == Status::Waiting
    }

    fn meet(&mut self, duty: Duty, at: Instant) {
        for owed in self.owed.iter_mut().filter(|owed| owed.duty == duty && owed.met.is_none()) {
            owed.met = Some(at);
        }
    }

    fn each(&mut self, duty: Duty, deed: impl Fn(&mut Run)) {
        let owed = self.owed.iter_mut().filter(|owed| owed.duty == duty && owed.met.is_none());
        owed.for_each(|owed| deed(&mut owed.run));
    }

    fn done(self) -> Clocks {
        let holders: Vec<Holder> = self.legs.iter().map(|(leg, ..)| leg.holder.clone()).collect();
        let duty = |owed: Owed| DutyClock {
            duty: owed.duty,
            round: owed.round,
            from: owed.from,
            due: owed.run.due(),
            left: owed.run.left,
            met: owed.met,
            broken: owed.run.broken,
            blame: owed.run.broken.and_then(|_| longest(&holders, &owed.spent)),
        };
        let leg = |(leg, run, _): (Leg, Option<Run>, Option<Instant>)| Leg {
            due: run.as_ref().and_then(Run::due),
            broken: run.as_ref().and_then(|run| run.broken),
            ..leg
        };
        Clocks {
            status: self.status,
            category: self.category,
            level: self.level,
            priority: self.priority,
            round: self.round,
            duties: self.owed.into_iter().map(duty).collect(),
            legs: self.legs.into_iter().map(leg).collect(),
        }
    }
}

/// Who has spent most, all his legs together; of two who have spent the same, who had it later.
fn longest(holders: &[Holder], spent: &[i64]) -> Option<Holder> {
    let legs = || holders.iter().zip(spent).filter(|(_, spent)| **spent > 0);
    let total = |holder: &Holder| -> i64 { legs().filter(|(other, _)| *other == holder).map(|(_, spent)| spent).sum() };
    let longest = legs().map(|(holder, _)| holder).max_by_key(|holder| total(holder));
    longest.or(holders.first()).cloned()
}
