//! The clocks against a simulation that knows nothing of them: it walks through time minute by minute and counts.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::*;
use crate::{
    Instant,
    calendar::{Calendar, MINUTE, tests::any},
    testing::Dice,
    time,
};

/// Logs that are compared.
const LOGS: usize = 100_000;

/// Two years.
const MINUTES: usize = 2 * 365 * 24 * 60;

fn start() -> Instant {
    time::at(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), NaiveTime::MIN)
}

fn minute(at: usize) -> Instant {
    start() + TimeDelta::minutes(at as i64)
}

/// Whether each minute is working time.
fn open(calendar: &Calendar) -> Vec<bool> {
    let days = time::day_of(start()).iter_days().take(MINUTES / (24 * 60));
    days.flat_map(|day| {
        let works = calendar.works(day);
        let open = move |at: u16| works && calendar.windows.iter().any(|it| it.from <= at && at < it.until);
        (0..24 * 60).map(open)
    })
    .collect()
}

/// A clock that is counted.
#[derive(Clone)]
struct Counter {
    duty: Option<Duty>,
    round: u32,
    left: i64,
    spent: i64,
    running: bool,
    due: Option<usize>,
    met: Option<usize>,
    broken: Option<usize>,
    by: BTreeMap<usize, i64>,
    ended: bool,
}

impl Counter {
    fn new(duty: Option<Duty>, round: u32, left: i64, at: usize, running: bool) -> Self {
        let due = (left <= 0 && running).then_some(at);
        Self { duty, round, left, spent: 0, running, due, met: None, broken: None, by: BTreeMap::new(), ended: false }
    }

    fn is_on(&self) -> bool {
        self.met.is_none() && !self.ended
    }

    /// Something happens at that minute: what was due before it is broken.
    fn look(&mut self, at: usize) {
        if self.is_on() && self.running && self.broken.is_none() && self.due.is_some_and(|due| due < at) {
            self.broken = self.due;
        }
    }

    fn set(&mut self, left: i64, at: usize) {
        self.left = left;
        if left > 0 {
            self.due = None;
        } else if self.running && self.broken.is_none() {
            self.due = Some(at);
        }
    }

    fn turn(&mut self, running: bool, at: usize) {
        if !self.running && running && self.left <= 0 && self.broken.is_none() {
            self.due = Some(at);
        }
        self.running = running;
    }
}

/// The state that is counted.
struct World<'a> {
    promise: &'a Promise,
    open: &'a [bool],
    status: Status,
    level: Level,
    priority: Priority,
    round: u32,
    holders: Vec<Holder>,
    duties: Vec<Counter>,
    legs: Vec<Option<Counter>>,
}

