//! Where the mail server is and how one gets in: what `SMTP_URL` says.

use std::time::Duration;

use anyhow::{Context, bail};
use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, Certificate, TlsParameters, TlsParametersBuilder},
    extension::ClientId,
};
use percent_encoding::percent_decode_str;
use url::{Host, Url};

/// When the connection is encrypted.
enum Tls {
    Never,
    /// From the first byte (`smtps://`).
    Always(TlsParameters),
    /// Before anything is said that matters (`smtp://…?starttls`); a server that cannot is not used.
    Started(TlsParameters),
}

/// A mail server.
pub(super) struct Server {
    host: String,
    port: u16,
    tls: Tls,
    login: Option<Credentials>,
}

impl Server {
    /// Reads `smtp://host:25`, `smtp://user:password@host:587?starttls` or `smtps://user:password@host:465`.
    /// Beside the public certificates, those `trusted` vouch for it.
    pub(super) fn read(text: &str, trusted: &[Certificate]) -> anyhow::Result<Self> {
        // The address holds a password: it is never repeated in what is said of it.
        let url = Url::parse(text).map_err(|_| anyhow::anyhow!("it is no address"))?;
        let host = match url.host().context("it names no host")? {
            Host::Domain(name) => name.to_owned(),
            Host::Ipv4(address) => address.to_string(),
            Host::Ipv6(address) => address.to_string(),
        };
        let safety = match (url.scheme(), url.query()) {
            ("smtps", None) => Tls::Always(tls(&host, trusted)?),
            ("smtp", Some("starttls")) => Tls::Started(tls(&host, trusted)?),
            ("smtp", None) => Tls::Never,
            _ => bail!("it is neither smtp://host, smtp://host?starttls nor smtps://host"),
        };
        let port = url.port().unwrap_or(match safety {
            Tls::Never => 25,
            Tls::Always(_) => 465,
            Tls::Started(_) => 587,
        });
        let login = login(&url)?;
        if login.is_some() && matches!(safety, Tls::Never) && !is_near(&host) {
            bail!("a password is sent over an encrypted connection only: add ?starttls, or use smtps://");
        }
        Ok(Self { host, port, tls: safety, login })
    }

    /// A new connection, ready for a letter.
    pub(super) async fn connect(&self, patience: Duration) -> Result<AsyncSmtpConnection, Error> {
        let (hello, at_once) = (
            ClientId::default(),
            match &self.tls {
                Tls::Always(tls) => Some(tls.clone()),
                Tls::Never | Tls::Started(_) => None,
            },
        );
        let address = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(address, Some(patience), &hello, at_once, None).await?;
        if let Tls::Started(tls) = &self.tls {
            connection.starttls(tls.clone(), &hello).await?;
        }
        if let Some(login) = &self.login {
            connection.auth(DEFAULT_MECHANISMS, login).await?;
        }
        Ok(connection)
    }
}

/// How a connection to a host is encrypted.
fn tls(host: &str, trusted: &[Certificate]) -> Result<TlsParameters, Error> {
    let all = TlsParameters::builder(host.to_owned());
    trusted.iter().cloned().fold(all, TlsParametersBuilder::add_root_certificate).build()
}

fn login(url: &Url) -> anyhow::Result<Option<Credentials>> {
    let Some(password) = url.password() else { return Ok(None) };
    let plain = |text: &str| percent_decode_str(text).decode_utf8().map(|text| text.into_owned());
    let (user, password) = (plain(url.username()), plain(password));
    let (user, password) =
        user.and_then(|user| password.map(|password| (user, password))).context("it is not UTF-8")?;
    Ok(Some(Credentials::new(user, password)))
}

/// On this machine, where nobody listens in.
fn is_near(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, u16, bool), String> {
        Server::read(text, &[]).map(|it| (it.host, it.port, it.login.is_some())).map_err(|error| error.to_string())
    }

    #[test]
    fn addresses_of_mail_servers_are_read() {
        for (text, host, port, login) in [
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, false),
            ("smtp://mail.example", "mail.example", 25, false),
            ("smtp://yd:p%40ss@mail.example?starttls", "mail.example", 587, true),
            ("smtps://yd:pass@mail.example", "mail.example", 465, true),
            ("smtp://yd:pass@localhost:1025", "localhost", 1025, true),
            ("smtp://[::1]:2525", "::1", 2525, false),
        ] {
            assert_eq!(read(text), Ok((host.to_owned(), port, login)), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_without_repeating_it() {
        for text in [
            "mail.example",
            "http://mail.example",
            "smtp://",
            "smtp://mail.example?tls=maybe",
            "smtps://mail.example?starttls",
            "smtp://yd:hush@mail.example",
        ] {
            let why = read(text).unwrap_err();
            assert!(!why.contains("hush") && !why.contains("mail.example"), "{why}");
        }
    }
}
