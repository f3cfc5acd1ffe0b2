//! The texts that the pages ask for are there.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use i18n::{Script, has, text};

/// The calls by which pages get their texts.
const TEXTS: [&str; 3] = ["t!(", "text(", "text_with("];

/// The calls by which faults of a field are made.
const FAULTS: [&str; 5] = ["fault(", "bound(", "Fault::new(", "Fault::bound(", "Fault::dated("];

/// The words written out as second argument of some calls; those put together when the page is made are not seen.
fn ids(source: &str, calls: &[&str]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for call in calls {
        for (at, _) in source.match_indices(call) {
            let before = source[..at].chars().next_back().unwrap_or(' ');
            let second = source[at + call.len()..].split_once(',').map(|(_, rest)| rest.trim_start());
            let id = second.and_then(|rest| rest.strip_prefix('"')).and_then(|rest| rest.split_once('"'));
            if let (false, Some((id, _))) = (before.is_alphanumeric() || before == '_', id) {
                ids.insert(id.to_owned());
            }
        }
    }
    ids
}

/// The refusals' codes: what `Rule::code` gives.
fn codes(source: &str) -> BTreeSet<String> {
    let body = source.split("fn code(").nth(1).and_then(|rest| rest.split("fn ").next()).unwrap_or_default();
    body.lines()
        .filter_map(|line| line.split("=> \"").nth(1)?.split('"').next())
        .map(|code| format!("rule-{code}"))
        .collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn missing<'a>(ids: impl IntoIterator<Item = &'a String>) -> Vec<&'a String> {
    ids.into_iter().filter(|id| Script::ALL.into_iter().any(|script| !has(script, id))).collect()
}

#[test]
fn every_text_that_a_page_asks_for_is_there() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src");
    let ids: BTreeSet<String> =
        sources(&pages).iter().flat_map(|path| ids(&fs::read_to_string(path).unwrap(), &TEXTS)).collect();
    assert!(ids.len() > 50, "the pages' calls are not recognised any more");
    assert_eq!(missing(&ids), Vec::<&String>::new());
}

#[test]
fn every_refusal_has_its_words() {
    let rule = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src/rule.rs");
    let codes = codes(&fs::read_to_string(rule).unwrap());
    assert!(codes.contains("rule-full-sold") && codes.len() > 10, "the codes are not recognised any more");
    assert_eq!(missing(&codes), Vec::<&String>::new());
}

#[test]
fn every_fault_of_a_field_has_its_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut ids = BTreeSet::new();
    for path in
        ["../domain/src", "../../server/services/src"].into_iter().flat_map(|folder| sources(&root.join(folder)))
    {
        ids.append(&mut self::ids(&fs::read_to_string(path).unwrap(), &FAULTS));
    }
    let ids: BTreeSet<String> = ids.iter().map(|code| format!("fault-{code}")).collect();
    assert!(ids.contains("fault-required") && ids.len() > 10, "the faults are not recognised any more: {ids:?}");
    assert_eq!(missing(&ids), Vec::<&String>::new());
}

#[test]
fn every_refusal_can_be_told_without_what_it_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut ids = codes(&fs::read_to_string(root.join("../domain/src/rule.rs")).unwrap());
    let texts = fs::read_to_string(root.join("../../locales/zh-Hans/fault.ftl")).unwrap();
    let faults = texts.lines().filter_map(|line| line.split_once(" = ").map(|(id, _)| id.to_owned()));
    ids.extend(faults.filter(|id| id.starts_with("fault-")));
    for id in ids {
        let about = format!("about-{}", id.strip_prefix("rule-").unwrap_or(&id));
        for script in Script::ALL {
            let id = if has(script, &about) { &about } else { &id };
            assert!(!text(script, id).contains('{'), "{id} needs words of its own: {}", text(script, id));
        }
    }
}

#[test]
fn a_missing_text_would_be_seen() {
    let source = r#"view! { {t!(script, "no-such-text")} {text(viewer.script, "rule-busy")} {format!(x, "no")} }"#;
    let ids = ids(source, &TEXTS);
    assert_eq!(missing(&ids), vec!["no-such-text"]);
    assert_eq!(ids.len(), 2);
    assert_eq!(missing(&codes("fn code(&self) { Self::A => \"no-such\", }")), vec!["rule-no-such"]);
}
