//! The free move of an urgent case (B13): once, later, without a fee, up to the start of the service; the floor stays.

use domain::{
    Fen, Rule,
    booking::Number,
    catalogue::Wish,
    change::{Asked, ChangeQuote},
    terms::{Relief, Terms},
};
use i18n::Script;
use sea_orm::ConnectionTrait as _;
use services::{Asker, Result, change};

use crate::{
    mind::{Scene, nights, seats},
    people::refusal,
    util::{
        House, on_both,
        shop::{Ware, day},
    },
};

/// A scene whose bookings have a free move of so many days, and else cost a fee when they are moved.
async fn scene(house: House, days: u32) -> Scene {
    let scene = Scene::of(house, 1).await;
    let relief = Relief { move_days: days, ..Relief::default() };
    let terms = Terms { relief, change_fee: Fen(5_000), change_hours: 48, ..Terms::standard() };
    for ware in [&scene.room, &scene.suite, &scene.coach] {
        scene.house.sells_by(ware, &terms).await;
    }
    scene
}

async fn quote(scene: &Scene, asker: &Asker, number: &Number, ware: &Ware, wish: Wish) -> Result<ChangeQuote> {
    let asked = Asked { slug: ware.offer.slug.clone(), wish, free: true };
    change::quote(&scene.house.cx, asker, Script::Hans, number, &asked).await
}

async fn next(scene: &Scene, asker: &Asker, number: &Number) -> Option<Option<Wish>> {
    let found = change::free_move(&scene.house.cx, asker, Script::Hans, number).await.unwrap();
    found.map(|found| found.next)
}

