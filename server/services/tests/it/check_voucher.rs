//! The check finds what does not agree about vouchers: for each thing it proves, a test that breaks it (B13).

use domain::terms::{Relief, Terms};
use sea_orm::ConnectionTrait as _;
use services::{
    booking::{self, Agreed},
    voucher,
};

use crate::{
    mind::{Scene, nights},
    people::HOME,
    util::{House, on_both},
};

/// The check's findings, after a voucher was given and used and a statement that no service would make, hold these words.
async fn finds(tampering: &str, words: &str) {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let relief = Relief { voucher_percent: 100, voucher_days: 90, ..Relief::default() };
        scene.house.sells_by(&scene.room, &Terms { relief, ..Terms::standard() }).await;
        let opening = scene.house.cx.now();
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        scene.hours_before(&chen, &number, 10).await;
        let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
        let worth = quote.voucher.map(|offer| offer.worth);
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: worth };
        booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await.unwrap();
        let given = scene.receipt(&chen, &number).await.granted.unwrap();
        scene.house.clock.turn_to(opening);
        let (lin, other) = scene.held(&scene.room, nights(6, 1, 1)).await;
        voucher::apply(&scene.house.cx, &lin, HOME, &other, &given.number).await.unwrap();
        scene.pays(&lin, &other).await;
        scene.is_sound().await;
        scene.house.db.execute_unprepared(tampering).await.unwrap();
        let faults = scene.house.faults().await;
        assert!(faults.iter().any(|fault| fault.contains(words)), "{words:?} not in {faults:?}");
    })
    .await;
}

#[tokio::test]
async fn one_that_is_spent_beyond_its_worth_is_found() {
    finds("UPDATE voucher SET worth_fen = worth_fen - 1", "of it are spent").await;
}

#[tokio::test]
async fn a_use_that_is_not_what_was_paid_is_found() {
    finds("UPDATE voucher_use SET returned_fen = 1", "its payment says").await;
}

#[tokio::test]
async fn a_payment_by_no_voucher_is_found() {
    finds("DELETE FROM voucher_use", "by no voucher").await;
}

#[tokio::test]
async fn a_voucher_that_is_not_in_the_books_is_found() {
    finds("UPDATE voucher SET worth_fen = worth_fen + 1", "fen in vouchers").await;
}
