//! Runs of digits: phones, cards, identity numbers.

use std::ops::Range;

use super::{Char, Secret, Span, span};
use crate::text::is_dash;

/// A run of fewer digits tells nothing of a person.
const LEAST: usize = 7;

/// Digits of a hotline such as 400-000-0000, which is a house's and no person's.
const HOTLINE: usize = 10;

/// Every run of digits that is long enough. Blanks, dashes, dots and brackets may stand between the digits, one or two at a place.
pub(super) fn runs(chars: &[Char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].ch.is_ascii_digit() {
            at += 1;
            continue;
        }
        if let Some(after) = date(chars, at) {
            at = after;
            continue;
        }
        let run = run(chars, at);
        at = run.end;
        spans.extend(judged(chars, run));
    }
    spans
}

/// The run that begins here. It ends before a date that stands by itself.
fn run(chars: &[Char], from: usize) -> Range<usize> {
    let mut end = from;
    let mut at = from;
    while at < chars.len() {
        if chars[at].ch.is_ascii_digit() {
            if at > from && !chars[at - 1].ch.is_ascii_digit() && date(chars, at).is_some() {
                break;
            }
            at += 1;
            end = at;
        } else if is_between(chars[at].ch) && at - end < 2 {
            at += 1;
        } else {
            break;
        }
    }
    from..end
}

fn judged(chars: &[Char], mut run: Range<usize>) -> Option<Span> {
    let digits: String = chars[run.clone()].iter().map(|one| one.ch).filter(char::is_ascii_digit).collect();
    if digits.len() < LEAST || is_hotline(chars, &run, &digits) {
        return None;
    }
    let mut secret = match digits.len() {
        11 if digits.starts_with('1') => Secret::Phone,
        18 => Secret::Document,
        12.. if !is_abroad(chars, &run, &digits) => Secret::Card,
        _ => Secret::Phone,
    };
    // The check character of an identity number may be an X, and a country code has its plus.
    if digits.len() == 17 && chars.get(run.end).is_some_and(|next| matches!(next.ch, 'X' | 'x')) {
        run.end += 1;
        secret = Secret::Document;
    }
    let opening = |at: usize| at.checked_sub(1).filter(|at| matches!(chars[*at].ch, '+' | '('));
    while let Some(before) = opening(run.start) {
        run.start = before;
    }
    span(chars, run, secret)
}

/// With the code of a country before it: after a plus, two noughts, or of mainland China as it stands.
fn is_abroad(chars: &[Char], run: &Range<usize>, digits: &str) -> bool {
    let plus = run.start.checked_sub(1).is_some_and(|at| chars[at].ch == '+');
    digits.len() <= 17 && (plus || digits.starts_with("00") || (digits.starts_with("861") && digits.len() == 13))
}

/// Written as hotlines are, with dashes: 400-000-0000.
fn is_hotline(chars: &[Char], run: &Range<usize>, digits: &str) -> bool {
    let dashes: Vec<usize> =
        chars[run.clone()].iter().enumerate().filter(|(_, one)| is_dash(one.ch)).map(|(at, _)| at).collect();
    digits.len() == HOTLINE
        && run.len() == HOTLINE + 2
        && dashes == [3, 7]
        && (digits.starts_with("400") || digits.starts_with("800"))
}

fn is_between(ch: char) -> bool {
    is_dash(ch) || matches!(ch, ' ' | '.' | '(' | ')')
}

/// What follows a date of these years, `2026-12-24` or `2026/12/24`, that stands by itself.
fn date(chars: &[Char], from: usize) -> Option<usize> {
    let joined =
        |at: usize| chars.get(at).is_some_and(|one| one.ch.is_ascii_digit() || is_dash(one.ch) || one.ch == '/');
    if from > 0 && joined(from - 1) {
        return None;
    }
    let digits = |from: usize, most: usize| {
        let count =
            chars[from.min(chars.len())..].iter().take(most + 1).take_while(|one| one.ch.is_ascii_digit()).count();
        (1..=most).contains(&count).then_some(from + count)
    };
    let number =
        |range: Range<usize>| chars[range].iter().fold(0, |sum, one| sum * 10 + one.ch.to_digit(10).unwrap_or(0));
    let is_mark = |at: usize| chars.get(at).is_some_and(|one| is_dash(one.ch) || one.ch == '/');
    let year = digits(from, 4).filter(|end| *end == from + 4 && (1900..2100).contains(&number(from..*end)))?;
    let month = digits(year + 1, 2).filter(|end| is_mark(year) && (1..=12).contains(&number(year + 1..*end)))?;
    let day = digits(month + 1, 2).filter(|end| is_mark(month) && (1..=31).contains(&number(month + 1..*end)))?;
    (!joined(day)).then_some(day)
}
