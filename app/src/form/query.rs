//! Queries of addresses: read leniently, written encoded.

use serde::{Serialize, de::DeserializeOwned};

/// The pairs of a query, decoded; broken escapes and broken UTF-8 become replacement characters.
#[must_use]
pub fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// Writes a query with its `?`, leaving out blank values; blank when nothing is left.
#[must_use]
pub fn write<'a>(pairs: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let mut text = String::new();
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.push_str(&encode(name));
        text.push('=');
        text.push_str(&encode(&value));
    }
    text
}

/// Reads a form struct whose fields are all strings from pairs; unknown names are ignored, the first value wins.
#[must_use]
pub fn read<T: DeserializeOwned + Serialize + Default>(pairs: &[(String, String)]) -> T {
    let known = super::as_pairs(&T::default());
    let chosen: serde_json::Map<_, _> = known
        .into_keys()
        .map(|name| {
            let value = pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone()).unwrap_or_default();
            (name, value.into())
        })
        .collect();
    serde_json::from_value(chosen.into()).unwrap_or_default()
}

/// Percent-encodes everything but unreserved characters.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
        }
    }
    out
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match first {
            b'+' => bytes.push(b' '),
            b'%' => {
                let pair = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
                match pair.and_then(|two| u8::from_str_radix(two, 16).ok()) {
                    Some(byte) => {
                        bytes.push(byte);
                        rest = &tail[2..];
                    }
                    None => bytes.push(b'%'),
                }
            }
            byte => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use domain::catalogue::SearchForm;

    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let query = write([("q", "西湖 & 茶=100%".to_owned()), ("day", String::new())]);
        assert_eq!(pairs(&query[1..]), [("q".to_owned(), "西湖 & 茶=100%".to_owned())]);
    }

    #[test]
    fn broken_escapes_and_broken_utf8_are_read_without_failing() {
        assert_eq!(
            pairs("q=%E4%BD&x=%zz&y=%"),
            [
                ("q".to_owned(), "\u{fffd}".to_owned()),
                ("x".to_owned(), "%zz".to_owned()),
                ("y".to_owned(), "%".to_owned()),
            ]
        );
    }

    #[test]
    fn a_form_takes_its_own_fields_and_ignores_others() {
        let form: SearchForm = read(&pairs("day=2026-12-01&heads=3&heads=9&evil=1"));
        assert_eq!(form, SearchForm { day: "2026-12-01".into(), heads: "3".into(), ..SearchForm::default() });
    }
}
