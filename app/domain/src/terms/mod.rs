//! The terms of a sale (B5, B11): what a cancellation gives back, until when a change is possible, how long an unpaid
//! booking is held.
//!
//! One function (`steps`) knows the tiers' edges; amount, curve and deadline all ask it, so that what is shown is what
//! happens when it is done. An edge belongs to the better side: exactly N hours before still counts as N hours before.

mod check;
mod relief;
mod said;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use relief::Relief;

use crate::{
    Fen, Instant,
    payment::Way,
    time::{from_micros, to_micros},
    word::words,
};

/// From so many hours before the service on, this share is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// Hours before the start of the service.
    pub hours: u32,
    /// Percent of the amount that is given back.
    pub percent: u32,
}

/// What a booking that is moved may cost, compared with what it cost before (B10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PriceRule {
    /// Whatever it is: more is paid, less is given back.
    #[default]
    Any,
    /// At least as much.
    Least,
    /// The same.
    Same,
}

words!(PriceRule { Any = "any", Least = "least", Same = "same" });

impl PriceRule {
    /// Whether a price may follow another.
    #[must_use]
    pub fn allows(self, before: Fen, after: Fen) -> bool {
        match self {
            Self::Any => true,
            Self::Least => after >= before,
            Self::Same => after == before,
        }
    }
}

/// The terms as they are when something is sold; a snapshot goes into the booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The policy's version, for people.
    pub version: String,
    /// Tiers, hours strictly falling, percentages not rising. Later than the last: nothing.
    pub tiers: Vec<Tier>,
    /// Kept of every cancellation that is not given back in full.
    pub minimum_fee: Fen,
    /// A change is possible until so many hours before the service (B10).
    pub change_hours: u32,
    /// Kept of every booking that is moved to another time or offer, each time.
    #[serde(default)]
    pub change_fee: Fen,
    /// What it may cost then.
    #[serde(default)]
    pub change_price: PriceRule,
    /// An unpaid booking to be paid online is held so many minutes (B6).
    pub hold_minutes: u32,
    /// The customer may prolong the hold once by so many minutes; 0 for not at all.
    #[serde(default)]
    pub extend_minutes: u32,
    /// An unpaid booking to be paid at the counter is held so many hours, at most until `counter_close_hours` before
    /// the service.
    pub counter_hours: u32,
    /// Payment at the counter closes so many hours before the service.
    pub counter_close_hours: u32,
    /// What a customer may have instead of losing a fee (B13).
    #[serde(default)]
    pub relief: Relief,
}

/// One step of the cancellation curve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The last instant of the step, itself included; `None` for the last step.
    pub until: Option<Instant>,
    /// Percent given back.
    pub percent: u32,
    /// Amount given back.
    pub refund: Fen,
}

/// Microseconds of an hour and a minute.
const HOUR: i64 = 3_600_000_000;
const MINUTE: i64 = 60_000_000;

/// A share and the last instant at which it is given back, in microseconds.
struct Edge {
    until: Option<i64>,
    percent: u32,
}

