//! Small words that several of the settings need.

use domain::{Instant, Kind, booking::Item, time::wall_time};
use i18n::{Arg, Script, format, t};

/// A text as one line: without the characters that end one, or that nobody sees.
pub(super) fn line(text: &str) -> String {
    let plain: String = text.chars().map(|ch| if ch.is_control() || is_separator(ch) { ' ' } else { ch }).collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Unicode's own ends of lines and paragraphs, and marks that turn the direction of what follows.
const fn is_separator(ch: char) -> bool {
    matches!(ch, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Start and end of a service, each with its label.
pub(super) fn times(script: Script, kind: Kind, starts: Instant, ends: Instant) -> [(String, String); 2] {
    let (start, end) = (format::moment_full(script, starts), format::time(wall_time(ends)));
    match kind {
        Kind::Stay => {
            [(t!(script, "row-check-in"), start), (t!(script, "row-check-out"), format::moment_full(script, ends))]
        }
        Kind::Venue => [(t!(script, "row-starts"), start), (t!(script, "row-ends"), end)],
        Kind::Trip => [(t!(script, "row-departs"), start), (t!(script, "row-arrives"), end)],
    }
}

/// How many rooms, guests or passengers.
pub(super) fn units<N>(script: Script, kind: Kind, units: N, heads: N) -> String
where
    Arg: From<N>,
{
    match kind {
        Kind::Stay => t!(script, "units-stay", rooms = units, heads = heads),
        Kind::Venue => t!(script, "heads-count", heads = heads),
        Kind::Trip => t!(script, "passengers-count", heads = heads),
    }
}

/// What a line of the price is for.
pub(super) fn item(script: Script, item: &Item) -> String {
    match item {
        Item::Night(day) => format::day_short(script, *day),
        Item::Head => t!(script, "quote-head"),
        Item::Seat => t!(script, "quote-seat"),
        Item::Extra(name) => line(name.get(script)),
    }
}

/// City and address as one line; an address that names its city stands alone.
pub(super) fn address(city: &str, address: &str) -> String {
    let (city, address) = (line(city), line(address));
    if address.contains(&city) { address } else { format!("{city} {address}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one() {
        assert_eq!(line("a\r\nBcc: b\u{2028}c\0 d\u{202e}e "), "a Bcc: b c d e");
        assert_eq!(line("林 美玲"), "林 美玲");
        assert_eq!(line("\r\n"), "");
    }
}
