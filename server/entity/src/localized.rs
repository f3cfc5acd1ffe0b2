//! Two columns as one text in both scripts.

use i18n::Localized;

/// The text of the two columns.
pub(crate) fn both(hans: &str, hant: &str) -> Localized {
    Localized { hans: hans.to_owned(), hant: hant.to_owned() }
}

/// The same where there may be none.
pub(crate) fn both_or_blank(hans: Option<&str>, hant: Option<&str>) -> Localized {
    both(hans.unwrap_or_default(), hant.unwrap_or_default())
}
