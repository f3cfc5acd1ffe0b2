//! The jobs as the desk sees them.

use domain::{
    Instant,
    desk::Permission,
    job::{Job, JobRow},
    time::{from_micros, to_micros},
};
use entity::job::Model;

use super::{lease, table::every};
use crate::{Cx, Result, Staff, desk};

/// Every job: last runs, lag, failures. Needs [`Permission::SeeWorks`].
///
/// # Errors
/// [`domain::Rule::Forbidden`] without it.
pub async fn rows(cx: &Cx, staff: &Staff) -> Result<Vec<JobRow>> {
    desk::need(staff.role, Permission::SeeWorks)?;
    let (rows, now) = (lease::all(cx).await?, cx.now());
    Ok(Job::ALL
        .iter()
        .filter_map(|job| rows.iter().find(|row| row.name == job.as_str()).map(|row| shown(*job, row, now)))
        .collect())
}

fn shown(job: Job, row: &Model, now: Instant) -> JobRow {
    let late = if lease::is_free(row, now) { to_micros(now).saturating_sub(row.next_at).max(0) / 1_000_000 } else { 0 };
    JobRow {
        job,
        every: every(job),
        began: row.began_at.map(from_micros),
        ended: row.ended_at.map(from_micros),
        done: u64::try_from(row.done).unwrap_or_default(),
        failures: u32::try_from(row.failures).unwrap_or_default(),
        trouble: row.trouble.clone(),
        lag: u32::try_from(late).unwrap_or(u32::MAX),
    }
}
