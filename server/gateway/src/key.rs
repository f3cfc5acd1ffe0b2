//! Signatures: who may speak for a merchant.

use std::fmt;

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Header with the protocol's version.
pub const VERSION: &str = "gateway-version";
/// Header with the merchant.
pub const MERCHANT: &str = "gateway-merchant";
/// Header with the time of signing.
pub const TIME: &str = "gateway-time";
/// Header with the nonce.
pub const NONCE: &str = "gateway-nonce";
/// Header with the signature.
pub const SIGNATURE: &str = "gateway-signature";

/// The method under which an answer is signed.
pub const RESPONSE: &str = "RESPONSE";

/// A message is good for so many seconds before and after its time.
pub const LEEWAY: i64 = 300;

/// The only version there is.
const ONE: &str = "1";

/// A merchant's name and the secret he shares with the provider.
#[derive(Clone)]
pub struct Key {
    merchant: String,
    secret: Vec<u8>,
}

/// Why a message is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untrusted {
    /// A header is missing or cannot be read, or the version is another.
    #[error("headers")]
    Headers,
    /// It is another merchant's.
    #[error("merchant")]
    Merchant,
    /// The signature is not that of this message under this key.
    #[error("signature")]
    Signature,
    /// It was signed too long ago, or in the future.
    #[error("time")]
    Time,
}

impl Key {
    /// A merchant's key.
    #[must_use]
    pub fn new(merchant: &str, secret: &str) -> Self {
        Self { merchant: merchant.to_owned(), secret: secret.as_bytes().to_vec() }
    }

    /// The merchant.
    #[must_use]
    pub fn merchant(&self) -> &str {
        &self.merchant
    }

    /// The headers that a message gets. `time` is in seconds since 1970.
    #[must_use]
    pub fn sign(&self, method: &str, path: &str, time: i64, nonce: &str, body: &[u8]) -> [(&'static str, String); 5] {
        let time = time.to_string();
        let signature = hex::encode(self.mac(method, path, &time, nonce, body));
        [
            (VERSION, ONE.to_owned()),
            (MERCHANT, self.merchant.clone()),
            (TIME, time),
            (NONCE, nonce.to_owned()),
            (SIGNATURE, format!("v1={signature}")),
        ]
    }

    /// Proves a message; `header` knows headers by their lower-case names, `now` is in seconds since 1970. Gives the nonce.
    ///
    /// # Errors
    /// When it is not believed. A false signature is told before a wrong time: only what is signed has a time.
    pub fn verify(
        &self,
        method: &str,
        path: &str,
        header: &dyn Fn(&str) -> Option<String>,
        body: &[u8],
        now: i64,
    ) -> Result<String, Untrusted> {
        let get = |name: &str| header(name).ok_or(Untrusted::Headers);
        if get(VERSION)? != ONE {
            return Err(Untrusted::Headers);
        }
        if get(MERCHANT)? != self.merchant {
            return Err(Untrusted::Merchant);
        }
        let (time, nonce, signature) = (get(TIME)?, get(NONCE)?, get(SIGNATURE)?);
        let seconds: i64 = time.parse().map_err(|_| Untrusted::Headers)?;
        if nonce.len() != 32 || !nonce.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Untrusted::Headers);
        }
        let claimed = signature.strip_prefix("v1=").and_then(|digits| hex::decode(digits).ok());
        let claimed = claimed.ok_or(Untrusted::Signature)?;
        let right: bool = self.mac(method, path, &time, &nonce, body).as_slice().ct_eq(&claimed).into();
        if !right {
            return Err(Untrusted::Signature);
        }
        if seconds.abs_diff(now) > LEEWAY.unsigned_abs() {
            return Err(Untrusted::Time);
        }
        Ok(nonce)
    }

    fn mac(&self, method: &str, path: &str, time: &str, nonce: &str, body: &[u8]) -> Vec<u8> {
        let digest = hex::encode(Sha256::digest(body));
        // An HMAC takes a key of any length, so that the other arm is never taken; it gives what no signature equals.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.secret) else { return Vec::new() };
        mac.update(format!("{ONE}\n{method}\n{path}\n{time}\n{nonce}\n{digest}").as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("merchant", &self.merchant).finish_non_exhaustive()
    }
}

/// A nonce that nobody has used.
#[must_use]
pub fn nonce() -> String {
    hex::encode(rand::random::<[u8; 16]>())
}
