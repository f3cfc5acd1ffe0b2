//! Spans, rates and times in words.

use chrono::Datelike;
use domain::figure::{By, Share, Span};
use i18n::{Script, format, t};

/// A day, a week or a month as short as a chart has room for.
pub(super) fn short(by: By, span: Span) -> String {
    match by {
        By::Day | By::Week => format!("{}/{}", span.from.month(), span.from.day()),
        By::Month => format!("{}/{}", span.from.year(), span.from.month()),
    }
}

/// The same in full.
pub(super) fn long(script: Script, by: By, span: Span) -> String {
    match by {
        By::Day => format::day(script, span.from),
        By::Week => days(script, span),
        By::Month => format::month(span.from),
    }
}

/// A span from day to day.
pub(super) fn days(script: Script, span: Span) -> String {
    if span.from == span.until {
        return format::day(script, span.from);
    }
    t!(script, "figure-days", from = span.from.to_string(), until = span.until.to_string())
}

/// A rate, or a dash where nothing counts.
pub(super) fn rate(share: Share) -> String {
    share.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"))
}

/// What a rate is made of.
pub(super) fn made_of(script: Script, share: Share) -> String {
    t!(script, "figure-made-of", part = share.part, whole = share.whole)
}

/// Thousandths without what follows a blank decimal: `95`, `97.5`.
pub(super) fn permille(permille: u32) -> String {
    match permille % 10 {
        0 => (permille / 10).to_string(),
        rest => format!("{}.{rest}", permille / 10),
    }
}

/// So many working minutes.
pub(super) fn minutes(script: Script, minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => t!(script, "span-minutes", minutes = minutes),
        (hours, 0) => t!(script, "span-hours", hours = hours),
        (hours, minutes) => t!(script, "span-both", hours = hours, minutes = minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_names_its_places_in_a_few_characters() {
        let span = Span { from: "2026-11-23".parse().unwrap(), until: "2026-11-29".parse().unwrap() };
        assert_eq!([By::Day, By::Week, By::Month].map(|by| short(by, span)), ["11/23", "11/23", "2026/11"]);
    }

    #[test]
    fn what_says_nothing_is_a_dash() {
        assert_eq!(rate(Share::default()), "—");
        assert_eq!(rate(Share { part: 39, whole: 40 }), "97.5%");
        assert_eq!((permille(950), permille(975)), ("95".to_owned(), "97.5".to_owned()));
    }
}
