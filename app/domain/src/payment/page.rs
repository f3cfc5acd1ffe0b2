//! Where a customer pays, as providers say it.

use serde::{Deserialize, Serialize};

/// Where a customer pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    /// The browser goes to this address.
    Address(String),
    /// The customer scans a QR code of this text with the provider's app, while our page waits.
    Code(String),
}

/// A code as a picture: the path of its dark squares, in a square of so many to a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Squares to a side.
    pub side: u32,
    /// The `d` of an SVG path.
    pub path: String,
}

/// How a code is kept; an address is kept as it is.
const CODE: &str = "code ";

impl Page {
    /// As it is kept.
    #[must_use]
    pub fn stored(&self) -> String {
        match self {
            Self::Address(url) => url.clone(),
            Self::Code(text) => format!("{CODE}{text}"),
        }
    }

    /// As it was kept.
    #[must_use]
    pub fn of_stored(kept: &str) -> Self {
        match kept.strip_prefix(CODE) {
            Some(text) => Self::Code(text.to_owned()),
            None => Self::Address(kept.to_owned()),
        }
    }

    /// The address, or what the code says.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Address(text) | Self::Code(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_kept_as_they_are() {
        for page in [Page::Address("https://pay.example/1".to_owned()), Page::Code("weixin://wxpay/1".to_owned())] {
            assert_eq!(Page::of_stored(&page.stored()), page);
        }
    }
}