impl World<'_> {
    fn another_round(&mut self, at: usize) {
        self.round += 1;
        for duty in [Duty::First, Duty::Answer] {
            let left = self.promise.target(duty, self.level, self.priority) / MINUTE;
            self.duties.push(Counter::new(Some(duty), self.round, left, at, true));
        }
    }

    fn leg(&mut self, holder: Holder, minutes: Option<u32>, at: usize) {
        if let Some(Some(leg)) = self.legs.last_mut() {
            leg.ended = true;
        }
        let running = !(self.promise.pauses && self.status == Status::Waiting);
        self.holders.push(holder);
        self.legs.push(minutes.map(|minutes| Counter::new(None, 0, i64::from(minutes), at, running)));
    }

    fn all(&mut self) -> impl Iterator<Item = &mut Counter> {
        self.duties.iter_mut().chain(self.legs.iter_mut().flatten())
    }

    fn happens(&mut self, at: usize, deed: &Deed) {
        self.all().for_each(|counter| counter.look(at));
        let Some(status) = self.status.after(deed) else { return };
        let was_waiting = self.promise.pauses && self.status == Status::Waiting;
        if matches!(deed, Deed::Replied | Deed::Asked | Deed::Extended { .. } | Deed::Resolved { .. }) {
            self.meet(Duty::First, at);
        }
        match deed {
            Deed::Resolved { .. } => {
                self.meet(Duty::Answer, at);
                if let Some(Some(leg)) = self.legs.last_mut() {
                    leg.ended = true;
                }
            }
            Deed::Reopened => {
                self.status = Status::Open;
                let holder = self.holders.last().unwrap().clone();
                self.leg(holder, None, at);
                self.another_round(at);
            }
            Deed::Transferred { to, minutes, .. } => self.leg(to.clone(), Some(*minutes), at),
            Deed::Returned => {
                let before = self.holders.len().checked_sub(2).map(|at| self.holders[at].clone());
                self.leg(before.unwrap_or_default(), None, at);
            }
            Deed::Extended { until } => {
                let until = (*until - start()).num_minutes().max(0) as usize;
                let left = (at..until).filter(|at| self.open[*at]).count() as i64;
                self.on(Duty::Answer, |counter| counter.set(left, at));
            }
            Deed::Triaged { level, priority, .. } => {
                let promise = self.promise;
                let target = |duty, level, priority| promise.target(duty, level, priority) / MINUTE;
                let old = (self.level, self.priority);
                (self.level, self.priority) = (*level, *priority);
                for duty in [Duty::First, Duty::Answer] {
                    let (a, b) = (target(duty, old.0, old.1), target(duty, *level, *priority));
                    self.on(duty, |counter| {
                        if b < a {
                            counter.set(counter.left.min(b), at);
                        } else if b > a {
                            counter.set(counter.left.max(b - counter.spent), at);
                        }
                    });
                }
            }
            _ => {}
        }
        self.status = status;
        let waiting = self.promise.pauses && status == Status::Waiting;
        if was_waiting != waiting && status != Status::Resolved {
            self.on(Duty::Answer, |counter| counter.turn(!waiting, at));
            if let Some(Some(leg)) = self.legs.last_mut() {
                leg.turn(!waiting, at);
            }
        }
    }

    fn meet(&mut self, duty: Duty, at: usize) {
        self.on(duty, |counter| counter.met = Some(at));
    }

    fn on(&mut self, duty: Duty, deed: impl Fn(&mut Counter)) {
        self.duties.iter_mut().filter(|it| it.duty == Some(duty) && it.met.is_none()).for_each(deed);
    }

    /// One minute goes by.
    fn minute(&mut self, at: usize) {
        if !self.open[at] {
            // Something that is due does not wait for the morning to be late.
            return;
        }
        let current = self.holders.len() - 1;
        for counter in self.all().filter(|counter| counter.is_on() && counter.running) {
            if counter.broken.is_none() && counter.due.is_none() {
                *counter.by.entry(current).or_default() += 1;
            }
            counter.left -= 1;
            counter.spent += 1;
            if counter.left == 0 && counter.due.is_none() {
                counter.due = Some(at + 1);
            }
        }
    }
}

/// A log nobody would have thought of: some days of a case, within two years.
fn log(dice: &mut Dice, calendar: &Calendar) -> (Vec<(usize, Deed)>, usize) {
    let mut at = dice.throw(MINUTES - 40 * 24 * 60);
    let level = if dice.throw(3) == 0 { Level::Complex } else { Level::Simple };
    let priority = if dice.throw(4) == 0 { Priority::Urgent } else { Priority::Normal };
    let department = Department::Service;
    let mut log = vec![(at, Deed::Opened { category: Category::Other, level, priority, department })];
    for _ in 0..dice.throw(10) {
        at += match dice.throw(4) {
            0 => 0,
            1 => dice.throw(60),
            2 => dice.throw(8 * 60),
            _ => dice.throw(2 * 24 * 60),
        };
        let deed = match dice.throw(13) {
            0 | 1 => Deed::Wrote,
            2 => Deed::Replied,
            3 | 4 => Deed::Asked,
            5 => Deed::Resolved { by: Closer::Staff },
            6 => Deed::Reopened,
            7 | 8 => Deed::Transferred {
                to: match dice.throw(3) {
                    0 => Holder::Department(Department::Coach),
                    1 => Holder::Department(Department::Finance),
                    _ => Holder::Partner("x".to_owned()),
                },
                minutes: 5 + dice.throw(300) as u32,
                contact: String::new(),
            },
            9 => Deed::Returned,
            10 => {
                let named = minute(at + 1 + dice.throw(3 * 24 * 60));
                Deed::Extended { until: calendar.next_open(named).unwrap_or(named) }
            }
            11 => Deed::Accepted,
            _ => Deed::Triaged {
                category: Category::Other,
                level: if dice.throw(2) == 0 { Level::Complex } else { Level::Simple },
                priority: if dice.throw(2) == 0 { Priority::Urgent } else { Priority::Normal },
            },
        };
        log.push((at, deed));
    }
    (log, at + dice.throw(24 * 60))
}

