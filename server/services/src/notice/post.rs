//! The seams to the mail server and to the text message service. Know no protocol.

use async_trait::async_trait;

/// An e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The same for the same notice, however often it is sent: the `Message-ID` is made of it.
    pub id: String,
    /// The recipient's address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same as a page.
    pub html: String,
    /// Language tag of the texts.
    pub lang: &'static str,
    /// A calendar file, where there is a date to be kept.
    pub calendar: Option<String>,
}

/// A text message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The same for the same notice, however often it is sent.
    pub id: String,
    /// Phone number in E.164 form.
    pub to: String,
    /// What it says.
    pub text: String,
}

/// Why something was not delivered. Never holds the recipient's address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// It may go later.
    #[error("later: {0}")]
    Later(String),
    /// It will never go.
    #[error("never: {0}")]
    Never(String),
}

/// A mail server.
#[async_trait]
pub trait Mail: Send + Sync {
    /// Hands a letter over.
    async fn send(&self, letter: &Letter) -> Result<(), Undelivered>;
}

/// A text message service.
#[async_trait]
pub trait Sms: Send + Sync {
    /// Hands a text message over.
    async fn send(&self, text: &Text) -> Result<(), Undelivered>;
}
