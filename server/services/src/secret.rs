//! Random secrets and hashes. What a visitor holds is never stored: only its hash is.

use hmac::{Hmac, Mac};
use rand::{TryRngCore, rngs::OsRng};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// `N` bytes of the system's randomness.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    OsRng.try_fill_bytes(&mut bytes).map_err(|err| Error::Internal(format!("no randomness: {err}")))?;
    Ok(bytes)
}

/// The same, hexadecimal.
pub(crate) fn random<const N: usize>() -> Result<String> {
    bytes::<N>().map(hex::encode)
}

/// SHA-256, hexadecimal.
pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// HMAC-SHA-256 of texts that cannot run into one another, hexadecimal.
pub(crate) fn keyed(key: &[u8], parts: &[&str]) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|err| Error::Internal(format!("keyed hash: {err}")))?;
    for part in parts {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part.as_bytes());
    }
    Ok(hex::encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_one_another() {
        let hash = |parts: &[&str]| keyed(b"key", parts).unwrap();
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["ab", "c"]), keyed(b"other", &["ab", "c"]).unwrap());
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
    }

    #[test]
    fn secrets_are_long_and_differ() {
        let (one, other) = (random::<32>().unwrap(), random::<32>().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, other);
    }
}