fn simulated<'a>(promise: &'a Promise, open: &'a [bool], log: &[(usize, Deed)], now: usize) -> World<'a> {
    let (first, Deed::Opened { level, priority, department, .. }) = log[0].clone() else { panic!("no beginning") };
    let (status, round) = (Status::Open, 0);
    let (holders, duties, legs) = (Vec::new(), Vec::new(), Vec::new());
    let mut world = World { promise, open, status, level, priority, round, holders, duties, legs };
    world.leg(Holder::Department(department), None, first);
    world.another_round(first);
    let mut rest = log[1..].iter().peekable();
    for at in first..=now {
        while let Some((_, deed)) = rest.next_if(|(when, _)| *when == at) {
            world.happens(at, deed);
        }
        if at < now {
            world.minute(at);
        }
    }
    world.all().for_each(|counter| counter.look(now));
    // What will be due if nothing happens any more.
    for (at, open) in open.iter().enumerate().skip(now) {
        if !world.all().any(|it| it.is_on() && it.running && it.due.is_none()) {
            break;
        }
        if *open {
            for counter in world.all().filter(|it| it.is_on() && it.running && it.due.is_none()) {
                counter.left -= 1;
                if counter.left == 0 {
                    counter.due = Some(at + 1);
                }
            }
        }
    }
    world
}

fn compare(promise: &Promise, calendar: &Calendar, open: &[bool], dice: &mut Dice) {
    let (log, now) = log(dice, calendar);
    let entries: Vec<_> = log.iter().map(|(at, deed)| Entry { at: minute(*at), deed: deed.clone() }).collect();
    let computed = clocks(promise, calendar, &entries, minute(now)).unwrap();
    let world = simulated(promise, open, &log, now);
    assert_eq!(computed.status, world.status);
    assert_eq!(computed.round, world.round);
    assert_eq!(computed.duties.len(), world.duties.len());
    for (duty, counter) in computed.duties.iter().zip(&world.duties) {
        assert_eq!((Some(duty.duty), duty.round), (counter.duty, counter.round));
        assert_eq!(duty.met, counter.met.map(minute), "{log:?}");
        assert_eq!(duty.broken, counter.broken.map(minute), "{log:?} {now}");
        let shown = counter.running || counter.broken.is_some();
        if counter.met.is_none() && shown {
            // Beyond the end of the two years nothing is counted.
            assert!(duty.due == counter.due.map(minute) || counter.due.is_none(), "{log:?} {now} {duty:?}");
        } else if counter.met.is_none() {
            assert_eq!(duty.due, None, "{log:?}");
        }
        if counter.broken.is_some() {
            let by = |holder: &Holder| -> i64 {
                counter.by.iter().filter(|(leg, _)| world.holders[**leg] == *holder).map(|(_, spent)| spent).sum()
            };
            let most = world.holders.iter().map(by).max().unwrap_or_default();
            assert_eq!(duty.blame.as_ref().map(by), Some(most), "{log:?}");
        }
    }
    for (leg, counter) in computed.legs.iter().zip(&world.legs) {
        if let Some(counter) = counter {
            assert_eq!(leg.broken, counter.broken.map(minute), "{log:?} {now}");
        }
    }
}

#[test]
fn the_clocks_agree_with_a_simulation_of_every_minute() {
    let mut dice = Dice(20_261_129);
    let kinds = [Kind::Inquiry, Kind::Inquiry, Kind::Inquiry, Kind::Complaint];
    for round in 0..50 {
        let promise = Promise::first_of(kinds[round % kinds.len()]);
        let calendar = if round == 0 { crate::calendar::first() } else { any(&mut dice) };
        let calendar = if promise.pauses { calendar } else { Calendar::always() };
        let open = open(&calendar);
        for _ in 0..LOGS / 50 {
            compare(&promise, &calendar, &open, &mut dice);
        }
    }
}
