//! What a configuration says, and what is wrong with one.

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
        read(&[("APP_ENV", "production"), ("APP_SECRET", secret), ("APP_ORIGIN", "https://yueding.example")]).is_ok()
    );
}

#[test]
fn nothing_outside_is_reached_unless_it_is_named() {
    let config = read(&[]).unwrap();
    assert_eq!((config.pay.url.as_str(), config.sms.url.as_str(), config.smtp_url.as_str()), ("", "", ""));
    assert_eq!(config.pay_origin(), None);
    let config = read(&[("PAY_GATEWAY_URL", "http://127.0.0.1:3100/api/")]).unwrap();
    assert_eq!(config.pay_origin().as_deref(), Some("http://127.0.0.1:3100"));
}

#[test]
fn production_refuses_partners_whose_secret_everybody_knows_or_whose_address_everybody_hears() {
    let secret = "0123456789abcdef0123456789abcdef";
    let house = [("APP_ENV", "production"), ("APP_SECRET", secret), ("APP_ORIGIN", "https://yueding.example")].to_vec();
    for (url, key) in [("PAY_GATEWAY_URL", "PAY_SECRET"), ("SMS_WEBHOOK_URL", "SMS_SECRET")] {
        let with = |more: &[(&'static str, &'static str)]| read(&[house.clone(), more.to_vec()].concat());
        let faults = with(&[(url, "http://partner.example")]).err().unwrap();
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(with(&[(url, "https://partner.example"), (key, secret)]).is_ok());
        assert!(with(&[(url, "https://partner.example"), (key, "short")]).is_err());
        assert!(read(&[(url, "partner.example"), (key, secret)]).is_err());
    }
}

#[test]
fn a_mail_server_and_a_sender_must_look_like_one() {
    assert!(read(&[("SMTP_URL", "smtp://127.0.0.1:2525"), ("MAIL_FROM", "a@example.com")]).is_ok());
    assert!(read(&[("SMTP_URL", "http://127.0.0.1:2525")]).is_err());
    assert!(read(&[("MAIL_FROM", "Yueding")]).is_err());
}

#[test]
fn a_scanner_must_be_a_host_and_a_port() {
    assert_eq!(read(&[]).unwrap().clamd_address, "");
    for address in ["127.0.0.1:3310", "clamav:3310", "[::1]:3310"] {
        assert!(read(&[("CLAMD_ADDRESS", address)]).is_ok(), "{address}");
    }
    for address in ["clamav", ":3310", "clamav:", "tcp://clamav"] {
        assert!(read(&[("CLAMD_ADDRESS", address)]).is_err(), "{address}");
    }
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
