//! The mail server, over SMTP.

mod compose;
mod line;
mod server;

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::Context;
use async_trait::async_trait;
use lettre::{
    message::Mailbox,
    transport::smtp::client::{AsyncSmtpConnection, Certificate},
};
use services::notice::{Letter, Mail, Undelivered};
use tokio::time::timeout;

use self::server::Server;
use crate::Config;

/// From the first byte to the last: whoever takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// So many connections are kept for the next letters …
const KEPT: usize = 8;

/// … and for so long; servers close theirs after some minutes.
const IDLE: Duration = Duration::from_secs(30);

/// The mail server of the configuration, if it names one (`SMTP_URL`, `MAIL_FROM`).
pub(super) fn open(config: &Config) -> anyhow::Result<Option<Arc<dyn Mail>>> {
    if config.smtp_url.is_empty() {
        return Ok(None);
    }
    let trusted = match config.smtp_ca.as_os_str().is_empty() {
        true => Vec::new(),
        false => trusted(&config.smtp_ca).context("SMTP_CA cannot be used")?,
    };
    let server = Server::read(&config.smtp_url, &trusted).context("SMTP_URL cannot be used")?;
    let from = config.mail_from.parse().context("MAIL_FROM is no sender")?;
    Ok(Some(Arc::new(Smtp { server, from, idle: Mutex::default() })))
}

/// The certificates of a file.
fn trusted(file: &Path) -> anyhow::Result<Vec<Certificate>> {
    let text = std::fs::read_to_string(file)?;
    let end = "-----END CERTIFICATE-----";
    let read =
        text.split_inclusive(end).filter(|one| one.contains(end)).map(|one| Certificate::from_pem(one.as_bytes()));
    let trusted = read.collect::<Result<Vec<_>, _>>()?;
    anyhow::ensure!(!trusted.is_empty(), "there is no certificate in it");
    Ok(trusted)
}

/// A mail server, with the connections that wait for another letter.
///
/// lettre has a pool, but puts a connection back whose letter was given up half-way: the next letter would read the answers
/// meant for that one, and might be taken for accepted when it was not. Here only a connection whose last letter was
/// accepted comes back.
struct Smtp {
    server: Server,
    from: Mailbox,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
}

#[async_trait]
impl Mail for Smtp {
    async fn send(&self, letter: &Letter) -> Result<(), Undelivered> {
        let message = compose::message(&self.from, letter)?;
        let sending = async {
            let mut connection = self.connection().await?;
            line::hand_over(&mut connection, &message).await?;
            self.keep(connection);
            Ok(())
        };
        timeout(PATIENCE, sending).await.unwrap_or_else(|_| Err(Undelivered::Later("no-answer".to_owned())))
    }
}

impl Smtp {
    /// One that answers: kept or new.
    async fn connection(&self) -> Result<AsyncSmtpConnection, Undelivered> {
        while let Some((mut connection, since)) = self.waiting() {
            if since.elapsed() < IDLE && connection.test_connected().await {
                return Ok(connection);
            }
        }
        self.server.connect(PATIENCE).await.map_err(|error| line::not_now(&error))
    }

    fn waiting(&self) -> Option<(AsyncSmtpConnection, Instant)> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(_, since)| since.elapsed() < IDLE);
        if idle.len() < KEPT {
            idle.push((connection, Instant::now()));
        }
    }
}
