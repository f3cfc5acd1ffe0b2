//! The interface's texts, by message id. The files are `locales/{zh-Hans,zh-Hant}/*.ftl`; ids are unique over all files
//! of a script, so that a caller need not know the file.
//!
//! ```
//! use i18n::{Script, t};
//! let script = Script::Hans;
//! let plain: String = t!(script, "fault-required");
//! let filled: String = t!(script, "fault-too-long", bound = 40);
//! # let _ = (plain, filled);
//! ```
//!
//! Without the feature `fluent` (in the browser) every text is empty: pages are rendered on the server, and only the
//! linker sees these functions there.

#[cfg(feature = "fluent")]
mod loaders;

use crate::Script;

/// A value that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Words, set as they are.
    Text(String),
    /// A number; a text may choose its form by it.
    Number(i64),
}

/// The text `id` in a script. A missing one gives the id in `⟦⟧`, so that it is seen and found.
#[must_use]
pub fn text(script: Script, id: &str) -> String {
    text_with(script, id, &[])
}

/// The text `id` with the values it names.
#[cfg(feature = "fluent")]
#[must_use]
pub fn text_with(script: Script, id: &str, args: &[(&str, Arg)]) -> String {
    loaders::text(script, id, args).unwrap_or_else(|| format!("⟦{id}⟧"))
}

/// The text `id` with the values it names: empty here, see the module.
#[cfg(not(feature = "fluent"))]
#[must_use]
pub fn text_with(_: Script, _: &str, _: &[(&str, Arg)]) -> String {
    String::new()
}

/// Whether there is a text `id`.
#[cfg(feature = "fluent")]
#[must_use]
pub fn has(script: Script, id: &str) -> bool {
    loaders::has(script, id)
}

/// Whether there is a text `id`: never here, see the module.
#[cfg(not(feature = "fluent"))]
#[must_use]
pub fn has(_: Script, _: &str) -> bool {
    false
}

/// The text of an id in a script, with the values it names: `t!(script, "id")`, `t!(script, "id", name = value, …)`.
#[macro_export]
macro_rules! t {
    ($script:expr, $id:expr $(,)?) => {
        $crate::text($script, ::core::convert::AsRef::<str>::as_ref(&$id))
    };
    ($script:expr, $id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::text_with(
            $script,
            ::core::convert::AsRef::<str>::as_ref(&$id),
            &[$((::core::stringify!($name), $crate::Arg::from($value))),+],
        )
    };
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Numbers of every size that a text may name; one beyond `i64` is held at its end.
macro_rules! number {
    ($($kind:ty),+) => {
        $(impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })+
    };
}

number!(u8, u16, u32, u64, usize, i32, i64);

#[cfg(all(test, feature = "fluent"))]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_both_scripts() {
        assert_ne!(t!(Script::Hans, "fault-required"), t!(Script::Hant, "fault-required"));
        assert!(has(Script::Hans, "fault-required") && has(Script::Hant, "fault-required"));
    }

    #[test]
    fn a_value_stands_in_its_text_without_marks() {
        let words = t!(Script::Hans, "fault-too-long", bound = 40);
        assert!(words.contains("40") && !words.contains('\u{2068}'), "{words}");
    }

    #[test]
    fn a_missing_text_shows_its_id() {
        assert_eq!(t!(Script::Hant, String::from("no-such")), "⟦no-such⟧");
        assert!(!has(Script::Hans, "no-such"));
    }
}
