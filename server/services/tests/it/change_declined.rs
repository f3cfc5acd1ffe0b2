//! The difference of a change is declined at the provider: it can be paid again while new and old are held (B8, B10).

use domain::{Fen, Rule, booking::Number, change::ChangeStatus, job::Job, payment::PaymentStatus};
use services::{Asker, job, payment};

use crate::{
    mind::{Scene, nights},
    people::refusal,
    util::{House, bank::told, on_both},
};

/// A paid room that is to become a suite on another day, whose difference was declined.
async fn declined(scene: &Scene) -> (Asker, Number) {
    let (chen, number) = scene.sold(&scene.room, nights(1, 1, 1)).await;
    scene.changes(&chen, &number, &scene.suite, nights(5, 1, 1)).await.unwrap();
    let until = scene.receipt(&chen, &number).await.change.unwrap().until;
    for _ in 0..2 {
        let order = scene.starts(&chen, &number).await;
        scene.bank.becomes(&order, payment::OrderState::Declined);
        told(&scene.house.cx, &scene.bank.news(&order)).await.unwrap();
    }
    let receipt = scene.receipt(&chen, &number).await;
    let attempts: Vec<_> = receipt.payments.iter().skip(1).map(|payment| payment.status).collect();
    assert_eq!(attempts, [PaymentStatus::Declined; 2]);
    assert_eq!((receipt.due, receipt.change.unwrap().until), (Fen(12_000), until), "it waits as before");
    assert_eq!((scene.taken(&scene.room).await[0], scene.taken(&scene.suite).await[4]), (1, 1), "both are held");
    scene.is_sound().await;
    (chen, number)
}

#[tokio::test]
async fn a_difference_that_was_declined_can_be_paid_again() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = declined(&scene).await;
        let until = scene.receipt(&chen, &number).await.change.unwrap().until;
        scene.house.clock.turn_to(until - chrono::TimeDelta::microseconds(1));
        scene.pays(&chen, &number).await;
        let booking = scene.booking(&chen, &number).await;
        assert_eq!((booking.slug.as_str(), booking.changes[0].status), ("suite", ChangeStatus::Settled));
        assert_eq!((scene.taken(&scene.room).await[0], scene.taken(&scene.suite).await[4]), (0, 1));
        assert_eq!(scene.receipt(&chen, &number).await.paid, Fen(60_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_difference_that_was_declined_and_not_paid_in_time_leaves_the_booking_as_it_was() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = declined(&scene).await;
        let until = scene.receipt(&chen, &number).await.change.unwrap().until;
        scene.house.clock.turn_to(until);
        for swept in [false, true] {
            if swept {
                job::run_now(&scene.house.cx, "worker", Some(Job::Holds)).await.unwrap();
            }
            let late = payment::start(&scene.house.cx, &chen, &number).await;
            assert_eq!(refusal(late), Rule::NothingDue);
            let (booking, receipt) = (scene.booking(&chen, &number).await, scene.receipt(&chen, &number).await);
            assert_eq!((booking.slug.as_str(), booking.changes[0].status), ("room", ChangeStatus::Expired));
            assert_eq!((receipt.paid, receipt.due, receipt.refunds.len()), (Fen(48_000), Fen::ZERO, 0));
        }
        assert_eq!((scene.taken(&scene.room).await[0], scene.taken(&scene.suite).await[4]), (1, 0));
        scene.is_sound().await;
    })
    .await;
}
