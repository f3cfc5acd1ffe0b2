//! A quote as its reader carries it: sealed, so that what is committed is what was quoted, of this booking and for so long.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    Instant, Rule,
    change::Asked,
    time::{from_micros, to_micros},
};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use crate::{Cx, Result, secret};

/// Longest token that is looked at.
const LONGEST: usize = 4_096;

/// What was quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Quoted {
    /// The booking's row.
    pub(super) booking: i64,
    /// Its version then.
    pub(super) version: i32,
    /// What is wanted.
    pub(super) asked: Asked,
    /// The difference, the fees and the floor that were shown; fen.
    pub(super) money: [i64; 3],
    /// It holds until then; microseconds.
    expires: i64,
}

impl Quoted {
    pub(super) fn new(booking: i64, version: i32, asked: Asked, money: [i64; 3], expires: Instant) -> Self {
        Self { booking, version, asked, money, expires: to_micros(expires) }
    }

    /// The quote as a token.
    pub(super) fn seal(&self, cx: &Cx) -> Result<String> {
        let text = URL_SAFE_NO_PAD.encode(serde_json::to_vec(self)?);
        Ok(format!("{text}.{}", seal_of(cx, &text)?))
    }

    /// The quote in a token, if we sealed it.
    ///
    /// # Errors
    /// [`Rule::QuoteOver`] otherwise.
    pub(super) fn unseal(cx: &Cx, token: &str) -> Result<Self> {
        let (text, seal) = token.split_once('.').filter(|_| token.len() <= LONGEST).ok_or(Rule::QuoteOver(None))?;
        if !bool::from(seal_of(cx, text)?.as_bytes().ct_eq(seal.as_bytes())) {
            return Err(Rule::QuoteOver(None).into());
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Rule::QuoteOver(None))?;
        Ok(serde_json::from_slice(&bytes).map_err(|_| Rule::QuoteOver(None))?)
    }

    /// Whether it still holds.
    pub(super) fn holds(&self, now: Instant) -> bool {
        now <= self.expires()
    }

    /// It holds until then.
    pub(super) fn expires(&self) -> Instant {
        from_micros(self.expires)
    }
}

/// What a change that commits this token is called.
pub(super) fn code(token: &str) -> String {
    secret::sha256(token).chars().take(24).collect()
}

fn seal_of(cx: &Cx, text: &str) -> Result<String> {
    secret::keyed(&cx.settings.secret, &["change-quote", text])
}
