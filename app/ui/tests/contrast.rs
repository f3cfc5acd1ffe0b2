//! The tokens' colours keep the contrast that WCAG 2.2 AA asks for, in both themes.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../style/_tokens.scss");
const SURFACES: [&str; 3] = ["ground", "surface", "sunken"];
/// Text and what it stands on besides the surfaces.
const PAIRS: [(&str, &str); 17] = [
    ("on-brand", "brand"),
    ("on-brand", "brand-deep"),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("on-bad", "bad"),
    ("ink", "brand-soft"),
    ("ink-soft", "brand-soft"),
    ("brand", "brand-soft"),
    ("brand-deep", "brand-soft"),
    ("bad", "brand-soft"),
    ("accent", "accent-soft"),
    ("good", "good-soft"),
    ("warn", "warn-soft"),
    ("bad", "bad-soft"),
    ("info", "info-soft"),
    ("ink", "info-soft"),
    ("ink", "warn-soft"),
];

type Theme = BTreeMap<String, [f64; 3]>;

/// The colours of the map `$name` in the style sheet.
fn theme(name: &str) -> Theme {
    let map = TOKENS.split(&format!("${name}: (")).nth(1).unwrap_or_default().split(");").next().unwrap_or_default();
    map.lines().filter_map(colour).collect()
}

fn colour(line: &str) -> Option<(String, [f64; 3])> {
    let (name, value) = line.trim().trim_end_matches(',').split_once(':')?;
    let digits = value.trim().strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok().map(|byte| f64::from(byte) / 255.0);
    Some((name.trim().trim_matches('"').to_owned(), [part(0)?, part(2)?, part(4)?]))
}

/// Relative luminance, as WCAG defines it.
fn luminance(rgb: [f64; 3]) -> f64 {
    let [r, g, b] = rgb.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(theme: &Theme, one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(theme[one]), luminance(theme[other]));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Pairs of `theme` that fall short.
fn too_pale(theme: &Theme) -> Vec<String> {
    let texts = ["ink", "ink-soft", "brand", "brand-deep", "accent", "good", "warn", "bad", "info"];
    let on_surfaces = texts.into_iter().flat_map(|text| SURFACES.map(|surface| (text, surface, 4.5)));
    let on_tints = PAIRS.into_iter().map(|(text, tint)| (text, tint, 4.5));
    let edges = SURFACES.map(|surface| ("edge", surface, 3.0));
    let rings = [("focus", "focus-edge", 3.0)];
    on_surfaces
        .chain(on_tints)
        .chain(edges)
        .chain(rings)
        .filter(|(one, other, least)| contrast(theme, one, other) < *least)
        .map(|(one, other, _)| format!("{one} on {other}: {:.2}", contrast(theme, one, other)))
        .collect()
}

#[test]
fn both_themes_keep_the_contrast() {
    assert_eq!(too_pale(&theme("light")), Vec::<String>::new(), "light");
    assert_eq!(too_pale(&theme("dark")), Vec::<String>::new(), "dark");
}

#[test]
fn a_pale_text_is_noticed() {
    let mut pale = theme("light");
    pale.insert("ink-soft".into(), [0.6, 0.6, 0.6]);
    assert!(!too_pale(&pale).is_empty());
}
