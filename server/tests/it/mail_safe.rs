//! Letters over encrypted connections and after a login, at a real mail server; and what becomes of them where it cannot be
//! trusted.

use std::fs;

use services::notice::{Letter, Undelivered};
use tempfile::TempDir;

use crate::{postmaster::Postmaster, support::House};

/// A mail server with a certificate for `localhost`, which wants a login.
struct Post {
    server: Postmaster,
    folder: TempDir,
}

impl Post {
    async fn open(tls: &str) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("ca.pem"), made.cert.pem()).unwrap();
        let (cert, key) = (made.cert.pem(), made.signing_key.serialize_pem());
        let variables = [("SMTP_TLS", tls), ("SMTP_CERT", &*cert), ("SMTP_KEY", &*key), ("SMTP_LOGIN", "yd:p@ss")];
        Self { server: Postmaster::with(&variables).await, folder }
    }

    /// Its address, with a password.
    fn url(&self, scheme: &str, password: &str, query: &str) -> String {
        format!("{scheme}://yd:{password}@localhost:{}{query}", self.server.port)
    }

    /// Sends a letter from a house with this address; `believes` its certificate or not.
    async fn takes(&self, url: &str, believes: bool) -> Result<(), Undelivered> {
        let ca = self.folder.path().join("ca.pem").display().to_string();
        let variables = [("SMTP_URL", url), ("SMTP_CA", if believes { ca.as_str() } else { "" })];
        let house = House::with(&variables).await;
        house.site.cx.outside().mail.as_ref().unwrap().send(&letter()).await
    }
}

fn letter() -> Letter {
    Letter {
        id: "abc".to_owned(),
        to: "yijun@example.com".to_owned(),
        subject: "預訂已確認".to_owned(),
        text: "陳怡君，您好".to_owned(),
        html: "<p>陳怡君，您好</p>".to_owned(),
        lang: "zh-Hant",
        calendar: None,
    }
}

fn later(why: &str) -> Result<(), Undelivered> {
    Err(Undelivered::Later(why.to_owned()))
}

#[tokio::test]
async fn letters_go_encrypted_and_after_a_login() {
    for (tls, scheme, query) in [("always", "smtps", ""), ("starttls", "smtp", "?starttls")] {
        let mut post = Post::open(tls).await;
        post.takes(&post.url(scheme, "p%40ss", query), true).await.unwrap();
        let came = post.server.mail().await;
        assert_eq!((came["secure"].as_bool(), came["user"].as_str()), (Some(true), Some("yd")), "{tls} {came}");
        assert_eq!(post.takes(&post.url(scheme, "wrong", query), true).await, later("535 5.7.8"), "{tls}");
    }
}

#[tokio::test]
async fn a_server_for_which_nobody_vouches_hears_no_password() {
    for (tls, scheme, query) in [("always", "smtps", ""), ("starttls", "smtp", "?starttls")] {
        let post = Post::open(tls).await;
        assert_eq!(post.takes(&post.url(scheme, "p%40ss", query), false).await, later("no-encryption"), "{tls}");
    }
}

#[tokio::test]
async fn a_server_that_cannot_encrypt_is_not_used() {
    let post = Post::open("").await;
    assert_eq!(post.takes(&post.url("smtp", "p%40ss", "?starttls"), true).await, later("no-encryption"));
}

#[tokio::test]
async fn a_server_that_never_greets_is_left() {
    let mut post = Post::open("").await;
    post.server.turn("mute").await;
    let url = post.url("smtp", "p%40ss", "");
    assert_eq!(post.takes(&url, true).await, later("no-answer"));
    post.server.turn("take").await;
    post.takes(&url, true).await.unwrap();
    assert_eq!(post.server.mail().await["user"], "yd");
}

#[tokio::test]
async fn a_file_without_certificates_is_told_at_once() {
    let config = server::Config::read(|name| match name {
        "SMTP_URL" => Some("smtps://localhost".to_owned()),
        "SMTP_CA" => Some(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").to_owned()),
        "DATABASE_URL" => Some("sqlite::memory:".to_owned()),
        _ => None,
    });
    let Err(error) = server::Site::open(config.unwrap()).await else { panic!("it was opened") };
    assert!(format!("{error:#}").contains("SMTP_CA cannot be used"), "{error:#}");
}
