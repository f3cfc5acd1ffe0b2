//! The text message service: a signed webhook, in the words and with the signatures of the crate `gateway`.

use std::sync::Arc;

use anyhow::anyhow;
use async_trait::async_trait;
use gateway::{Key, Reply, Wire};
use services::notice::{Sms, Text, Undelivered};

use crate::Config;

/// Answers that may be others later: sign differently, too slow, too early, too many.
const LATER: [u16; 6] = [401, 403, 404, 408, 425, 429];

struct Webhook {
    url: String,
    wire: Wire,
}

/// The text message service of the configuration, if it names one (`SMS_WEBHOOK_URL`, `SMS_SECRET`).
pub(super) fn open(config: &Config) -> anyhow::Result<Option<Arc<dyn Sms>>> {
    if config.sms.url.is_empty() {
        return Ok(None);
    }
    let wire = Wire::new(Key::new(&config.sms.merchant, &config.sms.secret));
    let wire = wire.map_err(|lost| anyhow!("SMS_WEBHOOK_URL: {lost}"))?;
    Ok(Some(Arc::new(Webhook { url: config.sms.url.clone(), wire })))
}

#[async_trait]
impl Sms for Webhook {
    async fn send(&self, text: &Text) -> Result<(), Undelivered> {
        let message = gateway::Sms { id: text.id.clone(), to: text.to.clone(), text: text.text.clone() };
        let json = serde_json::to_vec(&message).map_err(|_| Undelivered::Later("internal".to_owned()))?;
        match self.wire.post(&self.url, json).await {
            Ok(reply) => taken(&reply),
            Err(lost) => {
                let word = if lost.is_late() { "no-answer" } else { "no-connection" };
                Err(Undelivered::Later(word.to_owned()))
            }
        }
    }
}

/// What an answer means. Its status is believed unsigned: whoever can change it can keep the message back too.
fn taken(reply: &Reply) -> Result<(), Undelivered> {
    let word = reply.status.to_string();
    match reply.status {
        _ if reply.is_success() => Ok(()),
        400..=499 if !LATER.contains(&reply.status) => Err(Undelivered::Never(word)),
        _ => Err(Undelivered::Later(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_apart() {
        let answer = |status| taken(&Reply { status, body: Vec::new(), signed: false });
        for status in [200, 202, 204] {
            assert_eq!(answer(status), Ok(()));
        }
        for status in [400, 410, 422] {
            assert!(matches!(answer(status), Err(Undelivered::Never(_))), "{status}");
        }
        for status in [301, 401, 403, 404, 429, 500, 503] {
            assert!(matches!(answer(status), Err(Undelivered::Later(_))), "{status}");
        }
    }
}
