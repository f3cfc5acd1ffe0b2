//! The seam to a scanner that looks for malicious files: ClamAV and its like.

use async_trait::async_trait;

/// What a scanner says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has found nothing.
    Clean,
    /// It has found something.
    Infected,
}

/// It did not answer, or not in a way that can be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the scanner does not answer")]
pub struct ScannerSilent;

/// A scanner.
#[async_trait]
pub trait Scanner: Send + Sync {
    /// Looks at a file.
    async fn scan(&self, bytes: &[u8]) -> Result<Verdict, ScannerSilent>;
}
