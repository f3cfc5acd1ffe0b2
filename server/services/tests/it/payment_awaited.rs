//! Whose money staff wait for (A4): bookings, changes that wait for their difference, fees of cancellations.

use chrono::TimeDelta;
use domain::{
    Fen,
    booking::Number,
    payment::{DueFor, DueRow, ReceiptForm, Way},
};
use i18n::Script;
use services::{job, payment};

use crate::{
    mind::{Scene, nights},
    util::{House, on_both},
};

async fn due(scene: &Scene) -> Vec<DueRow> {
    payment::queue(&scene.house.cx, &scene.sun, Script::Hans).await.unwrap().due
}

async fn takes(scene: &Scene, number: &Number, yuan: &str) {
    let form = ReceiptForm {
        number: number.to_string(),
        way: "counter".to_owned(),
        amount: yuan.to_owned(),
        slip: String::new(),
    };
    payment::record(&scene.house.cx, &scene.sun, yuan, &form).await.unwrap();
}

#[tokio::test]
async fn a_change_that_is_paid_at_the_counter_is_followed_up_like_a_booking() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.held_at_the_counter(&scene.room, nights(5, 1, 1)).await;
        takes(&scene, &number, "480").await;
        assert_eq!(due(&scene).await, []);
        scene.changes(&chen, &number, &scene.suite, nights(5, 1, 1)).await.unwrap();
        let rows = due(&scene).await;
        assert_eq!(rows.len(), 1, "{rows:?}");
        let open = scene.receipt(&chen, &number).await.change.unwrap();
        let row = &rows[0];
        assert_eq!((row.booking.number.as_str(), row.of, row.way), (number.as_str(), DueFor::Change, Way::Counter));
        assert_eq!((row.due, row.until), (Fen(12_000), Some(open.until)));

        let (li, other) = scene.held_at_the_counter(&scene.room, nights(7, 1, 1)).await;
        let rows = due(&scene).await;
        assert!(rows.len() == 2 && rows[0].until <= rows[1].until, "the nearest deadline first: {rows:?}");
        scene.cancels(&li, &other).await.unwrap();
        takes(&scene, &number, "120").await;
        assert_eq!(due(&scene).await, [], "what has come is followed up no more");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_change_that_is_paid_online_or_was_not_paid_in_time_is_not_followed_up() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(5, 1, 1)).await;
        scene.changes(&chen, &number, &scene.suite, nights(5, 1, 1)).await.unwrap();
        assert_eq!(due(&scene).await, [], "it comes or lapses by itself");
        payment::choose(&scene.house.cx, &chen, &number, Way::Counter).await.unwrap();
        assert_eq!(due(&scene).await[0].of, DueFor::Change, "he comes to the counter after all");
        scene.house.clock.turn_to(scene.receipt(&chen, &number).await.change.unwrap().until);
        assert_eq!(due(&scene).await, []);
        job::run_now(&scene.house.cx, "worker", None).await.unwrap();
        assert_eq!(due(&scene).await, []);
    })
    .await;
}

#[tokio::test]
async fn the_fee_of_a_cancellation_is_followed_up_until_it_is_paid() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cheap = scene.house.slices(scene.room.offer.resource_id).await[8].id;
        scene.house.prices(cheap, 1_000).await;
        let (chen, number) = scene.sold(&scene.suite, nights(2, 1, 1)).await;
        let (li, other) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        scene.hours_before(&chen, &number, 10).await;
        scene.changes(&chen, &number, &scene.room, nights(9, 1, 1)).await.unwrap();
        for (asker, number) in [(&chen, &number), (&li, &other)] {
            scene.cancels(asker, number).await.unwrap();
        }
        scene.house.clock.forward(TimeDelta::days(60));
        let rows = due(&scene).await;
        assert_eq!(rows.len(), 1, "the other's fee was paid before: {rows:?}");
        assert_eq!((rows[0].booking.number.as_str(), rows[0].of), (number.as_str(), DueFor::Fee));
        assert_eq!((rows[0].due, rows[0].until), (Fen(29_000), None));
        takes(&scene, &number, "290").await;
        assert_eq!(due(&scene).await, []);
        scene.is_sound().await;
    })
    .await;
}
