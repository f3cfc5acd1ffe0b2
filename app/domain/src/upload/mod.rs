//! Attachments 附件 (C1): which files are taken, what they are called, what was wrong with one.
//!
//! A file is what its content says, never what its name says; nothing is ever decoded or unpacked, so that bombs stay packed.

mod fault;
mod form;
mod name;
mod sniff;
mod view;

use serde::{Deserialize, Serialize};

pub use fault::FileFault;
pub use form::{ids, read_files};
pub use name::file_name;
pub use sniff::sniff;
pub use view::{Attachment, readable};

use crate::word::words;

/// Most files of one message.
pub const MOST_FILES: usize = 5;

/// Most bytes of one file: 5 MB.
pub const MOST_BYTES: usize = MOST_MEGABYTES as usize * 1024 * 1024;

/// The same in megabytes, as messages name it.
pub const MOST_MEGABYTES: i64 = 5;

/// The field of a form that holds the ids of what is attached, and the one that says what was wrong with a file.
pub const FILES: &str = "files";

/// See [`FILES`].
pub const FILES_FAULT: &str = "files_fault";

/// What may be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileType {
    /// A photograph.
    Jpeg,
    /// A picture or a screenshot.
    Png,
    /// A document.
    Pdf,
}

words!(FileType { Jpeg = "jpeg", Png = "png", Pdf = "pdf" });

impl FileType {
    /// What an `accept` attribute says of all of them.
    pub const ACCEPT: &'static str = "image/jpeg,image/png,application/pdf";

    /// Its media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// How names of such files end, the usual ending first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Pdf => &["pdf"],
        }
    }
}
