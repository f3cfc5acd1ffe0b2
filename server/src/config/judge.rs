//! What no configuration may say: addresses that are none, secrets that are short, and in production those that everybody
//! knows.

use super::{Config, DEMO_PAY_SECRET, DEMO_SECRET, DEMO_SMS_SECRET, Partner};

/// A secret has at least so many characters.
const SECRET: usize = 32;

/// Adds everything that is wrong to `faults`.
pub(super) fn judge(config: &Config, faults: &mut Vec<String>) {
    if !config.origin.starts_with("http://") && !config.origin.starts_with("https://") {
        faults.push("APP_ORIGIN must begin with http:// or https://".to_owned());
    }
    if config.origin.matches('/').count() > 2 {
        faults.push("APP_ORIGIN must not have a path".to_owned());
    }
    if config.secret.len() < SECRET {
        faults.push("APP_SECRET must have 32 characters or more".to_owned());
    }
    if config.production && config.secret == DEMO_SECRET {
        faults.push("APP_SECRET is the demo secret, which is refused when APP_ENV=production".to_owned());
    }
    if config.production && !config.https() {
        faults.push("APP_ORIGIN must begin with https:// when APP_ENV=production".to_owned());
    }
    judge_partner(config.production, ("PAY_GATEWAY_URL", "PAY_SECRET", DEMO_PAY_SECRET), &config.pay, faults);
    judge_partner(config.production, ("SMS_WEBHOOK_URL", "SMS_SECRET", DEMO_SMS_SECRET), &config.sms, faults);
    if !config.smtp_url.is_empty() && !["smtp://", "smtps://"].iter().any(|scheme| config.smtp_url.starts_with(scheme))
    {
        faults.push("SMTP_URL must begin with smtp:// or smtps://".to_owned());
    }
    let scanner = config.clamd_address.rsplit_once(':');
    let is_place = scanner.is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    if !config.clamd_address.is_empty() && !is_place {
        faults.push("CLAMD_ADDRESS must be host:port".to_owned());
    }
    if !config.mail_from.contains('@') {
        faults.push("MAIL_FROM must hold an address".to_owned());
    }
}

/// One whose address is blank is not there and may have any secret.
fn judge_partner(
    production: bool,
    (url, secret, demo): (&str, &str, &str),
    partner: &Partner,
    faults: &mut Vec<String>,
) {
    if partner.url.is_empty() {
        return;
    }
    if gateway::origin(&partner.url).is_none() {
        faults.push(format!("{url} must begin with http:// or https:// and name a host"));
    }
    if production && !partner.url.starts_with("https://") {
        faults.push(format!("{url} must begin with https:// when APP_ENV=production"));
    }
    if partner.secret.len() < SECRET {
        faults.push(format!("{secret} must have 32 characters or more"));
    }
    if production && partner.secret == demo {
        faults.push(format!("{secret} is the demo secret, which is refused when APP_ENV=production"));
    }
}
