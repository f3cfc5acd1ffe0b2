//! How texts are cut for search: Chinese into single characters and overlapping pairs, anything else into words.

use std::{fmt, ops::Range};

use i18n::convert::fold_each;

/// Characters of a word that count.
const WORD: usize = 40;

/// What texts and questions have in common. Made of letters and digits only, whatever a text holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Gram {
    /// A character.
    One(char),
    /// Two that stand together.
    Two(char, char),
    /// A word or a number.
    Word(String),
}

/// A gram and where it stands in a text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) gram: Gram,
    pub(super) at: Range<usize>,
}

/// Everything a text can be found by, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for run in runs(text) {
        match run {
            Run::Han(chars) => {
                tokens.extend(chars.iter().map(|one| Token { gram: Gram::One(one.ch), at: one.at.clone() }));
                tokens.extend(chars.windows(2).filter_map(|pair| match pair {
                    [one, two] => Some(Token { gram: Gram::Two(one.ch, two.ch), at: one.at.start..two.at.end }),
                    _ => None,
                }));
            }
            Run::Word(chars) => tokens.extend(word(&chars)),
        }
    }
    tokens
}

/// What a question asks for, each gram once: pairs where characters stand together, a character where it stands alone.
pub(super) fn asked(text: &str, most: usize) -> Vec<Gram> {
    let mut asked: Vec<Gram> = Vec::new();
    for run in runs(text) {
        let grams: Vec<Gram> = match run {
            Run::Han(chars) => match chars.as_slice() {
                [one] => vec![Gram::One(one.ch)],
                chars => {
                    chars.windows(2).filter_map(|pair| Some(Gram::Two(pair.first()?.ch, pair.get(1)?.ch))).collect()
                }
            },
            Run::Word(chars) => word(&chars).map(|token| token.gram).into_iter().collect(),
        };
        for gram in grams {
            if asked.len() < most && !asked.contains(&gram) {
                asked.push(gram);
            }
        }
    }
    asked
}

/// A folded character and where it stood.
struct Char {
    ch: char,
    at: Range<usize>,
}

/// Characters of one kind that stand together.
enum Run {
    Han(Vec<Char>),
    Word(Vec<Char>),
}

fn runs(text: &str) -> Vec<Run> {
    let folded = fold_each(text);
    let mut runs: Vec<Run> = Vec::new();
    let mut apart = true;
    for (index, (from, ch)) in folded.iter().enumerate() {
        if !ch.is_alphanumeric() {
            apart = true;
            continue;
        }
        // One character may fold to several, which all stand where it stood.
        let to = folded[index..].iter().map(|(at, _)| *at).find(|at| at > from).unwrap_or(text.len());
        let one = Char { ch: *ch, at: *from..to };
        match (runs.last_mut(), is_han(*ch)) {
            (Some(Run::Han(run)), true) | (Some(Run::Word(run)), false) if !apart => run.push(one),
            (_, true) => runs.push(Run::Han(vec![one])),
            (_, false) => runs.push(Run::Word(vec![one])),
        }
        apart = false;
    }
    runs
}

fn word(chars: &[Char]) -> Option<Token> {
    let (first, last) = (chars.first()?, chars.last()?);
    let word = chars.iter().take(WORD).map(|one| one.ch).collect();
    Some(Token { gram: Gram::Word(word), at: first.at.start..last.at.end })
}

/// Written without spaces between words.
const fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
        || matches!(ch, '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

impl fmt::Display for Gram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(one) => write!(f, "{one}"),
            Self::Two(one, two) => write!(f, "{one}{two}"),
            Self::Word(word) => f.write_str(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use i18n::convert::to_hant;
    use proptest::prelude::*;

    use super::*;

    fn said(grams: impl IntoIterator<Item = Gram>) -> Vec<String> {
        grams.into_iter().map(|gram| gram.to_string()).collect()
    }

    #[test]
    fn chinese_is_cut_into_pairs_and_the_rest_into_words() {
        let found = said(tokens("退款，Wi-Fi 2026年").into_iter().map(|token| token.gram));
        assert_eq!(found, ["退", "款", "退款", "wi", "fi", "2026", "年"]);
        assert_eq!(said(asked("退款多久 退款 A 到", 9)), ["退款", "款多", "多久", "a", "到"]);
        assert_eq!(said(asked("退款多久", 2)), ["退款", "款多"]);
        assert!(asked("——！？\u{200b}", 9).is_empty());
    }

    #[test]
    fn both_scripts_ask_for_the_same() {
        for hans in ["退款多久", "发票开给公司", "儿童座椅与宠物"] {
            assert_eq!(asked(&to_hant(hans), 99), asked(hans, 99), "{hans}");
        }
    }

    #[test]
    fn a_gram_says_where_it_stands() {
        let text = "看發票A1";
        let found: Vec<_> = tokens(text).into_iter().map(|token| (token.gram.to_string(), &text[token.at])).collect();
        assert!(found.contains(&("发票".to_owned(), "發票")) && found.contains(&("a1".to_owned(), "A1")), "{found:?}");
    }

    proptest! {
        #[test]
        fn whatever_a_text_holds_grams_are_letters_and_digits(text: String) {
            for token in tokens(&text) {
                prop_assert!(text.get(token.at).is_some());
                prop_assert!(token.gram.to_string().chars().all(char::is_alphanumeric));
            }
            prop_assert!(said(asked(&text, 20)).concat().chars().all(char::is_alphanumeric));
        }
    }
}
