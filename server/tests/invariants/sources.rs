//! What may stand in which source file.

use super::{
    lexer::take,
    tree::{File, files},
};

/// The only files of `app` that may tell the server's build from the browser's.
const CFG_FILES: &[&str] = &["app/src/lib.rs", "app/src/server.rs", "app/src/response.rs"];

/// The longest a file may be.
const LONGEST: usize = 400;

/// Lines of the code of `files` that hold one of `words`, as `path:line: word`.
fn mentions(files: &[File], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in take(&file.text).code.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    found
}

/// `cfg`s outside the files that may have them; those of tests do not count.
fn stray_cfgs(files: &[File]) -> Vec<String> {
    let others: Vec<_> = files.iter().filter(|file| !CFG_FILES.contains(&file.path.as_str())).cloned().collect();
    mentions(&others, &["cfg(feature", "cfg(not", "cfg(any", "cfg(all", "cfg(target", "cfg!(", "cfg_attr("])
}

/// Chinese text in string literals, which belongs into `locales`.
fn chinese_literals(files: &[File]) -> Vec<String> {
    let chinese = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}');
    let mut found = Vec::new();
    for file in files {
        for (line, text) in take(&file.text).literals {
            if text.chars().any(chinese) {
                found.push(format!("{}:{line}: {text}", file.path));
            }
        }
    }
    found
}

fn too_long(files: &[File]) -> Vec<String> {
    let lines = |file: &File| file.text.lines().count();
    files
        .iter()
        .filter(|file| lines(file) > LONGEST)
        .map(|file| format!("{}: {} lines", file.path, lines(file)))
        .collect()
}

fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

fn sources(folders: &[&str]) -> Vec<File> {
    folders.iter().flat_map(|folder| files(folder, &[".rs"])).collect()
}

#[test]
fn only_three_files_of_app_tell_server_and_browser_apart() {
    none(&stray_cfgs(&sources(&["app/src", "app/ui/src"])), "cfg outside lib.rs, server.rs, response.rs");
}

#[test]
fn app_never_names_the_database() {
    none(
        &mentions(&sources(&["app"]), &["sea_orm", "sqlx", "entity::", "migration::"]),
        "the database belongs to services",
    );
}

#[test]
fn only_services_open_transactions() {
    let elsewhere = sources(&["app", "server/src", "server/entity/src", "server/migration/src"]);
    none(&mentions(&elsewhere, &[".begin(", ".begin_with_", ".transaction(", "TransactionTrait"]), "transactions");
}

#[test]
fn only_services_write_claims() {
    let elsewhere = sources(&["app", "server/src"]);
    none(&mentions(&elsewhere, &["claim::ActiveModel", "slice::ActiveModel"]), "claims");
}

#[test]
fn only_the_server_reads_the_environment() {
    let elsewhere =
        sources(&["app", "frontend/src", "server/services/src", "server/entity/src", "server/migration/src"]);
    none(
        &mentions(&elsewhere, &["env::var", "env::vars", "std::env", "env::args"]),
        "the environment belongs to server/src",
    );
}

#[test]
fn domain_and_pages_know_no_clock() {
    none(&mentions(&sources(&["app"]), &["Utc::now", "Local::now", "SystemTime::now"]), "the clock is injected");
}

#[test]
fn interface_texts_are_in_the_locales() {
    none(&chinese_literals(&sources(&["app/src", "app/ui/src"])), "Chinese text in code");
}

#[test]
fn views_have_no_inline_styles_and_no_raw_html() {
    let found = mentions(&sources(&["app/src", "app/ui/src"]), &[" style=", " style:", "inner_html", "javascript:"]);
    none(&found, "the content security policy refuses it");
}

#[test]
fn no_file_is_a_giant() {
    let all = [files("app", &[".rs"]), files("server", &[".rs"]), files("frontend", &[".rs"])].concat();
    let rest = [files("style", &[".scss"]), files("end2end", &[".ts"])].concat();
    none(&too_long(&[all, rest].concat()), "over 400 lines");
}

#[test]
fn planted_faults_are_caught() {
    let page = |text: &str| vec![File::planted("app/src/help/page.rs", text)];
    assert_eq!(stray_cfgs(&page("#[cfg(feature = \"ssr\")]\nfn a() {}")), ["app/src/help/page.rs:1: cfg(feature"]);
    assert_eq!(mentions(&page("// sea_orm\nuse sea_orm::Set;"), &["sea_orm"]), ["app/src/help/page.rs:2: sea_orm"]);
    assert_eq!(mentions(&page("let t = db.begin().await?;"), &[".begin("]).len(), 1);
    assert_eq!(mentions(&page("view! { <p style=\"color:red\">x</p> }"), &[" style="]).len(), 1);
    assert_eq!(chinese_literals(&page("// 注释\nlet a = \"预订\";")), ["app/src/help/page.rs:2: 预订"]);
    assert_eq!(too_long(&page(&"\n".repeat(401))), ["app/src/help/page.rs: 401 lines"]);
}

#[test]
fn the_right_places_are_no_faults() {
    let server = vec![File::planted("app/src/response.rs", "#[cfg(feature = \"ssr\")]\nfn a() {}")];
    assert!(stray_cfgs(&server).is_empty());
    let tests =
        vec![File::planted("app/src/a.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n const A: &str = \"茶\";\n}\n")];
    assert!(chinese_literals(&tests).is_empty() && stray_cfgs(&tests).is_empty());
}
