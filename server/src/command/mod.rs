//! The command line.

mod config;
mod database;
mod serve;
mod staff;

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
    sync::Arc,
};

use anyhow::anyhow;
use clap::{Parser, Subcommand};
use domain::job::Job;
use tracing_subscriber::EnvFilter;

use crate::{Config, Site};

/// The portal: booking of stays, venues and trips.
#[derive(Debug, Parser)]
#[command(
    name = "server",
    version,
    about,
    after_help = "Configuration comes from the environment: see `server config`."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the site until it is told to stop (SIGTERM, Ctrl-C).
    Serve(serve::Options),
    /// Brings the database's schema up to date.
    Migrate,
    /// Loads the demo data; refused on a database that holds real bookings.
    Seed,
    /// Staff accounts.
    #[command(subcommand)]
    Staff(staff::Command),
    /// Work that is due from time to time.
    #[command(subcommand)]
    Jobs(Jobs),
    /// Proves that slices, claims, bookings and the money's books agree; exit code 1 when something is wrong.
    Check,
    /// Lists every variable of the environment with its default, its meaning and its value.
    Config,
}

#[derive(Debug, Subcommand)]
enum Jobs {
    /// Does every job once, due or not, and says what was done.
    Run {
        /// Only this one: holds, payments, refunds, notices, reminders or leftovers.
        #[arg(long, value_name = "NAME")]
        only: Option<Job>,
    },
}

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    if matches!(cli.command, Command::Config) {
        return ended(config::list().map(|()| ExitCode::SUCCESS));
    }
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(faults) => return ended(Err(anyhow!("the configuration is not usable:\n  {}", faults.join("\n  ")))),
    };
    ended(log_to_stderr(&config).and_then(|()| {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(execute(cli.command, config))
    }))
}

async fn execute(command: Command, config: Config) -> anyhow::Result<ExitCode> {
    let site = Site::open(config).await?;
    let done = match command {
        Command::Serve(options) => serve::run(&site, options).await,
        Command::Migrate => database::migrate(&site.cx).await,
        Command::Seed => database::seed(&site).await,
        Command::Staff(command) => staff::run(&site.cx, command).await,
        Command::Jobs(Jobs::Run { only }) => database::jobs(&site.cx, only).await,
        Command::Check => database::check(&site.cx).await,
        Command::Config => Ok(ExitCode::SUCCESS),
    };
    if let Some(site) = Arc::into_inner(site) {
        site.cx.close().await?;
    }
    done
}

fn ended(done: anyhow::Result<ExitCode>) -> ExitCode {
    done.unwrap_or_else(|error| {
        let _ = writeln!(io::stderr(), "server: {error:#}");
        ExitCode::FAILURE
    })
}

/// People read it in a demo, machines in production.
fn log_to_stderr(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log).map_err(|error| anyhow!("LOG cannot be read: {error}"))?;
    let colours = io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(colours);
    let started = if config.production { log.json().try_init() } else { log.with_target(false).try_init() };
    started.map_err(|error| anyhow!("the log cannot be started: {error}"))
}

/// A line for whoever ran the command; one who has read enough (`| head`) is no fault.
fn say(line: &str) -> anyhow::Result<()> {
    match writeln!(io::stdout(), "{line}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
