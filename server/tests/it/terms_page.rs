//! The terms that a booking was sold by say on their page whether they are still those that were hashed (B5).

use i18n::{Script, text};
use services::seed;

use crate::{
    seller::{filled_in, with},
    support::{Guest, House},
};

/// Whether the page says so, and nothing else, in both scripts.
async fn is_intact(guest: &mut Guest, number: &str) -> bool {
    let mut said = Vec::new();
    for script in [Script::Hans, Script::Hant] {
        let page = guest.get(&format!("/{script}/bookings/{number}/terms")).await.text;
        let [intact, broken] = ["terms-intact", "terms-broken"].map(|id| page.contains(&text(script, id)));
        assert_ne!(intact, broken, "{page}");
        said.push(intact);
    }
    assert_eq!(said[0], said[1]);
    said[0]
}

#[tokio::test]
async fn terms_or_a_hash_that_somebody_rewrote_are_told() {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    let mut wang = house.guest();
    let fields = filled_in(&house, "王芳").await;
    let checked = wang.call("/api/booking/check", &with(&fields, &[])).await;
    let draft = checked.json()["id"].as_str().unwrap_or_else(|| panic!("{}", checked.text)).to_owned();
    let placed = wang.call("/api/booking/place", &[("draft", &draft), ("way", "counter")]).await;
    let number = placed.json()["id"].as_str().unwrap_or_else(|| panic!("{}", placed.text)).to_owned();
    assert!(is_intact(&mut wang, &number).await);
    for (broken, mended) in [
        // Whole hours before the service, which the amounts hang on.
        (
            "terms = replace(terms, '\"change_hours\":', '\"change_hours\":1')",
            "terms = replace(terms, '\"change_hours\":1', '\"change_hours\":')",
        ),
        ("terms = replace(terms, '\"version\":\"', '\"version\":\"x')", "terms = replace(terms, '\"x', '\"')"),
        ("terms_hash = 'x' || terms_hash", "terms_hash = substr(terms_hash, 2)"),
        ("terms_hash = upper(terms_hash)", "terms_hash = lower(terms_hash)"),
    ] {
        for (statement, intact) in [(broken, false), (mended, true)] {
            let statement = format!("UPDATE booking SET {statement} WHERE number = '{number}'");
            assert_eq!(house.writes(&statement).await, 1);
            assert_eq!(is_intact(&mut wang, &number).await, intact, "{statement}");
        }
    }
}
