//! Every text that the code asks for exists in both scripts, and nothing is kept that nobody asks for.

use std::collections::BTreeSet;

use super::{
    lexer::take,
    tree::{File, files},
};

/// The ids a Fluent file defines: messages, not terms, comments or attributes.
fn defined(files: &[File]) -> BTreeSet<String> {
    let id = |line: &str| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let fits = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        fits.then(|| id.to_owned())
    };
    files.iter().flat_map(|file| file.text.lines()).filter_map(id).collect()
}

/// The ids asked for by a literal in `t!(…, "id"` or `text(…, "id"` or `text_with(…, "id"`.
fn asked_for(files: &[File]) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for file in files {
        let text = file.text.split_once("\n#[cfg(test)]\nmod ").map_or(file.text.as_str(), |(before, _)| before);
        let text: String = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .fold(String::new(), |all, line| all + line + "\n");
        for call in ["t!(", "text(", "text_with("] {
            for (at, _) in text.match_indices(call) {
                let before = text[..at].chars().next_back().unwrap_or(' ');
                let rest = &text[at + call.len()..];
                let Some((script, rest)) = rest.split_once(',') else { continue };
                if script.contains([';', '{', '"']) {
                    continue; // the comma is another call's
                }
                let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
                if let Some((id, _)) = rest.split_once('"')
                    && !before.is_alphanumeric()
                    && before != '_'
                {
                    found.insert((file.path.clone(), id.to_owned()));
                }
            }
        }
    }
    found
}

/// Ids that the code asks for and the locale lacks.
fn lacking(code: &[File], locale: &[File]) -> Vec<String> {
    let defined = defined(locale);
    asked_for(code)
        .into_iter()
        .filter(|(_, id)| !defined.contains(id))
        .map(|(path, id)| format!("{path} asks for {id}"))
        .collect()
}

/// What the code puts ids together from: `rule-{}` gives the beginning `rule-`, `{id}-title` the ending `-title`.
fn composed<'a>(literals: impl IntoIterator<Item = &'a String>) -> (Vec<&'a str>, Vec<&'a str>) {
    let word = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let (mut beginnings, mut endings) = (Vec::new(), Vec::new());
    for literal in literals {
        let Some((before, rest)) = literal.split_once('{') else { continue };
        match rest.split_once('}') {
            Some((_, "")) if before.ends_with('-') && word(before) => beginnings.push(before),
            Some((_, after)) if before.is_empty() && after.starts_with('-') && word(after) => endings.push(after),
            _ => {}
        }
    }
    (beginnings, endings)
}

/// Ids of the locale that no literal of the code, no id put together by it and no other message names.
fn unused(code: &[File], locale: &[File]) -> Vec<String> {
    let mut literals: BTreeSet<String> = BTreeSet::new();
    for file in code {
        literals.extend(take(&file.text).literals.into_iter().map(|(_, text)| text));
    }
    let (beginnings, endings) = composed(&literals);
    let referenced = |id: &str| locale.iter().any(|file| file.text.contains(&format!("{{ {id} }}")));
    let begins = |id: &str| beginnings.iter().any(|beginning| id.starts_with(beginning));
    let ends = |id: &str| endings.iter().any(|end| id.strip_suffix(end).is_some_and(|stem| literals.contains(stem)));
    let used = |id: &str| literals.contains(id) || begins(id) || ends(id) || referenced(id);
    defined(locale).into_iter().filter(|id| !used(id)).collect()
}

fn code() -> Vec<File> {
    ["app/src", "app/domain/src", "app/i18n/src", "server/src", "server/services/src", "server/sandbox/src"]
        .iter()
        .flat_map(|path| files(path, &[".rs"]))
        .collect()
}

#[test]
fn every_text_that_the_code_asks_for_exists_in_both_scripts() {
    for folder in ["locales/zh-Hans", "locales/zh-Hant"] {
        assert_eq!(lacking(&code(), &files(folder, &[".ftl"])), [""; 0], "{folder}");
    }
}

#[test]
fn every_text_is_used() {
    for folder in ["locales/zh-Hans", "locales/zh-Hant"] {
        assert_eq!(unused(&code(), &files(folder, &[".ftl"])), [""; 0], "{folder}");
    }
}

#[test]
fn both_scripts_have_the_same_texts() {
    let (hans, hant) = (defined(&files("locales/zh-Hans", &[".ftl"])), defined(&files("locales/zh-Hant", &[".ftl"])));
    assert_eq!(hans.symmetric_difference(&hant).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_text_that_is_missing_or_forgotten_is_caught() {
    let page = "t!(script, \"here\", n = 1); i18n::text(script, \"gone\"); let a = [\"listed\", \"stem\"];
        text(script, &format!(\"rule-{}\", code)); text(script, &format!(\"{id}-title\"));";
    let page = [File::planted("app/src/a.rs", page)];
    let locale =
        "# old = x\nhere = 1\nlisted = 2\nold = 3\nrule-any = 4\n    .label = 5\nstem-title = 6\nlost-title = 7\n";
    let locale = [File::planted("a.ftl", locale)];
    assert_eq!(lacking(&page, &locale), ["app/src/a.rs asks for gone"]);
    assert_eq!(unused(&page, &locale), ["lost-title", "old"]);
}
