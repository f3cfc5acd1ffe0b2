//! The two fields of a form that speak of files: the ids of those that are kept, and what was wrong with one that is not.

use super::{FileFault, MOST_FILES};
use crate::Fault;

/// The ids in a field, each once, in the order in which they stand there; what is no id is left out.
#[must_use]
pub fn ids(files: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in files.split(',').map(str::trim).filter(|id| is_id(id)) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// What a form attaches: the ids in its field `files`, unless its field `files_fault` says that something was wrong.
///
/// # Errors
/// One fault at `files`: a word of [`FileFault`].
pub fn read_files(files: &str, fault: &str) -> Result<Vec<String>, Vec<Fault>> {
    if !fault.is_empty() {
        return Err(vec![fault.parse().unwrap_or(FileFault::NotKept).fault()]);
    }
    if files.split(',').map(str::trim).any(|id| !id.is_empty() && !is_id(id)) {
        return Err(vec![FileFault::FileGone.fault()]);
    }
    let ids = ids(files);
    if ids.len() > MOST_FILES { Err(vec![FileFault::TooMany.fault()]) } else { Ok(ids) }
}

/// 128 bits, hexadecimal.
fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::said;

    fn id(digit: char) -> String {
        digit.to_string().repeat(32)
    }

    #[test]
    fn ids_are_read_once_each() {
        let (a, b) = (id('a'), id('b'));
        assert_eq!(read_files(&format!("{a}, {b},,{a}"), ""), Ok(vec![a, b]));
        assert_eq!(read_files("", ""), Ok(Vec::new()));
    }

    #[test]
    fn what_was_wrong_is_told_at_the_field() {
        let six = ('a'..='f').map(id).collect::<Vec<_>>().join(",");
        for (files, fault, expected) in [
            (six.as_str(), "", "files too-many 5"),
            ("1", "", "files file-gone"),
            (&id('A'), "", "files file-gone"),
            ("", "too-large", "files too-large 5"),
            ("", "infected", "files infected"),
            ("", "<script>", "files not-kept"),
        ] {
            assert_eq!(said(read_files(files, fault).unwrap_err()), [expected], "{files} {fault}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(files: String, fault: String) {
            let _ = (ids(&files), read_files(&files, &fault));
        }
    }
}
