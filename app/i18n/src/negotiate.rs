//! Which script a visitor gets who has not said so by the address.

use crate::Script;

/// The script of the cookie, else the one that the browser's languages ask for, else Simplified.
///
/// `accept_language` is the header as sent: the language with the highest `q` that is Chinese decides; mainland China,
/// Singapore and plain `zh` read Simplified, Taiwan, Hong Kong and Macau Traditional.
#[must_use]
pub fn negotiate(cookie: Option<&str>, accept_language: Option<&str>) -> Script {
    if let Some(script) = cookie.and_then(|value| value.parse().ok()) {
        return script;
    }
    let mut wanted: Vec<(Script, u16)> =
        accept_language.unwrap_or_default().split(',').filter_map(weighted).filter(|(_, weight)| *weight > 0).collect();
    // Stable: of languages with the same weight the first one named is preferred.
    wanted.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    wanted.first().map_or(Script::Hans, |(script, _)| *script)
}

/// A range such as `zh-TW;q=0.8` with its weight in thousandths; nothing if it is not Chinese.
fn weighted(range: &str) -> Option<(Script, u16)> {
    let mut parts = range.split(';').map(str::trim);
    let script = script_of(parts.next()?)?;
    let weight =
        parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))).map_or(1000, thousandths);
    Some((script, weight))
}

/// A `q` value in thousandths; one that cannot be read counts as unwanted.
fn thousandths(q: &str) -> u16 {
    let (whole, rest) = q.split_once('.').unwrap_or((q, ""));
    if rest.len() > 3 {
        return 0;
    }
    match (whole, format!("{rest:0<3}").parse::<u16>()) {
        ("0", Ok(rest)) => rest,
        ("1", Ok(0)) => 1000,
        _ => 0,
    }
}

/// The script of a Chinese language tag. A script subtag outranks the region: `zh-Hans-TW` is Simplified.
fn script_of(tag: &str) -> Option<Script> {
    let tag = tag.to_ascii_lowercase();
    let mut subtags = tag.split(['-', '_']);
    match subtags.next()? {
        "zh" | "cmn" => {}
        // Cantonese is written in Traditional characters unless said otherwise.
        "yue" if !tag.contains("hans") => return Some(Script::Hant),
        _ => return None,
    }
    let rest: Vec<&str> = subtags.collect();
    let named = |names: &[&str]| rest.iter().any(|subtag| names.contains(subtag));
    Some(if named(&["hans"]) {
        Script::Hans
    } else if named(&["hant", "tw", "hk", "mo"]) {
        Script::Hant
    } else {
        Script::Hans
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(accept: &str) -> Script {
        negotiate(None, Some(accept))
    }

    #[test]
    fn the_cookie_decides_before_the_browser() {
        assert_eq!(negotiate(Some("zh-hant"), Some("zh-CN")), Script::Hant);
        assert_eq!(negotiate(Some("zh-hans"), Some("zh-TW")), Script::Hans);
    }

    #[test]
    fn a_cookie_without_sense_is_passed_over() {
        assert_eq!(negotiate(Some("klingon"), Some("zh-TW")), Script::Hant);
        assert_eq!(negotiate(Some(""), None), Script::Hans);
    }

    #[test]
    fn regions_and_scripts_are_told_apart() {
        for tag in ["zh-CN", "zh-SG", "zh-Hans", "zh", "zh-Hans-TW", "zh-hans-hk", "en", "ja", "", "*", "yue-Hans"] {
            assert_eq!(header(tag), Script::Hans, "{tag}");
        }
        for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "ZH-hant-CN", "zh_TW", "yue", "yue-HK"] {
            assert_eq!(header(tag), Script::Hant, "{tag}");
        }
    }

    #[test]
    fn the_highest_weight_wins() {
        assert_eq!(header("zh-CN;q=0.7, zh-TW;q=0.9, en;q=1.0"), Script::Hant);
        assert_eq!(header("en-US,en;q=0.9,zh-TW;q=0.8,zh;q=0.7"), Script::Hant);
        assert_eq!(header("zh-TW;q=0.001,zh-CN;q=0.002"), Script::Hans);
    }

    #[test]
    fn of_equal_weights_the_first_wins() {
        assert_eq!(header("zh-TW,zh-CN"), Script::Hant);
        assert_eq!(header("zh-CN,zh-TW"), Script::Hans);
    }

    #[test]
    fn an_unwanted_or_broken_weight_counts_for_nothing() {
        assert_eq!(header("zh-TW;q=0,zh-CN;q=0.1"), Script::Hans);
        assert_eq!(header("zh-TW;q=nonsense"), Script::Hans);
        assert_eq!(header("zh-TW;q=7,zh-CN;q=0.1"), Script::Hans);
    }
}