#[tokio::test]
async fn it_costs_no_fee_once_and_the_floor_stays() {
    on_both(async |house: House| {
        let scene = scene(house, 5).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        scene.hours_before(&chen, &number, 10).await;
        let late = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await;
        assert!(matches!(refusal(late), Rule::TooLate(_)), "as any move it would come too late");
        let quoted = quote(&scene, &chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap();
        assert_eq!((quoted.fee, quoted.change_fee, quoted.difference), (Fen::ZERO, Fen::ZERO, Fen::ZERO));
        let moved = scene.house.cx.now();
        scene.commit(&chen, &number, &quoted).await.unwrap();
        assert_eq!(next(&scene, &chen, &number).await, None, "he has had it");
        let again = quote(&scene, &chen, &number, &scene.room, nights(6, 1, 1)).await;
        assert_eq!(refusal(again), Rule::NoFreeMove(Some(moved)));
        assert_eq!(
            scene.cancels(&chen, &number).await.unwrap(),
            Fen(24_000),
            "half, as ten hours before the first time"
        );
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn only_the_time_may_change_and_only_to_a_later_one_in_reach() {
    on_both(async |house: House| {
        let scene = scene(house, 3).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        for (ware, wish) in [
            (&scene.room, nights(3, 1, 1)),
            (&scene.room, nights(8, 1, 1)),
            (&scene.room, nights(5, 2, 1)),
            (&scene.suite, nights(5, 1, 1)),
        ] {
            assert_eq!(refusal(quote(&scene, &chen, &number, ware, wish).await), Rule::NoFreeMove(None));
        }
        quote(&scene, &chen, &number, &scene.room, nights(7, 1, 1)).await.unwrap();
        scene.hours_before(&chen, &number, 0).await;
        let begun = quote(&scene, &chen, &number, &scene.room, nights(7, 1, 1)).await;
        let starts = scene.house.cx.now();
        assert_eq!(refusal(begun), Rule::NoFreeMove(Some(starts)), "the service has begun");
        assert_eq!(next(&scene, &chen, &number).await, None);
    })
    .await;
}

#[tokio::test]
async fn the_next_time_that_is_free_is_found() {
    on_both(async |house: House| {
        let scene = scene(house, 6).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        for taken in [3, 4] {
            scene.sold(&scene.room, nights(taken, 1, 1)).await;
        }
        assert_eq!(next(&scene, &chen, &number).await, Some(Some(nights(5, 1, 1))));
        let (lin, seat) = scene.sold(&scene.coach, seats(2, "09:00", 1)).await;
        scene.sold(&scene.coach, seats(3, "09:00", 1)).await;
        assert_eq!(next(&scene, &lin, &seat).await, Some(Some(seats(3, "15:00", 1))), "another time of that day");
        let quoted = quote(&scene, &lin, &seat, &scene.coach, seats(3, "15:00", 1)).await.unwrap();
        let moved = scene.commit(&lin, &seat, &quoted).await.unwrap();
        assert_ne!(moved.number, seat, "a trip that is moved has a new number");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_else_is_free_is_where_it_may_go() {
    on_both(async |house: House| {
        let scene = scene(house, 3).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        scene.sold(&scene.room, nights(5, 1, 1)).await;
        let usual = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap().alternatives;
        assert!(usual.iter().any(|other| other.slug != "room" || other.wish.day < nights(4, 1, 1).day), "{usual:?}");
        let quoted = quote(&scene, &chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap();
        assert!(quoted.shortage.is_some() && !quoted.alternatives.is_empty());
        for other in quoted.alternatives {
            assert_eq!(other.slug, "room");
            let moved = quote(&scene, &chen, &number, &scene.room, other.wish).await.unwrap();
            assert_eq!(moved.shortage, None);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_not_sold_any_more_has_none_to_go_to_but_can_be_given_up() {
    on_both(async |house: House| {
        let scene = scene(house, 5).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        let (lin, seat) = scene.sold(&scene.coach, seats(2, "09:00", 1)).await;
        scene.house.db.execute_unprepared("UPDATE offer SET off_since = 1").await.unwrap();
        assert_eq!(next(&scene, &chen, &number).await, Some(None));
        assert_eq!(next(&scene, &lin, &seat).await, Some(None));
        scene.cancels(&chen, &number).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn there_is_none_where_the_terms_give_none_or_nothing_is_free() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 1).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        assert_eq!(next(&scene, &chen, &number).await, None);
        let outcome = quote(&scene, &chen, &number, &scene.room, nights(3, 1, 1)).await;
        assert_eq!(refusal(outcome), Rule::NoFreeMove(None));
    })
    .await;
    on_both(async |house: House| {
        let scene = scene(house, 1).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        scene.sold(&scene.room, nights(3, 1, 1)).await;
        assert_eq!(next(&scene, &chen, &number).await, Some(None));
        let (lin, held) = scene.held(&scene.room, nights(4, 1, 1)).await;
        assert_eq!(next(&scene, &lin, &held).await, None, "what is not paid may be moved without a fee anyway");
    })
    .await;
}

#[tokio::test]
async fn the_next_time_is_looked_for_until_the_last_day_that_the_terms_give() {
    let (room, seat) = (Some(nights(45, 2, 1)), Some(seats(190, "10:00", 1)));
    for (days, room, seat) in [(42, None, None), (43, room.clone(), None), (200, room, seat)] {
        on_both(async |house: House| {
            let scene = scene(house, days).await;
            let (chen, number) = scene.sold(&scene.room, nights(2, 2, 1)).await;
            let (lin, coach) = scene.sold(&scene.coach, seats(2, "09:00", 1)).await;
            scene.house.db.execute_unprepared("UPDATE slice SET closed = true WHERE taken = 0").await.unwrap();
            // A night by itself is too short.
            for after in [30, 45, 46] {
                scene.house.night(scene.room.offer.resource_id, day(after), 1).await;
            }
            scene.house.slot(scene.coach.offer.resource_id, day(190), "10:00", 90, 1).await;
            assert_eq!(next(&scene, &chen, &number).await, Some(room.clone()), "{days} days");
            assert_eq!(next(&scene, &lin, &coach).await, Some(seat.clone()), "{days} days");
        })
        .await;
    }
}

#[tokio::test]
async fn what_the_booking_has_itself_is_free_for_it() {
    on_both(async |house: House| {
        let scene = scene(house, 9).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 3, 1)).await;
        assert_eq!(next(&scene, &chen, &number).await, Some(Some(nights(3, 3, 1))));
        scene.sold(&scene.room, nights(5, 1, 1)).await;
        assert_eq!(next(&scene, &chen, &number).await, Some(Some(nights(6, 3, 1))));
    })
    .await;
}
