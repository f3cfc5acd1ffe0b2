//! A voucher pays the difference of a change (B10, B13): laid aside while new and old are held, and spent when the change is made good.

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::Number,
    change::ChangeStatus,
    job::Job,
    payment::{Reason, Way},
};
use services::{Asker, booking, change, job, payment, voucher};

use crate::{
    mind::{Scene, nights, of_units},
    people::refusal,
    util::{House, on_both},
    voucher::{earns, left, scene, uses, wrong},
};

/// A paid room of 480 yuan a night that is to be had for a second night.
async fn waits(scene: &Scene) -> (Asker, Number) {
    let (lin, number) = scene.sold(&scene.room, nights(6, 1, 1)).await;
    assert_eq!(scene.changes(&lin, &number, &scene.room, nights(6, 2, 1)).await.unwrap().due, Fen(48_000));
    (lin, number)
}

#[tokio::test]
async fn it_pays_a_part_of_a_difference_and_the_rest_is_paid_in_money() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, number) = waits(&scene).await;
        let order = scene.starts(&lin, &number).await;
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        assert_eq!(scene.bank.state(&order), payment::OrderState::Closed, "the old amount is not asked for any more");
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.due, receipt.voucher.unwrap().amount), (Fen(24_000), Fen(24_000)));
        assert!(receipt.change.is_some() && receipt.paid == Fen(48_000), "it is only laid aside");
        assert_eq!(left(&scene, &voucher).await, Fen::ZERO, "for nobody else");
        scene.is_sound().await;
        scene.pays(&lin, &number).await;
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.booking.total, receipt.paid, receipt.due), (Fen(96_000), Fen(96_000), Fen::ZERO));
        let by = |way| receipt.payments.iter().filter(|one| one.way == way).filter_map(|one| one.received).sum::<Fen>();
        assert_eq!((by(Way::Online), by(Way::Voucher)), (Fen(72_000), Fen(24_000)));
        scene.is_sound().await;
        assert_eq!(scene.cancels(&lin, &number).await.unwrap(), Fen(96_000));
        assert_eq!(left(&scene, &voucher).await, Fen(24_000), "it has its part back");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn one_that_pays_all_of_a_difference_makes_the_change_good_at_once() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, number) = scene.sold(&scene.room, nights(6, 1, 1)).await;
        assert_eq!(refusal(uses(&scene, &lin, &number, &voucher).await), Rule::NothingDue);
        scene.changes(&lin, &number, &scene.suite, nights(7, 1, 1)).await.unwrap();
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        let (booking, receipt) = (scene.booking(&lin, &number).await, scene.receipt(&lin, &number).await);
        assert_eq!((booking.slug.as_str(), booking.changes[0].status), ("suite", ChangeStatus::Settled));
        assert_eq!((receipt.paid, receipt.due, receipt.voucher), (Fen(60_000), Fen::ZERO, None));
        assert_eq!((scene.taken(&scene.room).await[5], scene.taken(&scene.suite).await[6]), (0, 1));
        assert_eq!(left(&scene, &voucher).await, Fen(12_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_laid_aside_for_a_change_is_free_when_that_comes_to_nothing() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, number) = waits(&scene).await;
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        voucher::remove(&scene.house.cx, &lin, &number).await.unwrap();
        assert_eq!(scene.receipt(&lin, &number).await.due, Fen(48_000));
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        change::undo(&scene.house.cx, &lin, &number, "").await.unwrap();
        assert_eq!(left(&scene, &voucher).await, Fen(24_000), "taken back");
        scene.house.clock.forward(TimeDelta::seconds(1));
        scene.changes(&lin, &number, &scene.room, nights(6, 2, 1)).await.unwrap();
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        let order = scene.starts(&lin, &number).await;
        scene.house.clock.turn_to(scene.receipt(&lin, &number).await.change.unwrap().until);
        assert_eq!(left(&scene, &voucher).await, Fen(24_000), "at the instant the hold is over");
        assert_eq!(refusal(voucher::remove(&scene.house.cx, &lin, &number).await), Rule::NothingDue);
        job::run_now(&scene.house.cx, "worker", Some(Job::Holds)).await.unwrap();
        scene.is_sound().await;
        // Another change has nothing of it.
        scene.changes(&lin, &number, &scene.room, nights(6, 2, 1)).await.unwrap();
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.due, receipt.voucher), (Fen(48_000), None));
        scene.is_paid_after_all(&order, 24_000).await;
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.refunds[0].amount, receipt.refunds[0].reason), (Fen(24_000), Reason::Late));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_change_and_a_booking_that_use_it_at_once_one_has_it() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, change) = waits(&scene).await;
        let (li, held) = scene.held(&scene.suite, nights(8, 1, 1)).await;
        let (one, other) = tokio::join!(uses(&scene, &lin, &change, &voucher), uses(&scene, &li, &held, &voucher));
        assert_ne!(one.is_ok(), other.is_ok(), "{one:?} {other:?}");
        let refused = one.err().or(other.err()).expect("one of them");
        assert_eq!(refusal::<()>(Err(refused)), wrong("voucher-spent"));
        let dues = [scene.receipt(&lin, &change).await.due, scene.receipt(&li, &held).await.due];
        assert_eq!(dues.into_iter().sum::<Fen>(), Fen(48_000 + 60_000 - 24_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn who_wants_one_for_a_part_is_told_to_divide_it_off_and_has_it_for_the_same_fee() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let (lin, number) = scene.sold(&scene.room, nights(4, 1, 2)).await;
        scene.hours_before(&lin, &number, 10).await;
        let fewer = scene.quote(&lin, &number, &scene.room, nights(4, 1, 1)).await.unwrap();
        assert!(fewer.voucher_by_part && fewer.fee == Fen(24_000), "{fewer:?}");
        let part = scene.divides(&lin, &number, of_units(1)).await.unwrap();
        let quote = booking::cancel_quote(&scene.house.cx, &lin, &part).await.unwrap();
        assert_eq!((quote.fee, quote.voucher.map(|offer| offer.worth)), (fewer.fee, Some(fewer.fee)));
        let moved = scene.quote(&lin, &part, &scene.room, nights(6, 1, 1)).await.unwrap();
        assert!(!moved.voucher_by_part, "nothing is given up: {moved:?}");
        let (chen, stay) = scene.sold(&scene.room, nights(4, 2, 1)).await;
        let shorter = async || scene.quote(&chen, &stay, &scene.room, nights(4, 1, 1)).await.unwrap();
        scene.hours_before(&chen, &stay, 10).await;
        assert!(shorter().await.voucher_by_part);
        scene.hours_before(&chen, &stay, 3).await;
        let late = shorter().await;
        assert!(!late.voucher_by_part && late.fee > Fen::ZERO, "no night is divided off any more: {late:?}");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_so_whose_terms_give_none() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let (lin, number) = scene.sold(&scene.room, nights(4, 1, 2)).await;
        scene.hours_before(&lin, &number, 10).await;
        let fewer = scene.quote(&lin, &number, &scene.room, nights(4, 1, 1)).await.unwrap();
        assert!(!fewer.voucher_by_part && fewer.fee > Fen::ZERO, "{fewer:?}");
    })
    .await;
}
