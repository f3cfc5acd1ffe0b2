//! The body of a plain form: its fields as typed.

use std::collections::BTreeMap;

use super::shorten::KEPT;

/// Field that says where the form stands; it is no part of what was typed.
const BACK: &str = "back";

/// Fields whose value is never kept.
const SECRET: [&str; 2] = ["password", "again"];

/// A form as typed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pairs: Vec<(String, String)>,
}

impl Typed {
    /// Reads a body; broken escapes, broken UTF-8 and NUL become replacement characters, which no field of ours takes. Boxes
    /// of the same name are one field, their values separated by commas, because a server function's field is one text.
    pub(super) fn read(body: &[u8]) -> Self {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            let value = value.replace('\0', "\u{fffd}");
            match pairs.iter_mut().find(|(key, _)| *key == name) {
                Some((_, values)) => {
                    values.push(',');
                    values.push_str(&value);
                }
                None => pairs.push((name.into_owned(), value)),
            }
        }
        Self { pairs }
    }

    /// Cuts what is longer than any field of ours takes: a field that was cut is refused by its function.
    pub(super) fn shorten(&mut self) {
        for (_, value) in &mut self.pairs {
            if let Some((end, _)) = value.char_indices().nth(KEPT) {
                value.truncate(end);
            }
        }
    }

    /// The body that the server function reads.
    pub(super) fn body(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.pairs).finish()
    }

    /// The page the form stands on, as it says itself.
    pub(super) fn back(&self) -> Option<&str> {
        self.pairs.iter().find(|(name, _)| name == BACK).map(|(_, value)| value.as_str())
    }

    /// What may wait for the page: every field but passwords, by its bare name (`form[phone]` is `phone`).
    pub(super) fn kept(&self) -> BTreeMap<String, String> {
        let bare = |name: &str| match name.split_once('[') {
            Some((_, inner)) => inner.trim_end_matches(']').to_owned(),
            None => name.to_owned(),
        };
        let named = self.pairs.iter().map(|(name, value)| (bare(name), value.clone()));
        named.filter(|(name, _)| name != BACK && !SECRET.contains(&name.as_str())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_typed_is_kept_but_passwords_and_the_way_back() {
        let typed = Typed::read("form[name]=李+雷&form[password]=x&again=x&back=%2Fzh-hans%2Flogin&note=".as_bytes());
        let kept = typed.kept();
        assert_eq!(kept.get("name").map(String::as_str), Some("李 雷"));
        assert_eq!(kept.keys().collect::<Vec<_>>(), ["name", "note"]);
        assert_eq!(typed.back(), Some("/zh-hans/login"));
    }

    #[test]
    fn ticked_boxes_of_one_name_are_one_field() {
        let typed = Typed::read(b"extras=lunch&day=2026-12-01&extras=guide");
        assert_eq!(typed.body(), "extras=lunch%2Cguide&day=2026-12-01");
    }

    #[test]
    fn broken_utf8_and_nul_do_not_fail() {
        assert_eq!(Typed::read(b"remarks=%FF%zz").kept()["remarks"], "\u{fffd}%zz");
        assert_eq!(Typed::read(b"slug=a%00b").body(), "slug=a%EF%BF%BDb");
    }
}
