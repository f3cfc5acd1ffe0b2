//! Which jobs there are, how often each runs, and what it does.

use chrono::TimeDelta;
use domain::job::Job;

use super::{holds, leftovers};
use crate::{Cx, Result, case, notice, payment};

/// A job begins so many seconds after it began last.
#[must_use]
pub const fn every(job: Job) -> u32 {
    match job {
        Job::Notices => 1,
        Job::Payments => 2,
        Job::Holds | Job::Refunds => 5,
        Job::Reminders => 60,
        Job::Promises => 15,
        Job::Leftovers => 300,
    }
}

/// A job that keeps failing is run at least so often.
const SELDOM: i64 = 300;

/// How long after so many failures in a row a job is run again: twice as long each time, at most five minutes or its own
/// interval.
pub(super) fn after_failures(job: Job, failures: u32) -> TimeDelta {
    let every = i64::from(every(job));
    let doubled = every.saturating_mul(1 << failures.min(16));
    TimeDelta::seconds(doubled.min(SELDOM.max(every)))
}

/// Does a job once; gives how many things were done.
pub(super) async fn work(cx: &Cx, job: Job, worker: &str) -> Result<u64> {
    match job {
        Job::Holds => holds::expire(cx).await,
        Job::Payments => payment::ask(cx).await,
        Job::Refunds => payment::give_back(cx).await,
        Job::Notices => notice::deliver(cx, worker).await,
        Job::Reminders => notice::remind(cx).await,
        Job::Promises => case::watch(cx).await,
        Job::Leftovers => leftovers::remove(cx).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_fails_is_run_ever_more_seldom_but_never_forgotten() {
        let waits: Vec<_> = (1..12).map(|failures| after_failures(Job::Notices, failures).num_seconds()).collect();
        assert_eq!(waits, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        assert_eq!(after_failures(Job::Leftovers, 1), TimeDelta::seconds(300));
        assert_eq!(after_failures(Job::Holds, u32::MAX), TimeDelta::seconds(300));
    }
}
