//! The configuration: the only place that reads the environment.

mod judge;
#[cfg(test)]
mod tests;
mod variables;

use std::{net::SocketAddr, path::PathBuf};

pub use variables::{VARIABLES, Variable};

/// The keys that are good enough to try things out; refused in production.
const DEMO_SECRET: &str = "yueding-demo-secret-not-for-production-use";
const DEMO_PAY_SECRET: &str = "yueding-demo-pay-secret-not-for-production-use";
const DEMO_SMS_SECRET: &str = "yueding-demo-sms-secret-not-for-production-use";

/// What an operator decides.
#[derive(Clone)]
pub struct Config {
    /// Where the database is.
    pub database_url: String,
    /// Most connections to it.
    pub connections: u32,
    /// Real customers: demo secrets and unencrypted addresses are refused.
    pub production: bool,
    /// The site's public address, without a slash at its end.
    pub origin: String,
    /// Key of the keyed hashes.
    pub secret: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Whether `X-Forwarded-For` comes from a proxy of ours.
    pub trusted_proxy: bool,
    /// What is logged.
    pub log: String,
    /// The folder with the built styles, scripts and assets.
    pub site_root: PathBuf,
    /// Most requests in work at once.
    pub max_requests: usize,
    /// Most password hashes computed at once.
    pub hashing: usize,
    /// Seconds between two runs of the jobs; 0 for never.
    pub jobs_every: u64,
    /// The payment provider; its address is blank when nothing is paid online.
    pub pay: Partner,
    /// The text message service; its address is blank when no text messages are written.
    pub sms: Partner,
    /// Address of the mail server, maybe with a password; blank when no mail is written.
    pub smtp_url: String,
    /// A file with the certificates (PEM) that vouch for the mail server; blank where the public ones do.
    pub smtp_ca: PathBuf,
    /// Sender of the mails.
    pub mail_from: String,
    /// Host and port of the scanner of files; blank when nothing is scanned.
    pub clamd_address: String,
}

/// Somebody we talk to in signed messages.
#[derive(Clone)]
pub struct Partner {
    /// His address; blank when there is none.
    pub url: String,
    /// Our name there.
    pub merchant: String,
    /// The secret shared with him.
    pub secret: String,
}

impl Config {
    /// From the environment.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    pub fn from_env() -> Result<Self, Vec<String>> {
        Self::read(|name| std::env::var(name).ok())
    }

    /// From anything that knows values by name.
    ///
    /// # Errors
    /// Everything that is wrong with the values, at once.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<String>> {
        let mut reader = Reader { value, faults: Vec::new() };
        let config = Self {
            database_url: reader.text("DATABASE_URL"),
            connections: reader.parsed("DB_CONNECTIONS"),
            production: reader.text("APP_ENV") == "production",
            origin: reader.text("APP_ORIGIN").trim_end_matches('/').to_owned(),
            secret: reader.text("APP_SECRET"),
            listen: reader.parsed_or("LISTEN", SocketAddr::from(([127, 0, 0, 1], 3000))),
            trusted_proxy: reader.text("TRUSTED_PROXY") == "true",
            log: reader.text("LOG"),
            site_root: reader.text("SITE_ROOT").into(),
            max_requests: reader.parsed("MAX_REQUESTS"),
            hashing: reader.parsed("PASSWORD_HASHES"),
            jobs_every: reader.parsed("JOBS_EVERY"),
            pay: reader.partner("PAY_GATEWAY_URL", "PAY_SECRET"),
            sms: reader.partner("SMS_WEBHOOK_URL", "SMS_SECRET"),
            smtp_url: reader.text("SMTP_URL"),
            smtp_ca: reader.text("SMTP_CA").into(),
            mail_from: reader.text("MAIL_FROM"),
            clamd_address: reader.text("CLAMD_ADDRESS"),
        };
        let mut faults = reader.faults;
        judge::judge(&config, &mut faults);
        if faults.is_empty() { Ok(config) } else { Err(faults) }
    }

    /// Scheme, host and port of the payment provider, whose pages customers are sent to.
    #[must_use]
    pub fn pay_origin(&self) -> Option<String> {
        gateway::origin(&self.pay.url)
    }

    /// The site is reached over HTTPS, so cookies may be bound to it.
    #[must_use]
    pub fn https(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// A variable's value as people may see it.
#[must_use]
pub fn shown(variable: &Variable) -> String {
    match std::env::var(variable.name) {
        Ok(_) if variable.secret => "(set, not shown)".to_owned(),
        Ok(value) if variable.name == "DATABASE_URL" => without_password(&value),
        Ok(value) => value,
        Err(_) if variable.secret => "(not set)".to_owned(),
        Err(_) => variable.default.to_owned(),
    }
}

/// The password by which a new staff member will sign in, if the environment gives one.
#[must_use]
pub fn staff_password() -> Option<String> {
    std::env::var("STAFF_PASSWORD").ok().filter(|password| !password.is_empty())
}

/// `postgres://user:secret@host/db` without the secret.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((login, host)) = rest.rsplit_once('@') else { return url.to_owned() };
    let user = login.split_once(':').map_or(login, |(user, _)| user);
    format!("{scheme}://{user}:***@{host}")
}

struct Reader<F> {
    value: F,
    faults: Vec<String>,
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    fn text(&mut self, name: &str) -> String {
        let set = (self.value)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        set.unwrap_or_else(|| variables::default(name).to_owned())
    }

    fn partner(&mut self, url: &str, secret: &str) -> Partner {
        Partner { url: self.text(url), merchant: self.text("PAY_MERCHANT"), secret: self.text(secret) }
    }

    fn parsed<T: std::str::FromStr + Default>(&mut self, name: &str) -> T {
        self.parsed_or(name, T::default())
    }

    fn parsed_or<T: std::str::FromStr>(&mut self, name: &str, otherwise: T) -> T {
        let text = self.text(name);
        text.parse().unwrap_or_else(|_| {
            self.faults.push(format!("{name} cannot be read: {text}"));
            otherwise
        })
    }
}
