//! Commands that work on the database and end.

use std::process::ExitCode;

use crate::Site;
use domain::job::Job;
use services::{Cx, Outside, check, job, seed};

use super::say;

/// `server migrate`.
pub(super) async fn migrate(cx: &Cx) -> anyhow::Result<ExitCode> {
    let pending = match cx.pending_migrations().await {
        Ok(pending) => pending.to_string(),
        Err(_) => "all".to_owned(),
    };
    cx.migrate().await?;
    say(&format!("the schema is up to date ({pending} migrations were due)"))?;
    Ok(ExitCode::SUCCESS)
}

/// `server seed`.
pub(super) async fn seed(site: &Site) -> anyhow::Result<ExitCode> {
    if site.config.production {
        anyhow::bail!("the demo data has known passwords and is not for APP_ENV=production");
    }
    // The demo's customers are made up: nobody is written to.
    let summary = seed::demo(&site.cx.clone().with_outside(Outside::default())).await?;
    say(&summary.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// `server jobs run`.
pub(super) async fn jobs(cx: &Cx, only: Option<Job>) -> anyhow::Result<ExitCode> {
    let ran = job::run_now(cx, &job::worker()?, only).await?;
    for &job in Job::ALL.iter().filter(|job| only.is_none_or(|only| only == **job)) {
        match ran.iter().find(|(name, _)| *name == job) {
            Some((_, done)) => say(&format!("{job}: {done} done"))?,
            None => say(&format!("{job}: another instance is at it"))?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `server check`.
pub(super) async fn check(cx: &Cx) -> anyhow::Result<ExitCode> {
    let report = check::run(cx).await?;
    let check::Report { slices, claims, facts, cases, faults } = &report;
    say(&format!(
        "{slices} slices, {claims} claims, {facts} facts about money, {cases} cases, {} faults",
        faults.len()
    ))?;
    for fault in faults {
        say(&format!("  {fault}"))?;
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
