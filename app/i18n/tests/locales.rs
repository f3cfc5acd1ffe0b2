//! The locale files: the same texts in both scripts, each script pure.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

mod audit;

use std::{collections::BTreeMap, fs, path::Path};

use audit::{Files, faults};

/// The files of a script by name.
fn files(folder: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(folder);
    let mut files = Files::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        files.insert(name, fs::read_to_string(&path).unwrap());
    }
    files
}

fn one(name: &str, text: &str) -> Files {
    BTreeMap::from([(name.to_owned(), text.to_owned())])
}

/// What the audit says of a single file per script.
fn said(hans: &str, hant: &str) -> String {
    faults(&one("a.ftl", hans), &one("a.ftl", hant)).join("\n")
}

#[test]
fn the_two_scripts_say_the_same_things_each_in_its_own_characters() {
    let faults = faults(&files("zh-Hans"), &files("zh-Hant"));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_audit_passes_what_is_right() {
    assert_eq!(said("a = 预订 { $n } 间\n", "a = 預訂 { $n } 間\n"), "");
}

#[test]
fn the_audit_sees_a_text_that_only_one_script_has() {
    assert!(said("a = 甲\nb = 乙\n", "a = 甲\n").contains("b is missing in zh-Hant/a.ftl"));
    assert!(said("a = 甲\n", "a = 甲\n-brand = 乙\n").contains("-brand is missing in zh-Hans/a.ftl"));
}

#[test]
fn the_audit_sees_a_variable_that_only_one_script_names() {
    assert!(said("a = { $free } 甲\n", "a = 甲\n").contains("a names other variables"));
    let chosen = "a = { $n ->\n    [one] 一\n   *[other] { $n } 甲\n}\n";
    assert_eq!(said(chosen, "a = { $n } 甲\n"), "");
}

#[test]
fn the_audit_sees_a_file_that_only_one_script_has() {
    let faults = faults(&one("a.ftl", "a = 甲\n"), &one("b.ftl", "a = 甲\n")).join("\n");
    assert!(faults.contains("zh-Hant/a.ftl is missing") && faults.contains("zh-Hans/b.ftl is missing"), "{faults}");
}

#[test]
fn the_audit_sees_an_id_that_occurs_twice() {
    assert!(said("a = 甲\na = 乙\n", "a = 甲\na = 乙\n").contains("a occurs twice in zh-Hans"));
    let mut two = one("a.ftl", "a = 甲\n");
    two.insert("b.ftl".to_owned(), "a = 乙\n".to_owned());
    assert!(faults(&two, &two).join("\n").contains("a occurs twice in zh-Hant"));
}

#[test]
fn the_audit_sees_an_empty_text_and_a_broken_file() {
    assert!(said("a = { \"\" }\n", "a = 甲\n").contains("a is empty in zh-Hans"));
    assert!(said("a = { $n\n", "a = 甲\n").contains("zh-Hans/a.ftl cannot be read"));
}

#[test]
fn the_audit_sees_characters_of_the_other_script() {
    assert!(said("a = 預订\n", "a = 預訂\n").contains("a in zh-Hans has 預"));
    assert!(said("a = 预订\n", "a = 預订\n").contains("a in zh-Hant has 订"));
}

#[test]
fn a_comment_is_no_text() {
    assert_eq!(said("# 預訂\na = 甲\n", "# 预订\na = 甲\n"), "");
}
