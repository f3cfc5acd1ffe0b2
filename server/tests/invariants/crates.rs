//! Which crate must not depend on what (DESIGN: dependencies point one way).

use std::process::Command;

/// Host-only crates: none of them may reach the browser.
const HOST_ONLY: &[&str] = &[
    "sea-orm",
    "sea-orm-migration",
    "sea-query",
    "sqlx",
    "sqlx-core",
    "tokio",
    "axum",
    "hyper",
    "services",
    "entity",
    "migration",
    "fluent",
    "fluent-bundle",
    "i18n-embed",
    "rust-embed",
    "ferrous-opencc",
    "argon2",
];

/// What pure rules must not know: pages, database, runtime, HTTP.
const NOT_PURE: &[&str] =
    &["leptos", "sea-orm", "sqlx", "sqlx-core", "tokio", "axum", "http", "hyper", "reqwest", "fluent", "getrandom"];

/// The crates of a dependency tree that are in `banned`.
fn leaks<'a>(tree: &'a str, banned: &[&str]) -> Vec<&'a str> {
    let mut found: Vec<_> =
        tree.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| banned.contains(name)).collect();
    found.dedup();
    found
}

/// The normal dependencies of a package, one per line as `name version`.
fn tree(package: &str, target: Option<&str>) -> String {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(super::tree::root())
        .args(["tree", "--locked", "-p", package, "-e", "normal", "--prefix", "none"]);
    if let Some(target) = target {
        command.args(["--target", target]);
    }
    let output = command.output().expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn nothing_of_the_server_reaches_the_browser() {
    let tree = tree("frontend", Some("wasm32-unknown-unknown"));
    assert!(tree.contains("leptos "), "not a tree of the portal:\n{tree}");
    assert_eq!(leaks(&tree, HOST_ONLY), [""; 0]);
}

#[test]
fn domain_knows_no_page_no_database_no_runtime_no_http() {
    assert_eq!(leaks(&tree("domain", None), NOT_PURE), [""; 0]);
}

#[test]
fn the_design_system_knows_nothing_of_the_business() {
    assert_eq!(leaks(&tree("ui", None), &["app", "domain", "i18n", "services", "sea-orm"]), [""; 0]);
}

#[test]
fn the_payment_protocol_and_the_sandbox_know_nothing_of_bookings() {
    assert_eq!(leaks(&tree("gateway", None), &["app", "domain", "i18n", "services", "entity", "sea-orm"]), [""; 0]);
    assert_eq!(leaks(&tree("sandbox", None), &["app", "domain", "services", "entity", "migration"]), [""; 0]);
}

#[test]
fn a_leak_is_caught() {
    let tree = "frontend v0.1.0 (frontend)\napp v0.1.0 (app)\nsqlx-core v0.8.6\nserde v1.0.0\n";
    assert_eq!(leaks(tree, HOST_ONLY), ["sqlx-core"]);
    assert_eq!(leaks("domain v0.1.0\nhttp v1.3.1\n", NOT_PURE), ["http"]);
}
