//! What can be wrong with a file.

use serde::{Deserialize, Serialize};

use super::{FILES, MOST_FILES, MOST_MEGABYTES};
use crate::{Fault, word::words};

/// Why a file was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileFault {
    /// More files than a message may have.
    TooMany,
    /// Larger than a file may be.
    TooLarge,
    /// Neither JPEG nor PNG nor PDF, or not a whole one.
    NotAFileType,
    /// The scanner has found something in it.
    Infected,
    /// The scanner does not answer, and nothing is kept unseen.
    ScannerSilent,
    /// There is nothing in it.
    EmptyFile,
    /// Too many files came in a short time, or we are too busy just now.
    NotKept,
    /// It is no longer there, or never was this visitor's.
    FileGone,
}

words!(FileFault {
    TooMany = "too-many",
    TooLarge = "too-large",
    NotAFileType = "not-a-file-type",
    Infected = "infected",
    ScannerSilent = "scanner-silent",
    EmptyFile = "empty-file",
    NotKept = "not-kept",
    FileGone = "file-gone",
});

impl FileFault {
    /// The fault at the form's field.
    #[must_use]
    pub fn fault(self) -> Fault {
        match self {
            Self::TooMany => Fault::bound(FILES, "too-many", i64::try_from(MOST_FILES).unwrap_or(i64::MAX)),
            Self::TooLarge => Fault::bound(FILES, "too-large", MOST_MEGABYTES),
            Self::NotAFileType => Fault::new(FILES, "not-a-file-type"),
            Self::Infected => Fault::new(FILES, "infected"),
            Self::ScannerSilent => Fault::new(FILES, "scanner-silent"),
            Self::EmptyFile => Fault::new(FILES, "empty-file"),
            Self::NotKept => Fault::new(FILES, "not-kept"),
            Self::FileGone => Fault::new(FILES, "file-gone"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_fault_is_its_code() {
        for fault in FileFault::ALL {
            assert_eq!(fault.fault().code, fault.as_str());
            assert!(fault.fault().field == "files");
        }
    }
}
