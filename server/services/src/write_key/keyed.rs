//! What a key is of: nobody can meet somebody else's, nor his own of another write.

use crate::{Cx, Result, Session, secret};

/// A write as it was sent.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// Whose it is.
    pub session: &'a Session,
    /// Its method.
    pub method: &'a str,
    /// Its path.
    pub path: &'a str,
    /// Its body.
    pub body: &'a [u8],
}

/// A write and the key it was sent under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyed {
    /// Hash of session, path and key: what the business may use as a key of its own.
    pub key: String,
    pub(super) request_hash: String,
}

impl Keyed {
    /// Under a key that a program has chosen. Another write under the same key is its mistake, and refused.
    ///
    /// # Errors
    /// Never with a secret of any length.
    pub fn by_program(cx: &Cx, sent: Sent<'_>, key: &str) -> Result<Self> {
        Self::of(cx, sent, &["write-key", &sent.session.hash, sent.path, key])
    }

    /// Under the key of a form's page. A browser keeps pages: the same page filled in otherwise is another write, not a
    /// mistake.
    ///
    /// # Errors
    /// Never with a secret of any length.
    pub fn by_form(cx: &Cx, sent: Sent<'_>, key: &str) -> Result<Self> {
        // A file that is sent again has another id, and is the same file.
        let fields = sent.body.split(|byte| *byte == b'&').filter(|field| !field.starts_with(b"files="));
        let body = fields.collect::<Vec<_>>().join(&b'&');
        let sent = Sent { body: &body, ..sent };
        Self::of(cx, sent, &["form-key", &sent.session.hash, sent.path, key, &secret::sha256(&body)])
    }

    fn of(cx: &Cx, sent: Sent<'_>, parts: &[&str]) -> Result<Self> {
        // Keyed, so that nobody finds out by it what was sent.
        let request = ["request", sent.method, sent.path, &secret::sha256(sent.body)];
        let request_hash = secret::keyed(&cx.settings.secret, &request)?;
        Ok(Self { key: secret::keyed(&cx.settings.secret, parts)?, request_hash })
    }
}
