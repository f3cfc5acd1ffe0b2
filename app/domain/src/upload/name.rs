//! What a file is called once it is kept. Its name is hostile text: it may hold a path, deceive the eye or lie about the content.

use super::FileType;
use crate::text;

/// Most characters of a name, its ending among them.
const LONGEST: usize = 100;

/// The name of a file whose own says nothing.
const NAMELESS: &str = "file";

/// The last part of a file's path without what cannot be seen, cut to 100 characters, ending as its content says.
#[must_use]
pub fn file_name(typed: &str, kind: FileType) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean = text::cleaned(last);
    let clean = clean.trim_matches(|ch: char| ch.is_whitespace() || ch == '.');
    let (stem, ending) = parts(clean, kind);
    let stem: String = stem.chars().take(LONGEST - 1 - ending.len()).collect();
    let stem = stem.trim_end();
    format!("{}.{ending}", if stem.is_empty() { NAMELESS } else { stem })
}

/// The name without its ending, and the ending that fits.
fn parts(name: &str, kind: FileType) -> (&str, &'static str) {
    let usual = kind.extensions().first().copied().unwrap_or_default();
    let Some((stem, ending)) = name.rsplit_once('.') else { return (name, usual) };
    match kind.extensions().iter().find(|own| own.eq_ignore_ascii_case(ending)) {
        Some(own) => (stem, own),
        // What looks like the ending of another kind of file gives way; `report 2026.11` keeps its number.
        None if (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            (stem, usual)
        }
        None => (name, usual),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_says_what_the_content_is() {
        for (typed, kind, expected) in [
            ("photo.JPG", FileType::Jpeg, "photo.jpg"),
            ("photo.jpeg", FileType::Jpeg, "photo.jpeg"),
            ("scan.pdf", FileType::Png, "scan.png"),
            ("run.exe", FileType::Jpeg, "run.jpg"),
            ("行程单 2026.11", FileType::Pdf, "行程单 2026.11.pdf"),
            ("invoice", FileType::Pdf, "invoice.pdf"),
        ] {
            assert_eq!(file_name(typed, kind), expected, "{typed}");
        }
    }

    #[test]
    fn a_hostile_name_becomes_a_harmless_one() {
        for (typed, expected) in [
            ("../../etc/passwd", "passwd.png"),
            ("C:\\fakepath\\照片.png", "照片.png"),
            (".htaccess", "htaccess.png"),
            ("", "file.png"),
            ("..", "file.png"),
            (".png", "png.png"),
            ("a\0b\r\nSet-Cookie: x=1.png", "abSet-Cookie: x=1.png"),
            ("gpj\u{202e}gnp.exe", "gpjgnp.png"),
            ("in\u{200b}voice\u{2066}.png", "invoice.png"),
            ("<script>alert(1)</script>.png", "script>.png"),
            ("\u{fffd}\u{fffd}.png", "png.png"),
        ] {
            assert_eq!(file_name(typed, FileType::Png), expected, "{typed:?}");
        }
        let long = file_name(&format!("{}.png", "长".repeat(300)), FileType::Png);
        assert_eq!(long, format!("{}.png", "长".repeat(96)));
    }

    proptest! {
        #[test]
        fn no_name_is_long_or_a_path(typed: String) {
            let name = file_name(&typed, FileType::Jpeg);
            prop_assert!(name.chars().count() <= LONGEST && name.len() > 4);
            prop_assert!(!name.contains(['/', '\\', '\0', '\n', '\r']));
            prop_assert!(name.ends_with(".jpg") || name.ends_with(".jpeg"));
        }
    }
}
