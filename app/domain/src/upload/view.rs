//! How attachments are shown.

use serde::{Deserialize, Serialize};

use super::FileType;

/// A file that is kept, without its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Key: 128 random bits, hexadecimal.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: FileType,
    /// Bytes.
    pub size: i64,
}

impl Attachment {
    /// Where it can be downloaded by those who may.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/files/{}", self.id)
    }
}

/// A size as people read it, in whole kilobytes or in tenths of a megabyte.
#[must_use]
pub fn readable(bytes: i64) -> String {
    const KB: i64 = 1024;
    let tenths = (bytes * 10 + KB * KB / 2) / (KB * KB);
    if tenths >= 10 {
        return format!("{}.{} MB", tenths / 10, tenths % 10);
    }
    format!("{} KB", ((bytes + KB - 1) / KB).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, expected) in [
            (1, "1 KB"),
            (1024, "1 KB"),
            (1025, "2 KB"),
            (900 * 1024, "900 KB"),
            (1024 * 1024, "1.0 MB"),
            (5_242_880, "5.0 MB"),
        ] {
            assert_eq!(readable(bytes), expected);
        }
    }
}
