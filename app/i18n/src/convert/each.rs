//! Folding character by character, for search that must say where in a text it found something.

use std::{collections::HashMap, sync::LazyLock};

use unicode_normalization::UnicodeNormalization;

use super::FOLD;

/// The characters among which the two scripts differ.
const HAN: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// The Simplified forms of single Traditional characters. Made once, of all of them at a time.
static SIMPLE: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let all: String = HAN.flat_map(|ch| [ch, '\n']).collect();
    let folded = FOLD.convert(&all);
    let pairs = HAN.zip(folded.split('\n')).filter_map(|(ch, simple)| Some((ch, simple.chars().next()?)));
    pairs.filter(|(ch, simple)| ch != simple).collect()
});

/// The characters of a text as search compares them, each by itself and with the place where it began: compatibility forms unified,
/// lower case, Simplified. Unlike [`super::fold`] no character's form depends on the characters around it, so that what is found by
/// the one form can be shown in the other.
#[must_use]
pub fn fold_each(text: &str) -> Vec<(usize, char)> {
    let mut folded = Vec::with_capacity(text.len() / 2);
    for (at, ch) in text.char_indices() {
        if ch.is_ascii() {
            folded.push((at, ch.to_ascii_lowercase()));
        } else if HAN.contains(&ch) {
            folded.push((at, SIMPLE.get(&ch).copied().unwrap_or(ch)));
        } else {
            let plain = std::iter::once(ch).nfkc().flat_map(char::to_lowercase);
            folded.extend(plain.map(|ch| (at, SIMPLE.get(&ch).copied().unwrap_or(ch))));
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::to_hant;

    fn folded(text: &str) -> String {
        fold_each(text).into_iter().map(|(_, ch)| ch).collect()
    }

    #[test]
    fn both_scripts_of_a_text_fold_to_one() {
        for hans in ["退款多久", "发票与收据", "台北的面馆", "干湿分离", "乾隆年间"] {
            assert_eq!(folded(&to_hant(hans)), folded(hans));
        }
        assert_eq!(folded("發票與餘額"), "发票与余额");
    }

    #[test]
    fn each_character_says_where_it_began() {
        assert_eq!(fold_each("Ａ㎏發"), [(0, 'a'), (3, 'k'), (3, 'g'), (6, '发')]);
        assert_eq!(fold_each(""), []);
    }
}
