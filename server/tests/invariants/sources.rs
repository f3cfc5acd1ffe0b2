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

/// Writes of claims and slices, whatever they are written with. To import names out of the two modules is one too: it would
/// hide the others.
fn claim_writes(files: &[File]) -> Vec<String> {
    let ways = ["{}::{", "{}::ActiveModel", "{}::Entity::insert", "{}::Entity::update", "{}::Entity::delete"];
    let statements = [".table({}::", ".into_table({}::", ".from_table({}::"];
    let of = |table: &str| ways.iter().chain(&statements).map(|way| way.replacen("{}", table, 1)).collect::<Vec<_>>();
    let words = [of("claim"), of("slice")].concat();
    let mut found = mentions(files, &words.iter().map(String::as_str).collect::<Vec<_>>());
    for file in files {
        for (line, text) in take(&file.text).literals {
            let text = text.to_lowercase();
            let verbs = ["update", "insert into", "delete from"].iter();
            let statements = verbs.flat_map(|verb| [format!("{verb} claim"), format!("{verb} slice")]);
            found.extend(statements.filter(|it| text.contains(it)).map(|it| format!("{}:{line}: {it}", file.path)));
        }
    }
    found
}

/// Sources of a folder without those of some parts of it.
fn without(folder: &str, parts: &[&str]) -> Vec<File> {
    let mut files = sources(&[folder]);
    files.retain(|file| parts.iter().all(|part| !file.path.starts_with(part)));
    files
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
fn only_the_inventory_writes_claims() {
    let services = without("server/services/src", &["server/services/src/inventory", "server/services/src/seed"]);
    none(&claim_writes(&[sources(&["app", "server/src"]), services].concat()), "claims");
}

#[test]
fn only_the_server_reads_the_environment() {
    let libraries =
        ["services", "entity", "migration", "gateway"].map(|name| sources(&[&format!("server/{name}/src")])).concat();
    // The sandbox is a program of its own and reads what it needs where it starts.
    let sandbox = without("server/sandbox/src", &["server/sandbox/src/main.rs"]);
    none(
        &mentions(
            &[sources(&["app", "frontend/src"]), libraries, sandbox].concat(),
            &["env::var", "env::vars", "std::env", "env::args"],
        ),
        "the environment belongs to server/src",
    );
}

#[test]
fn domain_and_pages_know_no_clock() {
    none(&mentions(&sources(&["app"]), &["Utc::now", "Local::now", "SystemTime::now"]), "the clock is injected");
}

#[test]
fn texts_are_in_the_locales() {
    let shown = sources(&["app/src", "app/ui/src", "server/src", "server/gateway/src", "server/sandbox/src"]);
    let told = without("server/services/src", &["server/services/src/seed"]);
    none(&chinese_literals(&[shown, told].concat()), "Chinese text in code");
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
    for write in [
        "use entity::claim::{ActiveModel, Entity};",
        "claim::Entity::update_many().filter(x);",
        "slice::Entity::insert(row);",
        "claim::ActiveModel { id: NotSet };",
        "Query::update().table(slice::Entity);",
        "Statement::from_string(\"UPDATE slice SET taken = 0\");",
    ] {
        assert!(!claim_writes(&page(write)).is_empty(), "{write}");
    }
    assert_eq!(too_long(&page(&"\n".repeat(401))), ["app/src/help/page.rs: 401 lines"]);
}

#[test]
fn the_right_places_are_no_faults() {
    let server = vec![File::planted("app/src/response.rs", "#[cfg(feature = \"ssr\")]\nfn a() {}")];
    assert!(stray_cfgs(&server).is_empty());
    let tests =
        vec![File::planted("app/src/a.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n const A: &str = \"茶\";\n}\n")];
    let reads =
        "use entity::{claim, slice};\nclaim::Entity::find();\nstd::slice::from_ref(&a);\n\"SELECT 1 FROM claim\";";
    assert!(claim_writes(&[File::planted("server/services/src/a.rs", reads)]).is_empty());
    assert!(chinese_literals(&tests).is_empty() && stray_cfgs(&tests).is_empty());
}
