//! The check finds what does not agree in the money books: for each thing it proves, a test that breaks it (B8).

use domain::{
    Rule,
    booking::Number,
    desk::Role,
    payment::{Resolution, Way},
};
use i18n::Script;
use sea_orm::ConnectionTrait;
use services::{Asker, booking, check, payment};

use crate::{
    mind::{Scene, nights, of_units},
    people::{self, colleague, guest},
    util::{
        House,
        bank::{Bank, number_in, paid, told},
        on_both,
    },
    wares::{coach, order},
};

/// A house with a paid booking, a booking paid twice whose second payment goes back, one that has gone back, and one that is
/// stuck; what the check says after a statement that no service would make.
async fn after(mut house: House, tampering: &str) -> Vec<String> {
    let bank = Bank::of(&mut house);
    let coach = coach(&house, 20).await;
    let (_, sun) = colleague(&house.cx, "sun", Role::Finance).await;
    let chen = guest(&house.cx).await;
    let mut orders = Vec::new();
    for key in ["paid", "twice", "back", "stuck"] {
        let order = domain::booking::Order { way: Way::Online, ..order(&coach, 2) };
        let number = booking::place(&house.cx, &chen, Script::Hans, key, &order).await.unwrap();
        orders.push((starts(&house, &chen, &number).await, number));
    }
    pays(&house, &bank, &orders[0].0, 16_000).await;
    // Declined, tried again, and both paid after all.
    bank.becomes(&orders[1].0, services::payment::OrderState::Declined);
    payment::refresh(&house.cx, &chen, &orders[1].1).await.unwrap();
    let again = starts(&house, &chen, &orders[1].1).await;
    pays(&house, &bank, &again, 16_000).await;
    pays(&house, &bank, &orders[2].0, 15_000).await;
    payment::resolve(&house.cx, &sun, &orders[2].0, Resolution::Return, "too little").await.unwrap();
    payment::give_back(&house.cx).await.unwrap();
    pays(&house, &bank, &orders[1].0, 16_000).await;
    pays(&house, &bank, &orders[3].0, 17_000).await;
    let report = check::run(&house.cx).await.unwrap();
    assert_eq!(report.faults, Vec::<String>::new(), "all is well before");
    assert_eq!(report.facts, 8, "five receipts, two sales, one refund");
    house.db.execute_unprepared(tampering).await.unwrap();
    house.faults().await
}

async fn starts(house: &House, asker: &Asker, number: &Number) -> String {
    number_in(&payment::start(&house.cx, asker, number).await.unwrap())
}

async fn pays(house: &House, bank: &Bank, order: &str, fen: i64) {
    bank.becomes(order, paid(fen));
    told(&house.cx, &bank.news(order)).await.unwrap();
}

/// The check's findings that hold these words.
async fn finds(tampering: &str, words: &str) {
    on_both(async |house: House| {
        let faults = after(house, tampering).await;
        assert!(faults.iter().any(|fault| fault.contains(words)), "{words:?} not in {faults:?}");
    })
    .await;
}

#[tokio::test]
async fn a_fact_that_is_out_of_balance_is_found() {
    finds("UPDATE entry SET fen = fen + 1 WHERE id = (SELECT MIN(id) FROM entry)", "are out by 1 fen").await;
}

#[tokio::test]
async fn a_fact_without_entries_is_found() {
    finds("DELETE FROM entry WHERE journal_id = (SELECT MIN(id) FROM journal)", "has 0 entries").await;
}

#[tokio::test]
async fn a_booking_that_claims_to_be_paid_more_is_found() {
    finds("UPDATE booking SET paid_fen = paid_fen + 1", "fen were paid, the books").await;
}

#[tokio::test]
async fn a_booking_that_claims_more_went_back_is_found() {
    finds("UPDATE booking SET refunded_fen = refunded_fen + 1", "fen went back, the books").await;
}

#[tokio::test]
async fn a_booking_confirmed_without_a_sale_is_found() {
    let sale = "UPDATE entry SET account = 'counter' WHERE account = 'sales'";
    finds(sale, "the books have 0 sold of it").await;
}

#[tokio::test]
async fn a_refund_that_vanished_is_found() {
    finds("DELETE FROM refund WHERE status <> 'done'", "are accounted for").await;
}

#[tokio::test]
async fn a_stuck_payment_that_was_forgotten_with_its_money_is_found() {
    finds("UPDATE payment SET status = 'abandoned' WHERE status = 'stuck'", "are accounted for").await;
}

#[tokio::test]
async fn a_refund_of_more_than_came_is_found() {
    finds("UPDATE refund SET amount_fen = amount_fen + 1", "and gives back").await;
}

#[tokio::test]
async fn a_payment_that_is_not_in_the_books_is_found() {
    finds("UPDATE payment SET received_fen = received_fen + 1 WHERE status = 'paid'", "its payments").await;
}

/// The check's findings in a house where a booking was divided, after a statement that no service would make.
async fn finds_divided(tampering: &str, words: &str) {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 3)).await;
        scene.divides(&chen, &number, of_units(1)).await.unwrap();
        scene.is_sound().await;
        scene.house.db.execute_unprepared(tampering).await.unwrap();
        let faults = scene.house.faults().await;
        assert!(faults.iter().any(|fault| fault.contains(words)), "{words:?} not in {faults:?}");
    })
    .await;
}

#[tokio::test]
async fn money_that_left_a_booking_and_came_to_none_is_found() {
    let lost = "UPDATE entry SET fen = fen - 1 WHERE account = 'carried' AND fen > 0";
    finds_divided(lost, "-1 fen left one booking and came to no other").await;
}

#[tokio::test]
async fn parts_of_a_payment_that_are_more_than_came_are_found() {
    let more = "UPDATE payment SET received_fen = received_fen + 1 WHERE part_of IS NOT NULL";
    finds_divided(more, "and its parts have 144001 fen, of 144000 that came").await;
}

/// What is in the books stays there: the database itself refuses a fact noted twice and a second open attempt.
#[tokio::test]
async fn the_database_is_the_last_line() {
    on_both(async |mut house: House| {
        let bank = Bank::of(&mut house);
        let coach = coach(&house, 20).await;
        let chen = guest(&house.cx).await;
        let order = domain::booking::Order { way: Way::Online, ..order(&coach, 2) };
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order).await.unwrap();
        let first = starts(&house, &chen, &number).await;
        let second = "INSERT INTO payment (number, booking_id, way, provider, status, amount_fen, currency, start_key, \
                      begun_at, expires_at) SELECT 'YP0', booking_id, way, provider, status, amount_fen, currency, 'k', \
                      begun_at, expires_at FROM payment";
        assert!(house.db.execute_unprepared(second).await.is_err(), "one open attempt of a booking");
        pays(&house, &bank, &first, 16_000).await;
        let twice = "INSERT INTO journal (at, fact, booking_id, cause) SELECT at, fact, booking_id, cause FROM journal";
        assert!(house.db.execute_unprepared(twice).await.is_err(), "a fact is noted once");
        let nothing = "UPDATE payment SET received_fen = NULL WHERE status = 'paid'";
        assert!(house.db.execute_unprepared(nothing).await.is_err(), "what is paid has an amount");
        let start = payment::start(&house.cx, &chen, &number).await;
        assert_eq!(people::refusal(start), Rule::NothingDue);
    })
    .await;
}
