//! Personal data in a text that is to be published (C9): what looks like it, and the text without it.
//!
//! It would rather point at too much: a person reads what it found, and a number too many costs a look. Dates, and the numbers of
//! hotlines, are left alone.

mod digits;
mod latin;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{text::narrow, word::words};

/// What a part of a text seems to tell of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Secret {
    /// His name.
    Name,
    /// His e-mail address.
    Email,
    /// The number of a booking, an inquiry, a payment or a voucher.
    Number,
    /// The number of an identity document.
    Document,
    /// The number of a bank card or account.
    Card,
    /// A phone number.
    Phone,
}

words!(Secret {
    Name = "name",
    Email = "email",
    Number = "number",
    Document = "document",
    Card = "card",
    Phone = "phone",
});

/// A part of a text that should not be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its bytes.
    pub at: Range<usize>,
    /// What it seems to be.
    pub secret: Secret,
}

/// A character of a text as the detectors read it: where it begins and ends, and its narrow form.
#[derive(Clone, Copy)]
struct Char {
    from: usize,
    to: usize,
    ch: char,
}

/// What looks personal in a text, from its beginning to its end, nothing twice. `names` are those of the people it is about; names of
/// a single character are not looked for.
#[must_use]
pub fn find(text: &str, names: &[String]) -> Vec<Span> {
    let chars: Vec<Char> =
        text.char_indices().map(|(from, ch)| Char { from, to: from + ch.len_utf8(), ch: narrow(ch) }).collect();
    let mut spans = latin::emails(&chars);
    spans.extend(latin::numbers(&chars));
    spans.extend(digits::runs(&chars));
    spans.extend(self::names(text, names));
    merged(spans)
}

/// The text with each span replaced by what `instead` gives for it. The spans are those that [`find`] gave for this text.
#[must_use]
pub fn apply(text: &str, spans: &[Span], mut instead: impl FnMut(Secret) -> String) -> String {
    parts(text, spans).into_iter().map(|(part, secret)| secret.map_or_else(|| part.to_owned(), &mut instead)).collect()
}

/// The text in parts: what is personal, and what lies between.
#[must_use]
pub fn parts<'a>(text: &'a str, spans: &[Span]) -> Vec<(&'a str, Option<Secret>)> {
    let mut parts = Vec::new();
    let mut done = 0;
    for span in spans {
        let (Some(before), Some(found)) = (text.get(done..span.at.start), text.get(span.at.clone())) else { continue };
        if !before.is_empty() {
            parts.push((before, None));
        }
        parts.push((found, Some(span.secret)));
        done = span.at.end;
    }
    match text.get(done..) {
        Some(rest) if !rest.is_empty() => parts.push((rest, None)),
        _ => {}
    }
    parts
}

/// Every place where one of the names stands, also where two of them overlap.
fn names(text: &str, names: &[String]) -> Vec<Span> {
    let mut spans = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| name.chars().nth(1).is_some()) {
        let mut from = 0;
        while let Some(found) = text.get(from..).and_then(|rest| rest.find(name)) {
            let start = from + found;
            spans.push(Span { at: start..start + name.len(), secret: Secret::Name });
            from = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
    spans
}

/// Spans in order, those that overlap as one. The one that begins first says what it is, of two the longer.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.at.start, std::cmp::Reverse(span.at.end), span.secret));
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.at.start < last.at.end => last.at.end = last.at.end.max(span.at.end),
            _ => merged.push(span),
        }
    }
    merged
}

fn span(chars: &[Char], range: Range<usize>, secret: Secret) -> Option<Span> {
    let (first, last) = (chars.get(range.start)?, chars.get(range.end.checked_sub(1)?)?);
    Some(Span { at: first.from..last.to, secret })
}
