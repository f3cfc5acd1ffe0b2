//! The script a reader reads, and content written in both.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The script of a page, a message or a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Script {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-hans")]
    Hans,
    /// Traditional Chinese, as used in Taiwan.
    #[serde(rename = "zh-hant")]
    Hant,
}

impl Script {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Hans, Self::Hant];

    /// The first segment of an address: `zh-hans` or `zh-hant`.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Hans => "zh-hans",
            Self::Hant => "zh-hant",
        }
    }

    /// The BCP 47 tag, as in `<html lang>`: `zh-Hans` or `zh-Hant`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Hans => Self::Hant,
            Self::Hant => Self::Hans,
        }
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.prefix())
    }
}

impl FromStr for Script {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|script| script.prefix() == text).ok_or_else(|| format!("no script {text:?}"))
    }
}

/// Content that exists in both scripts, the second converted from the first or written by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localized {
    /// In Simplified Chinese.
    pub hans: String,
    /// In Traditional Chinese.
    pub hant: String,
}

impl Localized {
    /// The text in a script.
    #[must_use]
    pub fn get(&self, script: Script) -> &str {
        match script {
            Script::Hans => &self.hans,
            Script::Hant => &self.hant,
        }
    }
}
