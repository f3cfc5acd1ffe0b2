//! What has Latin letters: e-mail addresses, our own numbers, documents.

use std::ops::Range;

use super::{Char, Secret, Span, span};
use crate::text::is_dash;

/// So many digits make a word of letters and digits a document's number.
const DIGITS: usize = 6;

/// Every e-mail address, or what looks like one.
pub(super) fn emails(chars: &[Char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, one)| one.ch == '@') {
        let name = |one: &Char| one.ch.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(one.ch);
        let domain = |one: &Char| one.ch.is_ascii_alphanumeric() || matches!(one.ch, '.' | '-');
        let start = at - chars[..at].iter().rev().take_while(|one| name(one)).count();
        let mut end = at + 1 + chars[at + 1..].iter().take_while(|one| domain(one)).count();
        // The stop of a sentence is no part of it.
        while end > at + 1 && matches!(chars[end - 1].ch, '.' | '-') {
            end -= 1;
        }
        if start < at && end > at + 1 {
            spans.extend(span(chars, start..end, Secret::Email));
        }
    }
    spans
}

/// Numbers of ours such as `YS-7K3M-92QF`, and words of letters and digits such as a passport's number.
pub(super) fn numbers(chars: &[Char]) -> Vec<Span> {
    let mut spans: Vec<Span> =
        (0..chars.len()).filter_map(|at| span(chars, ours(chars, at)?, Secret::Number)).collect();
    let mut at = 0;
    while at < chars.len() {
        let word = word(chars, at);
        at = word.end.max(at + 1);
        if is_document(&chars[word.clone()]) {
            spans.extend(span(chars, with_bracket(chars, word), Secret::Document));
        }
    }
    spans
}

fn word(chars: &[Char], from: usize) -> Range<usize> {
    from..from + chars[from..].iter().take_while(|one| one.ch.is_ascii_alphanumeric()).count()
}

/// A number of ours that begins here: a Y and another letter, then twice four letters or digits or more, with dashes or blanks or
/// nothing between.
fn ours(chars: &[Char], from: usize) -> Option<Range<usize>> {
    let (mut symbols, mut digits, mut dashes) = (0, 0, 0);
    let mut at = from;
    while let Some(one) = chars.get(at) {
        if one.ch.is_ascii_alphanumeric() {
            let fits = match symbols {
                0 => one.ch.eq_ignore_ascii_case(&'y'),
                1 => one.ch.is_ascii_alphabetic(),
                _ => true,
            };
            if !fits {
                return None;
            }
            symbols += 1;
            digits += usize::from(one.ch.is_ascii_digit());
        } else if matches!(symbols, 2 | 6) && (is_dash(one.ch) || one.ch == ' ') {
            dashes += usize::from(is_dash(one.ch));
        } else {
            break;
        }
        at += 1;
    }
    // A word of ten letters that begins with a Y is a word.
    (symbols >= 10 && (digits > 0 || dashes > 1)).then_some(from..at)
}

fn is_document(word: &[Char]) -> bool {
    let digits = word.iter().filter(|one| one.ch.is_ascii_digit()).count();
    digits >= DIGITS && digits < word.len()
}

/// The check digit of a number from Hong Kong stands in brackets.
fn with_bracket(chars: &[Char], word: Range<usize>) -> Range<usize> {
    let next = |after: usize| chars.get(word.end + after).map(|one| one.ch);
    match (next(0), next(1), next(2)) {
        (Some('('), Some(check), Some(')')) if check.is_ascii_alphanumeric() => word.start..word.end + 3,
        _ => word,
    }
}
