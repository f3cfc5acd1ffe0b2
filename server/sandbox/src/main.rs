//! The sandbox as a program: one address, one file.
//!
//! | variable | default | |
//! |---|---|---|
//! | `SANDBOX_LISTEN` | `127.0.0.1:3100` | address and port to listen on |
//! | `SANDBOX_ORIGIN` | `http://` and that address | address under which customers and merchants reach it |
//! | `SANDBOX_DATA` | `data/sandbox.db` | the SQLite file |
//! | `SANDBOX_AGAIN_MS` | `500` | pause before a notification comes again |
//! | `SANDBOX_LOG` | `info,sqlx=warn` | what is logged |
//! | `PAY_MERCHANT`, `PAY_SECRET`, `SMS_SECRET` | the portal's demo values | shared with the portal |

use std::{env, io, time::Duration};

use anyhow::{Context, bail};
use gateway::Key;
use sandbox::{Sandbox, Settings, router, work};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    if let Some(argument) = env::args().nth(1) {
        bail!("{argument}: there are no arguments; variables are listed in server/sandbox/src/main.rs");
    }
    let filter = EnvFilter::try_new(value("SANDBOX_LOG", "info,sqlx=warn")).context("SANDBOX_LOG")?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_target(false).init();

    let listen = value("SANDBOX_LISTEN", "127.0.0.1:3100");
    let listener = TcpListener::bind(&listen).await;
    let listener =
        listener.with_context(|| format!("cannot listen on {listen}: set SANDBOX_LISTEN to another address"))?;
    let address = listener.local_addr()?;
    let merchant = value("PAY_MERCHANT", "yueding-demo");
    let sandbox = Sandbox::open(Settings {
        data: value("SANDBOX_DATA", "data/sandbox.db"),
        origin: value("SANDBOX_ORIGIN", &format!("http://{address}")).trim_end_matches('/').to_owned(),
        pay: Key::new(&merchant, &value("PAY_SECRET", "yueding-demo-pay-secret-not-for-production-use")),
        sms: Key::new(&merchant, &value("SMS_SECRET", "yueding-demo-sms-secret-not-for-production-use")),
        again_after: Duration::from_millis(value("SANDBOX_AGAIN_MS", "500").parse().context("SANDBOX_AGAIN_MS")?),
    })
    .await?;
    tokio::spawn(work(sandbox.clone()));
    tracing::info!(%address, "the payment sandbox is ready; nothing here is real money");
    // Its state needs no farewell: it may be killed at any moment.
    axum::serve(listener, router(&sandbox)).await?;
    Ok(())
}

/// A variable of the environment; blank is not set.
fn value(name: &str, otherwise: &str) -> String {
    env::var(name).ok().filter(|value| !value.trim().is_empty()).unwrap_or_else(|| otherwise.to_owned())
}
