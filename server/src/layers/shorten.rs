//! A form that is too large, field by field: what is long is cut while it comes, the rest stays as it was typed.

use axum::body::Bytes;

/// Characters that are kept of a field: more than any field of ours takes, so that its function says how many it does.
pub(super) const KEPT: usize = 4_000;

/// Bytes that are kept of a field with its name: no character needs more than twelve when it is escaped.
const PAIR: usize = 12 * KEPT + 200;

/// A form with more fields is none of ours.
const FIELDS: usize = 200;

/// Bytes that are kept of a form.
const MOST: usize = 2 * super::body::LIMIT;

/// Marks a request whose form was cut, the last character of its long fields perhaps in the middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shortened;

/// Takes a form piece by piece and keeps the beginning of each field.
#[derive(Debug, Default)]
pub(super) struct Shortener {
    kept: Vec<u8>,
    /// Bytes of the field that is being taken.
    field: usize,
    fields: usize,
}

impl Shortener {
    /// The next piece.
    pub(super) fn take(&mut self, piece: &[u8]) {
        for &byte in piece {
            if byte == b'&' {
                self.fields += 1;
                self.field = 0;
            } else {
                self.field += 1;
            }
            if self.field <= PAIR && self.kept.len() <= MOST {
                self.kept.push(byte);
            }
        }
    }

    /// What was kept; nothing when it is not like any form of ours.
    pub(super) fn done(self) -> Option<Bytes> {
        (self.fields < FIELDS && self.kept.len() <= MOST).then(|| self.kept.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shortened(form: &str, piece: usize) -> Option<String> {
        let mut shortener = Shortener::default();
        form.as_bytes().chunks(piece).for_each(|piece| shortener.take(piece));
        Some(String::from_utf8(shortener.done()?.to_vec()).unwrap())
    }

    #[test]
    fn a_long_field_is_cut_and_the_others_stay() {
        let form = format!("name=%E7%8E%8B&remarks={}&phone=1", "%E9%95%BF".repeat(100_000));
        for piece in [1, 7, 16 * 1024] {
            let kept = shortened(&form, piece).unwrap();
            assert!(kept.starts_with("name=%E7%8E%8B&remarks=%E9%95%BF") && kept.ends_with("&phone=1"));
            assert!(kept.len() > 9 * KEPT && kept.len() < 2 * PAIR, "{}", kept.len());
        }
    }

    #[test]
    fn what_is_no_form_of_ours_is_not_kept() {
        assert_eq!(shortened(&"a=1&".repeat(FIELDS), 1024), None);
        assert_eq!(shortened(&format!("a={0}&b={0}&c={0}&d={0}&e={0}&f={0}", "x".repeat(PAIR)), 1024), None);
    }
}
