//! Typed text: what is forgiven (full-width characters, blanks around) and what is not (control and bidi characters).

use chrono::{NaiveDate, NaiveTime};

/// The ASCII form of a full-width character, as Chinese input methods produce them; others stay as they are.
pub(crate) fn narrow(ch: char) -> char {
    match ch {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        _ => ch,
    }
}

/// The same for a text, trimmed.
pub(crate) fn narrowed(text: &str) -> String {
    text.trim().chars().map(narrow).collect()
}

/// A hyphen, a dash or what an input method makes of it.
pub(crate) fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}')
}

/// A character that has no business in a text: it cannot be seen, or makes other characters appear elsewhere than they
/// are. NUL among them, which PostgreSQL refuses to keep, and the character that stands for what could not be read.
fn is_bad(ch: char) -> bool {
    ch.is_control()
        || matches!(ch, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(ch, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffd}'..='\u{fffe}' | '\u{ffff}')
}

/// One line: trimmed, tabs as blanks; `None` when a bad character is in it.
pub(crate) fn line(text: &str) -> Option<String> {
    let line = text.trim().replace('\t', " ");
    (!line.chars().any(is_bad)).then_some(line)
}

/// What is left of a text without the characters that cannot be seen; for names of things that nobody would type anew.
pub(crate) fn cleaned(text: &str) -> String {
    let unseen = |ch: char| matches!(ch, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}');
    text.chars().filter(|ch| !is_bad(*ch) && !unseen(*ch)).collect()
}

/// Several lines: trimmed, every kind of line end as `\n`; `None` when a bad character is in it.
pub(crate) fn lines(text: &str) -> Option<String> {
    let lines = text.trim().replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    (!lines.chars().any(|ch| ch != '\n' && is_bad(ch))).then_some(lines)
}

/// A word of ours, such as a slug or a city's key: lower-case letters, digits and hyphens.
pub(crate) fn is_key(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
}

/// A whole number; what is too large for the type is its largest, negative ones come as they are.
pub(crate) fn whole(text: &str) -> Option<i64> {
    let text = narrowed(text);
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse().unwrap_or(i64::MAX);
    Some(if negative { -size } else { size })
}

/// Between `least` and `most` digits as a number.
fn digits(text: &str, least: usize, most: usize) -> Option<u32> {
    ((least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// A day: `YYYY-MM-DD`, also with slashes or dots and without leading zeros.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    let text = narrowed(text);
    let mut parts = text.split(|ch| is_dash(ch) || matches!(ch, '/' | '.'));
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(digits(year, 4, 4)?).ok()?, digits(month, 1, 2)?, digits(day, 1, 2)?)
}

/// A time of day: `HH:MM`, also `H:MM` and `HH:MM:00`.
pub(crate) fn time(text: &str) -> Option<NaiveTime> {
    let text = narrowed(text);
    let mut parts = text.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    if parts.next().is_some_and(|second| second != "00") || parts.next().is_some() {
        return None;
    }
    NaiveTime::from_hms_opt(digits(hour, 1, 2)?, digits(minute, 2, 2)?, 0)
}

/// A time of day as forms and addresses carry it: `HH:MM`.
pub(crate) fn hhmm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Text types keep their canonical text: as a string, displayed, and on the wire alike.
macro_rules! text_type {
    ($type:ident) => {
        impl $type {
            /// The canonical text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.0
            }
        }

        impl TryFrom<String> for $type {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
    };
}

pub(crate) use text_type;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_forgiven_their_form_but_not_their_date() {
        let expected = NaiveDate::from_ymd_opt(2026, 3, 5);
        for text in ["2026-03-05", " 2026-3-5 ", "2026/03/05", "２０２６－０３－０５", "2026.3.5"] {
            assert_eq!(day(text), expected, "{text}");
        }
        for text in
            ["", "2026-02-29", "2026-13-01", "26-03-05", "2026-03", "2026-03-05-01", "+2026-03-05", "2026-003-05"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_hours_and_minutes() {
        for (text, expected) in [("09:30", "09:30"), ("9:30", "09:30"), ("２３：５９", "23:59"), ("00:00:00", "00:00")]
        {
            assert_eq!(time(text).map(hhmm).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "24:00", "9", "9:3", "09:60", "09:30:15", "-1:00", "09:30:00:00"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_saturate() {
        assert_eq!(whole(" １２ "), Some(12));
        assert_eq!(whole("-3"), Some(-3));
        assert_eq!(whole(&"9".repeat(5000)), Some(i64::MAX));
        assert_eq!(whole(&format!("-{}", "9".repeat(5000))), Some(-i64::MAX));
        for text in ["", "-", "1.5", "1e3", "٣", "一", "+1", "--1"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn lines_lose_what_deceives() {
        assert_eq!(line("　张 三\t"), Some("张 三".to_owned()));
        assert_eq!(line("张\u{202e}三"), None);
        assert_eq!(line("张\n三"), None);
        assert_eq!(line("a\0b"), None);
        assert_eq!(line("broken \u{fffd}"), None);
        assert_eq!(lines("一\r\n二\r三\u{2028}四\n"), Some("一\n二\n三\n四".to_owned()));
        assert_eq!(lines("一\u{7}二"), None);
    }
}
