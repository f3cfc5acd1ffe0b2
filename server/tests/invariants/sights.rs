//! Every page is looked at in the browser: each route of `app` has a sight of it in `end2end`. That a sight shows the route it
//! names, its own test says.

use std::fs;

use super::tree::root;

/// The routes as they stand in `path!("/:script…")`, without the script; `/` for the home page.
fn routes(app: &str) -> Vec<String> {
    let path = |rest: &str| rest.split_once('"').map(|(path, _)| path.to_owned());
    let of_page = |path: String| if path.is_empty() { "/".to_owned() } else { path };
    app.split("path!(\"/:script").skip(1).filter_map(path).map(of_page).collect()
}

/// Routes that no sight is of.
fn unseen(app: &str, sights: &str) -> Vec<String> {
    routes(app).into_iter().filter(|route| !sights.contains(&format!("page: '{route}'"))).collect()
}

#[test]
fn every_route_is_looked_at_in_the_browser() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect(path);
    let app = read("app/src/frame/app.rs");
    assert!(routes(&app).len() > 20, "the routes are not recognised any more");
    assert_eq!(unseen(&app, &read("end2end/support/pages.ts")), [""; 0]);
}

#[test]
fn a_route_that_nobody_looks_at_is_caught() {
    let app = "<Route path=path!(\"/:script\") /><Route path=path!(\"/:script/stays\") /><Route path=path!(\"/:script/help/:slug\") />";
    assert_eq!(unseen(app, "{ name: 'home', page: '/' }, { name: 'stays', page: '/stays' }"), ["/help/:slug"]);
}
