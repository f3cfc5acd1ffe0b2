//! Every edge of the terms to the microsecond, in what is shown and in what is done, of rooms, tables and seats (B10, B11).

use chrono::TimeDelta;
use domain::{Fen, Rule, catalogue::Wish};
use services::booking;

use crate::{
    mind::{Scene, nights, seats},
    people::refusal,
    util::{House, on_both, shop::Ware},
};

/// What is sold, and what somebody moves it to.
async fn wares(scene: &Scene) -> [(Ware, Wish, Wish); 3] {
    let table = scene.table(9, 9).await;
    [
        (scene.room.clone(), nights(5, 1, 1), nights(8, 1, 1)),
        (scene.coach.clone(), seats(5, "09:00", 2), seats(8, "15:00", 2)),
        (table, seats(5, "11:00", 3), seats(8, "12:00", 3)),
    ]
}

#[tokio::test]
async fn what_a_cancellation_gives_back_changes_at_the_edge_and_not_before() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let opening = scene.house.cx.now();
        for (ware, wish, _) in wares(&scene).await {
            for (hours, before, after) in [(48, 100, 80), (24, 80, 50), (2, 50, 0)] {
                for (tick, percent) in [(-1, before), (0, before), (1, after)] {
                    scene.house.clock.turn_to(opening);
                    let (chen, number) = scene.sold(&ware, wish.clone()).await;
                    let row = scene.booking(&chen, &number).await.row;
                    let edge = row.starts - TimeDelta::hours(hours);
                    scene.house.clock.turn_to(edge + TimeDelta::microseconds(tick));
                    let said = format!("{} {hours} hours before and {tick} µs", ware.offer.slug);
                    let back = Fen(row.total.0 * percent / 100);
                    let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
                    assert_eq!((quote.refund, quote.fee), (back, row.total - back), "{said}");
                    assert_eq!(quote.step_until == Some(edge), tick <= 0, "{said}");
                    assert_eq!(scene.cancels(&chen, &number).await.unwrap(), back, "{said}");
                    let refunds = scene.receipt(&chen, &number).await.refunds;
                    assert_eq!(refunds.iter().map(|refund| refund.amount).sum::<Fen>(), back, "{said}");
                }
            }
            scene.is_sound().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_move_is_in_time_at_the_edge_and_too_late_after_it() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let opening = scene.house.cx.now();
        for (ware, wish, later) in wares(&scene).await {
            scene.house.clock.turn_to(opening);
            let (chen, number) = scene.sold(&ware, wish).await;
            let edge = scene.booking(&chen, &number).await.change_until;
            for tick in [-1, 0] {
                scene.house.clock.turn_to(edge + TimeDelta::microseconds(tick));
                let quote = scene.quote(&chen, &number, &ware, later.clone()).await.unwrap();
                assert!(quote.expires <= edge, "it holds no longer than it may be done");
            }
            let quote = scene.quote(&chen, &number, &ware, later.clone()).await.unwrap();
            scene.house.clock.turn_to(edge + TimeDelta::microseconds(1));
            let late = scene.quote(&chen, &number, &ware, later.clone()).await;
            assert_eq!(refusal(late), Rule::TooLate(edge), "{}", ware.offer.slug);
            assert_eq!(refusal(scene.commit(&chen, &number, &quote).await), Rule::QuoteOver(Some(edge)));
            scene.house.clock.turn_to(edge);
            scene.commit(&chen, &number, &quote).await.unwrap();
            scene.is_sound().await;
        }
    })
    .await;
}
