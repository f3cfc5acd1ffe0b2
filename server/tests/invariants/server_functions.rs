//! What every server function must say of itself.

use super::tree::{File, files};

/// A `#[server(…)]` attribute: where it stands and its endpoint.
struct Declared {
    place: String,
    endpoint: Option<String>,
}

fn declared(files: &[File]) -> Vec<Declared> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            // An attribute of its own line; `#[server(default)]` stands before an argument.
            if line.trim_start().starts_with("#[server")
                && !line.contains("#[server(default)]")
                && !line.contains("flatten")
            {
                let endpoint = line.split_once("endpoint = \"").and_then(|(_, rest)| rest.split_once('"'));
                found.push(Declared {
                    place: format!("{}:{}", file.path, number + 1),
                    endpoint: endpoint.map(|(endpoint, _)| endpoint.to_owned()),
                });
            }
        }
    }
    found
}

/// Server functions without an endpoint of the form `feature/verb`, and endpoints used twice.
fn unfit(files: &[File]) -> Vec<String> {
    let declared = declared(files);
    let mut seen = std::collections::BTreeSet::new();
    declared
        .iter()
        .filter_map(|one| match &one.endpoint {
            None => Some(format!("{}: no endpoint", one.place)),
            Some(path) if path.split('/').filter(|part| !part.is_empty()).count() != 2 => {
                Some(format!("{}: {path} is not feature/verb", one.place))
            }
            Some(path) if !seen.insert(path.clone()) => Some(format!("{}: {path} is used twice", one.place)),
            Some(_) => None,
        })
        .collect()
}

#[test]
fn every_server_function_has_an_address_of_its_own() {
    let files = files("app/src", &[".rs"]);
    assert!(!declared(&files).is_empty(), "no server function found");
    assert_eq!(unfit(&files), [""; 0]);
}

#[test]
fn a_server_function_without_a_fitting_address_is_caught() {
    let file = File::planted(
        "app/src/a.rs",
        "#[server]\n#[server(endpoint = \"a\")]\n#[server(endpoint = \"a/b\", input = GetUrl)]\n#[server(endpoint = \"a/b\")]",
    );
    let unfit = unfit(&[file]);
    assert_eq!(
        unfit,
        ["app/src/a.rs:1: no endpoint", "app/src/a.rs:2: a is not feature/verb", "app/src/a.rs:4: a/b is used twice"]
    );
}
