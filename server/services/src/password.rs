//! Passwords: Argon2id, never more of it at once than the machine bears.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version, password_hash::SaltString,
};
use domain::Rule;
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::{Cx, Error, Result, secret};

/// How long somebody waits for his turn before he is told that we are too busy.
const PATIENCE: Duration = Duration::from_secs(10);

/// A hash of a password nobody has, of the same cost as every other: an unknown account is answered with as much work.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LWhhcy10aGlzIQ$yWXAgNc2EurIejp/N4J1TAX+5ZtaLLmbJmf3lmmEtxw";

/// Who computes hashes on a machine: so many at a time, and counted.
pub(crate) struct Hashing {
    turns: Arc<Semaphore>,
    computed: AtomicU64,
    at_work: AtomicU64,
    most: AtomicU64,
}

impl Hashing {
    /// So many at a time, at least one.
    pub(crate) fn new(at_once: usize) -> Self {
        let none = AtomicU64::default;
        Self { turns: Arc::new(Semaphore::new(at_once.max(1))), computed: none(), at_work: none(), most: none() }
    }
}

/// Counts a hash that is being computed, until it is dropped.
struct AtWork(Arc<Hashing>);

impl AtWork {
    fn begin(hashing: Arc<Hashing>) -> Self {
        hashing.computed.fetch_add(1, Ordering::Relaxed);
        hashing.most.fetch_max(hashing.at_work.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        Self(hashing)
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.at_work.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The most password hashes that this instance has ever computed at once.
#[must_use]
pub fn most_hashes_at_once(cx: &Cx) -> u64 {
    cx.hashing.most.load(Ordering::SeqCst)
}

/// How many password hashes this instance has computed; the same answer must cost the same number.
#[must_use]
pub fn hashes_computed(cx: &Cx) -> u64 {
    cx.hashing.computed.load(Ordering::Relaxed)
}

/// The hash to be stored, in PHC form.
pub(crate) async fn hash(cx: &Cx, password: &str) -> Result<String> {
    let password = password.to_owned();
    compute(cx, move || {
        let fault = |err| Error::Internal(format!("password hash: {err}"));
        let salt = SaltString::encode_b64(&secret::bytes::<16>()?).map_err(fault)?;
        Ok(hasher()?.hash_password(password.as_bytes(), &salt).map_err(fault)?.to_string())
    })
    .await
}

/// Whether the password fits. Without a stored hash the answer is no, at the same cost.
pub(crate) async fn verify(cx: &Cx, password: &str, stored: Option<&str>) -> Result<bool> {
    let known = stored.is_some();
    let password = password.to_owned();
    let stored = stored.unwrap_or(NOBODY).to_owned();
    compute(cx, move || {
        let hash = PasswordHash::new(&stored).map_err(|err| Error::Internal(format!("stored password hash: {err}")))?;
        Ok(hasher()?.verify_password(password.as_bytes(), &hash).is_ok() && known)
    })
    .await
}

/// OWASP's parameters: 19 MiB, two passes, one lane.
fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None).map_err(|err| Error::Internal(format!("argon2: {err}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

async fn compute<T: Send + 'static>(cx: &Cx, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let hashing = Arc::clone(&cx.hashing);
    let turn = timeout(PATIENCE, Arc::clone(&hashing.turns).acquire_owned()).await.map_err(|_| Rule::Busy)?;
    let turn = turn.map_err(|err| Error::Internal(format!("hashing: {err}")))?;
    spawn_blocking(move || {
        // Held by the work itself: a caller who goes away does not make room for another hash while his is computed.
        let _turn = turn;
        let _at_work = AtWork::begin(hashing);
        work()
    })
    .await
    .map_err(|err| Error::Internal(format!("hashing: {err}")))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nobody_costs_the_same_and_fits_nothing() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&nobody).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (19_456, 2, 1));
        assert!(hasher().unwrap().verify_password(b"", &nobody).is_err());
    }
}
