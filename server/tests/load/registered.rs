//! The linker must not lose a server function: what the sources declare is there in the release.

use std::{fs, path::Path};

use super::{
    http::Client,
    machine::{Build, Database, Server},
};

/// The endpoints that the sources below a folder declare.
fn declared(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            declared(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("text");
            let lines = text.lines().filter(|line| line.trim_start().starts_with("#[server("));
            let endpoints = lines.filter_map(|line| line.split_once("endpoint = \"")?.1.split_once('"'));
            found.extend(endpoints.map(|(endpoint, _)| endpoint.trim_matches('/').to_owned()));
        }
    }
}

/// The declared endpoints that a description of the interface does not name.
fn unregistered(declared: &[String], description: &str) -> Vec<String> {
    declared.iter().filter(|endpoint| !description.contains(&format!("\"/api/{endpoint}\""))).cloned().collect()
}

#[test]
fn every_server_function_is_in_the_release() {
    let mut endpoints = Vec::new();
    declared(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), &mut endpoints);
    assert!(endpoints.len() > 5, "no server functions found");
    let database = Database::sqlite().seeded(Build::Guarded);
    let server = Server::start(Build::Guarded, &database.url, None);
    let description = Client::new(&server.address, 1).get("/api/openapi.json").expect("an answer");
    assert_eq!(unregistered(&endpoints, &description.text()), [""; 0]);
}

#[test]
fn a_lost_server_function_is_caught() {
    let declared = ["booking/place".to_owned(), "booking/lost".to_owned()];
    assert_eq!(unregistered(&declared, r#"{"paths":{"/api/booking/place":{}}}"#), ["booking/lost"]);
}
