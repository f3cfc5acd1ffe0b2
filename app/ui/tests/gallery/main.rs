//! Every component on a few believable pages, written to cargo's folder for test files, to be looked at with the compiled
//! style sheet; and what must hold for all of them.

mod booking;
mod checks;
mod desk;
mod figures;
mod home;
mod results;
mod shell;

use leptos::prelude::*;

/// A page of the gallery: file name and markup.
fn pages() -> Vec<(&'static str, String)> {
    let owner = Owner::new();
    owner.with(|| {
        vec![
            ("home", shell::page(home::page().into_any())),
            ("results", shell::page(results::page().into_any())),
            ("form", shell::page(booking::form().into_any())),
            ("done", shell::page(booking::done().into_any())),
            ("desk", shell::page(desk::page().into_any())),
            ("figures", shell::page(figures::page().into_any())),
        ]
    })
}

#[test]
fn the_gallery_is_written() -> std::io::Result<()> {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("gallery");
    std::fs::create_dir_all(&folder)?;
    for (name, html) in pages() {
        assert!(html.contains("<main"), "{name} is empty");
        std::fs::write(folder.join(format!("{name}.html")), html)?;
    }
    Ok(())
}

#[test]
fn no_component_needs_an_exception_of_the_content_policy() {
    for (name, html) in pages() {
        assert_eq!(checks::policy_breaches(&html), Vec::<String>::new(), "{name}");
    }
    assert_eq!(checks::policy_breaches(r#"<p style="color:red" onclick="x()">"#).len(), 2);
}

#[test]
fn each_id_is_given_once_and_whatever_is_pointed_to_exists() {
    for (name, html) in pages() {
        assert_eq!(checks::loose_ends(&html), Vec::<String>::new(), "{name}");
    }
    assert_eq!(checks::loose_ends(r##"<a href="#b"><i id="a"><i id="a">"##).len(), 2);
}

#[test]
fn every_symbol_used_is_in_the_sprite() {
    let sprite = include_str!("../../../../style/assets/icons.svg");
    for (name, html) in pages() {
        for symbol in checks::after_each(&html, "/icons.svg#") {
            assert!(sprite.contains(&format!("id=\"{symbol}\"")), "{name}: {symbol}");
        }
    }
}
