//! The adapters to the world outside, made from the configuration: what `services` calls and knows no protocol of.

mod clamd;
mod hosted;
mod mail;
mod sms;

use services::Outside;

use crate::Config;

/// Everything the configuration names; what it leaves blank is absent.
///
/// # Errors
/// When an address is none, or a client cannot be made.
pub(crate) fn open(config: &Config) -> anyhow::Result<Outside> {
    Ok(Outside {
        gateway: hosted::open(config)?,
        mail: mail::open(config)?,
        sms: sms::open(config)?,
        scanner: clamd::open(config),
        origin: config.origin.clone(),
    })
}
