//! The configuration: the only place that reads the environment.

mod variables;

use std::{net::SocketAddr, path::PathBuf};

pub use variables::{VARIABLES, Variable};

/// The key that is good enough to try things out; refused in production.
const DEMO_SECRET: &str = "yueding-demo-secret-not-for-production-use";

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
        };
        let mut faults = reader.faults;
        config.judge(&mut faults);
        if faults.is_empty() { Ok(config) } else { Err(faults) }
    }

    fn judge(&self, faults: &mut Vec<String>) {
        if !self.origin.starts_with("http://") && !self.origin.starts_with("https://") {
            faults.push("APP_ORIGIN must begin with http:// or https://".to_owned());
        }
        if self.origin.matches('/').count() > 2 {
            faults.push("APP_ORIGIN must not have a path".to_owned());
        }
        if self.secret.len() < 32 {
            faults.push("APP_SECRET must have 32 characters or more".to_owned());
        }
        if self.production && self.secret == DEMO_SECRET {
            faults.push("APP_SECRET is the demo secret, which is refused when APP_ENV=production".to_owned());
        }
        if self.production && !self.https() {
            faults.push("APP_ORIGIN must begin with https:// when APP_ENV=production".to_owned());
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Config, Vec<String>> {
        Config::read(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn nothing_set_gives_a_site_to_try_things_out() {
        let config = read(&[]).unwrap();
        assert_eq!(config.origin, "http://127.0.0.1:3000");
        assert!(!config.production && !config.https() && !config.trusted_proxy);
    }

    #[test]
    fn production_refuses_the_demo_secret_and_plain_http() {
        let faults = read(&[("APP_ENV", "production")]).err().unwrap();
        assert!(faults.iter().any(|fault| fault.contains("demo secret")), "{faults:?}");
        assert!(faults.iter().any(|fault| fault.contains("https://")), "{faults:?}");
        let secret = "0123456789abcdef0123456789abcdef";
        assert!(
            read(&[("APP_ENV", "production"), ("APP_SECRET", secret), ("APP_ORIGIN", "https://yueding.example")])
                .is_ok()
        );
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let faults = read(&[("LISTEN", "here"), ("DB_CONNECTIONS", "many"), ("APP_SECRET", "short")]).err().unwrap();
        assert_eq!(faults.len(), 3, "{faults:?}");
    }

    #[test]
    fn a_password_in_the_database_address_is_not_shown() {
        assert_eq!(without_password("postgres://yd:p@ss@db/yueding"), "postgres://yd:***@db/yueding");
        assert_eq!(without_password("sqlite:data/yueding.db"), "sqlite:data/yueding.db");
    }
}
