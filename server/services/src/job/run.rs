//! Runs jobs: those that are due, or at once. One that fails or panics says so in its row and holds up no other.

use std::{future::Future, time::Duration};

use domain::job::Job;
use tokio::{task::JoinSet, time::interval};

use super::{
    lease::{self, Lease, When},
    table,
};
use crate::{Cx, Error, Result};

/// A run renews its lease so often, three times within its term.
const RENEWAL: Duration = Duration::from_secs(20);

/// Runs every job that is due and nobody's, side by side; gives how many things were done. Called again and again by every
/// instance.
///
/// # Errors
/// When it cannot be told what is due. What a job runs into stands in its row.
pub async fn run_due(cx: &Cx, worker: &str) -> Result<u64> {
    let (rows, now) = (lease::all(cx).await?, cx.now());
    let mut runs = JoinSet::new();
    for row in rows.iter().filter(|row| lease::is_due(row, now)) {
        // A row of a job that is none: left by another version.
        let Ok(job) = row.name.parse::<Job>() else { continue };
        let (cx, worker) = (cx.clone(), worker.to_owned());
        runs.spawn(async move { (job, leased(&cx, &worker, job, When::Due).await) });
    }
    let mut count = 0;
    while let Some(run) = runs.join_next().await {
        match run {
            Ok((_, Ok(done))) => count += done.unwrap_or_default(),
            Ok((job, Err(error))) => tracing::warn!(job = job.as_str(), %error, "a job failed"),
            Err(error) => tracing::error!(%error, "a run of a job broke off"),
        }
    }
    Ok(count)
}

/// Runs a job, or all of them one after the other, whether due or not; gives those that were run, each with how many things were
/// done. One that another instance is at is left to it.
///
/// # Errors
/// The first failure, after all were run.
pub async fn run_now(cx: &Cx, worker: &str, only: Option<Job>) -> Result<Vec<(Job, u64)>> {
    lease::all(cx).await?;
    let (mut done, mut failure) = (Vec::new(), None);
    for &job in Job::ALL.iter().filter(|job| only.is_none_or(|only| only == **job)) {
        match leased(cx, worker, job, When::Now).await {
            Ok(count) => done.extend(count.map(|count| (job, count))),
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    failure.map_or(Ok(done), Err)
}

/// Does some work in the place of a job, whether it is due or not: under its lease, with its end or its failure written down.
/// `None` when another instance is at the job.
///
/// # Errors
/// The work's own, or that it panicked or lost its lease.
pub async fn under_lease<F>(cx: &Cx, worker: &str, job: Job, work: F) -> Result<Option<u64>>
where
    F: Future<Output = Result<u64>> + Send + 'static,
{
    lease::all(cx).await?;
    match Lease::take(cx, worker, job, When::Now).await? {
        Some(lease) => carry_out(lease, work).await.map(Some),
        None => Ok(None),
    }
}

async fn leased(cx: &Cx, worker: &str, job: Job, when: When) -> Result<Option<u64>> {
    let Some(lease) = Lease::take(cx, worker, job, when).await? else { return Ok(None) };
    let (cx, worker) = (cx.clone(), worker.to_owned());
    carry_out(lease, async move { table::work(&cx, job, &worker).await }).await.map(Some)
}

/// The work is a task of its own, so that a panic ends nothing else; dropped, it ends with its set.
async fn carry_out<F>(lease: Lease, work: F) -> Result<u64>
where
    F: Future<Output = Result<u64>> + Send + 'static,
{
    let mut task = JoinSet::new();
    task.spawn(work);
    let mut renewals = interval(RENEWAL);
    renewals.tick().await;
    let outcome = loop {
        tokio::select! {
            ended = task.join_next() => break match ended {
                Some(Ok(outcome)) => outcome,
                Some(Err(broken)) => {
                    // What it said on its way out may hold anything.
                    tracing::error!(panicked = broken.is_panic(), "a job broke off");
                    Err(Error::Internal("the job panicked".to_owned()))
                }
                None => Err(Error::Internal("the job was never begun".to_owned())),
            },
            _ = renewals.tick() => {
                // A renewal that cannot be written is tried again in time; one that finds another's lease ends the work.
                if let Ok(false) = lease.renew().await {
                    break Err(Error::Internal("the job lost its lease".to_owned()));
                }
            }
        }
    };
    match outcome {
        Ok(count) => lease.done(count).await.map(|()| count),
        Err(error) => {
            lease.failed(&error.to_string()).await?;
            Err(error)
        }
    }
}