impl Terms {
    /// The house's terms until staff set others: the defaults of B6, B10 and B11.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            version: "standard-1".to_owned(),
            tiers: [(48, 100), (24, 80), (2, 50)].map(|(hours, percent)| Tier { hours, percent }).to_vec(),
            minimum_fee: Fen::ZERO,
            change_hours: 4,
            change_fee: Fen::ZERO,
            change_price: PriceRule::Any,
            hold_minutes: 30,
            extend_minutes: 15,
            counter_hours: 24,
            counter_close_hours: 2,
            relief: Relief::default(),
        }
    }

    /// What is given back of `paid` when a service that starts at `starts` is cancelled now; never below nothing nor
    /// above what was paid.
    #[must_use]
    pub fn refund(&self, paid: Fen, starts: Instant, now: Instant) -> Fen {
        self.share(paid, self.percent(starts, now))
    }

    /// How many percent are given back when a service that starts at `starts` is cancelled now.
    #[must_use]
    pub fn percent(&self, starts: Instant, now: Instant) -> u32 {
        let now = to_micros(now);
        let step = self.steps(starts).into_iter().find(|edge| edge.until.is_none_or(|until| now <= until));
        step.map_or(0, |edge| edge.percent)
    }

    /// What is kept of `paid` when a service that starts at `starts` is cancelled now.
    #[must_use]
    pub fn fee(&self, paid: Fen, starts: Instant, now: Instant) -> Fen {
        paid.max(Fen::ZERO) - self.refund(paid, starts, now)
    }

    /// The last instant at which a booking may be moved (B10); that instant itself is in time.
    #[must_use]
    pub fn change_until(&self, starts: Instant) -> Instant {
        from_micros(to_micros(starts).saturating_sub(hours(self.change_hours)))
    }

    /// The end of the step of the curve that holds now, if it has one.
    #[must_use]
    pub fn step_until(&self, starts: Instant, now: Instant) -> Option<Instant> {
        self.curve(Fen::ZERO, starts, now).first().and_then(|step| step.until)
    }

    /// What a cancellation gives back from now on: the step that holds now and those ahead of it. The last is always
    /// that of nothing and has no end.
    #[must_use]
    pub fn curve(&self, total: Fen, starts: Instant, now: Instant) -> Vec<Step> {
        let now = to_micros(now);
        self.steps(starts)
            .into_iter()
            .filter(|edge| edge.until.is_none_or(|until| now <= until))
            .map(|edge| Step {
                until: edge.until.map(from_micros),
                percent: edge.percent,
                refund: self.share(total, edge.percent),
            })
            .collect()
    }

    /// The last instant at which everything is given back, if it is not over.
    #[must_use]
    pub fn free_until(&self, starts: Instant, now: Instant) -> Option<Instant> {
        let first = self.steps(starts).into_iter().next().filter(|edge| edge.percent >= 100)?;
        first.until.filter(|until| to_micros(now) <= *until).map(from_micros)
    }

    /// An unpaid booking made now and to be paid at the counter is held until then: `counter_hours`, at most until the
    /// counter closes for the service, at least `hold_minutes`, never beyond the start.
    #[must_use]
    pub fn hold_until(&self, now: Instant, starts: Instant) -> Instant {
        let (now, starts) = (to_micros(now), to_micros(starts));
        let counter = now.saturating_add(hours(self.counter_hours));
        let close = starts.saturating_sub(hours(self.counter_close_hours));
        from_micros(counter.min(close).max(self.shortest_hold(now)).min(starts))
    }

    /// An unpaid booking made now and to be paid online is held until then: `hold_minutes`, never beyond the start.
    #[must_use]
    pub fn online_hold_until(&self, now: Instant, starts: Instant) -> Instant {
        from_micros(self.shortest_hold(to_micros(now)).min(to_micros(starts)))
    }

    /// An unpaid booking made now and to be paid that way is held until then.
    #[must_use]
    pub fn hold(&self, way: Way, now: Instant, starts: Instant) -> Instant {
        if way.is_offline() { self.hold_until(now, starts) } else { self.online_hold_until(now, starts) }
    }

    /// A hold that ends at `until` may be prolonged to then; `None` where the terms or the start of the service leave nothing
    /// to prolong.
    #[must_use]
    pub fn extended(&self, until: Instant, starts: Instant) -> Option<Instant> {
        let longer = to_micros(until).saturating_add(i64::from(self.extend_minutes).saturating_mul(MINUTE));
        let longer = from_micros(longer.min(to_micros(starts)));
        (longer > until).then_some(longer)
    }

    fn shortest_hold(&self, now: i64) -> i64 {
        now.saturating_add(i64::from(self.hold_minutes).saturating_mul(MINUTE))
    }

    /// The steps in the order of time, neighbours of one share joined. Tiers out of order, which `validate` refuses, are
    /// passed over, so that later never gives more.
    fn steps(&self, starts: Instant) -> Vec<Edge> {
        let starts = to_micros(starts);
        let mut steps: Vec<Edge> = Vec::with_capacity(self.tiers.len() + 1);
        let ends =
            self.tiers.iter().map(|tier| (Some(starts.saturating_sub(hours(tier.hours))), tier.percent.min(100)));
        for (until, percent) in ends.chain([(None, 0)]) {
            match steps.last_mut() {
                Some(last) if percent > last.percent || until.is_some_and(|until| last.until >= Some(until)) => {}
                Some(last) if percent == last.percent => last.until = until,
                _ => steps.push(Edge { until, percent }),
            }
        }
        steps
    }

    /// A share of an amount, less what the minimum fee keeps of it.
    fn share(&self, paid: Fen, percent: u32) -> Fen {
        let paid = paid.max(Fen::ZERO);
        if percent >= 100 {
            return paid;
        }
        let fee = self.minimum_fee.max(Fen::ZERO);
        paid.percent(percent).min(paid - fee).clamp(Fen::ZERO, paid)
    }
}

fn hours(hours: u32) -> i64 {
    i64::from(hours).saturating_mul(HOUR)
}
