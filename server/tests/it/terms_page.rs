//! The terms that a booking was sold by and its price say on their page whether they are still those that were hashed (B5).

use i18n::{Script, text};
use services::seed;

use crate::{
    seller::{filled_in, with},
    support::{Guest, House},
};

/// Whether the page says so of the terms and of the price, and nothing else, in both scripts.
async fn are_intact(guest: &mut Guest, number: &str) -> [bool; 2] {
    let mut said = Vec::new();
    for script in [Script::Hans, Script::Hant] {
        let page = guest.get(&format!("/{script}/bookings/{number}/terms")).await.text;
        said.push(["terms", "price"].map(|what| {
            let says = |how| page.contains(&text(script, &format!("{what}-{how}")));
            assert_ne!(says("intact"), says("broken"), "{what}: {page}");
            says("intact")
        }));
    }
    assert_eq!(said[0], said[1]);
    said[0]
}

#[tokio::test]
async fn terms_a_price_or_a_hash_that_somebody_rewrote_are_told() {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    let mut wang = house.guest();
    let fields = filled_in(&house, "王芳").await;
    let checked = wang.call("/api/booking/check", &with(&fields, &[])).await;
    let draft = checked.json()["id"].as_str().unwrap_or_else(|| panic!("{}", checked.text)).to_owned();
    let placed = wang.call("/api/booking/place", &[("draft", &draft), ("way", "counter")]).await;
    let number = placed.json()["id"].as_str().unwrap_or_else(|| panic!("{}", placed.text)).to_owned();
    assert_eq!(are_intact(&mut wang, &number).await, [true, true]);
    for (broken, mended, told) in [
        ("total_fen = total_fen + 1", "total_fen = total_fen - 1", [true, false]),
        ("price_hash = 'x' || price_hash", "price_hash = substr(price_hash, 2)", [true, false]),
        // Whole hours before the service, which the amounts hang on.
        (
            "terms = replace(terms, '\"change_hours\":', '\"change_hours\":1')",
            "terms = replace(terms, '\"change_hours\":1', '\"change_hours\":')",
            [false, true],
        ),
        (
            "terms = replace(terms, '\"version\":\"', '\"version\":\"x')",
            "terms = replace(terms, '\"x', '\"')",
            [false, true],
        ),
        ("terms_hash = 'x' || terms_hash", "terms_hash = substr(terms_hash, 2)", [false, true]),
        ("terms_hash = upper(terms_hash)", "terms_hash = lower(terms_hash)", [false, true]),
    ] {
        for (statement, intact) in [(broken, told), (mended, [true, true])] {
            let statement = format!("UPDATE booking SET {statement} WHERE number = '{number}'");
            assert_eq!(house.writes(&statement).await, 1);
            assert_eq!(are_intact(&mut wang, &number).await, intact, "{statement}");
        }
    }
}
