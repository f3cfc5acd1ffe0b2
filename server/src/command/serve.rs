//! `server serve`.

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use anyhow::Context;
use axum::serve::ListenerExt;
use clap::Args;
use domain::Kind;
use i18n::Script;
use services::{Cx, case, catalogue, job};
use tokio::{net::TcpListener, sync::watch, task::JoinSet, time::timeout};

use super::{database, say};
use crate::{Site, router};

/// Requests in work have so long to end after the signal.
const FAREWELL: Duration = Duration::from_secs(20);

/// How to serve.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// Leaves the database's schema as it is.
    #[arg(long)]
    no_migrate: bool,
    /// Loads the demo data when the database is empty.
    #[arg(long)]
    seed: bool,
}

/// Serves until the signal.
pub(super) async fn run(site: &Arc<Site>, options: Options) -> anyhow::Result<ExitCode> {
    if !options.no_migrate && site.cx.pending_migrations().await.unwrap_or(1) > 0 {
        site.cx.migrate().await.context("the schema cannot be brought up to date")?;
    }
    if options.seed && is_empty(&site.cx).await? {
        say("loading the demo data …")?;
        database::seed(site).await?;
    }
    let listener = TcpListener::bind(site.config.listen).await;
    let listener = listener.with_context(|| format!("cannot listen on {}", site.config.listen))?;
    let stopped = site.stopped.clone();
    tokio::spawn({
        let site = Arc::clone(site);
        async move {
            signalled().await;
            tracing::info!("stopping");
            let _ = site.stop.send(true);
        }
    });
    tokio::spawn({
        let cx = site.cx.clone();
        async move { case::listen(&cx).await }
    });
    tokio::spawn({
        let cx = site.cx.clone();
        async move { services::keep_time(&cx).await }
    });
    let jobs = tokio::spawn(jobs(site.cx.clone(), site.config.jobs_every, job::worker()?, stopped.clone()));
    say(&format!("serving {} on {}", site.config.origin, listener.local_addr()?))?;

    let listener = listener.tap_io(|stream| {
        // An answer is written at once and not held back to be joined with a next one.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
    });
    let service = router(site).into_make_service_with_connect_info::<SocketAddr>();
    let mut last_call = stopped.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(until(stopped));
    tokio::select! {
        ended = serving => ended?,
        () = async { until_ref(&mut last_call).await; tokio::time::sleep(FAREWELL).await } => {
            tracing::warn!("requests still in work were given up");
        }
    }
    jobs.await?;
    Ok(ExitCode::SUCCESS)
}

/// Nothing is sold yet.
async fn is_empty(cx: &Cx) -> anyhow::Result<bool> {
    for kind in Kind::ALL {
        if !catalogue::cities(cx, Script::Hans, kind).await?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Does what is due, again and again. Several instances may do so at the same time: their jobs have leases.
async fn jobs(cx: Cx, every: u64, worker: String, mut stopped: watch::Receiver<bool>) {
    if every == 0 {
        return;
    }
    let mut ticks = tokio::time::interval(Duration::from_secs(every));
    // The first tick is immediate; a start is busy enough without the jobs.
    ticks.tick().await;
    let mut runs = JoinSet::new();
    loop {
        tokio::select! {
            () = until_ref(&mut stopped) => break,
            // A job that takes long keeps its lease and holds up no other: the next tick does not wait for it.
            _ = ticks.tick() => {
                let (cx, worker) = (cx.clone(), worker.clone());
                runs.spawn(async move {
                    if let Err(error) = job::run_due(&cx, &worker).await {
                        tracing::warn!(%error, "the jobs could not be done this time");
                    }
                });
            }
            _ = runs.join_next(), if !runs.is_empty() => {}
        }
    }
    // What is under way is brought to its end, so that no mail is sent and not marked.
    let _ = timeout(FAREWELL, async { while runs.join_next().await.is_some() {} }).await;
}

async fn until(mut stopped: watch::Receiver<bool>) {
    until_ref(&mut stopped).await;
}

async fn until_ref(stopped: &mut watch::Receiver<bool>) {
    // An error means that the sender is gone, which is as good as the signal.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

#[cfg(unix)]
async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};

    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn signalled() {
    let _ = tokio::signal::ctrl_c().await;
}
