//! Stays that must have some nights: neither booked nor changed to fewer, nor divided into such (B1, B10).

use domain::{
    Fault, Kind, Rule,
    booking::Order,
    catalogue::{SearchForm, SearchPage, Way},
    change::Cut,
};
use i18n::Script;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set};
use services::{booking, catalogue};

use crate::{
    mind::{Scene, nights, of_units},
    people::{guest, refusal},
    util::{
        House, on_both,
        shop::{Ware, day, stay},
    },
    wares::order,
};

/// From now on an offer asks for so many nights.
async fn asks_for(house: &House, ware: &Ware, nights: i32) {
    let row = entity::offer::ActiveModel { id: Set(ware.offer.id), least_nights: Set(nights), ..Default::default() };
    row.update(&house.db).await.unwrap();
}

fn too_few(nights: i64) -> Rule {
    Rule::Invalid(vec![Fault::bound("nights", "too-few", nights)])
}

#[tokio::test]
async fn a_stay_is_not_booked_for_a_night_less() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        asks_for(&scene.house, &scene.suite, 2).await;
        let asker = guest(&scene.house.cx).await;
        let order = Order { wish: nights(3, 1, 1), ..order(&scene.suite, 1) };
        let placed = booking::place(&scene.house.cx, &asker, Script::Hans, "key", &order).await;
        assert_eq!(refusal(placed), too_few(2));
        scene.sold(&scene.suite, nights(3, 2, 1)).await;
        let page = catalogue::offer(&scene.house.cx, Script::Hans, "suite").await.unwrap();
        assert_eq!(page.limits.least_nights, 2);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_booking_is_not_changed_to_a_night_less() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (lin, before) = scene.sold(&scene.suite, nights(3, 1, 2)).await;
        asks_for(&scene.house, &scene.suite, 2).await;
        let (chen, number) = scene.sold(&scene.suite, nights(3, 3, 1)).await;
        scene.changes(&chen, &number, &scene.suite, nights(3, 2, 1)).await.unwrap();
        let shorter = scene.quote(&chen, &number, &scene.suite, nights(3, 1, 1)).await;
        assert_eq!(refusal(shorter), too_few(2));
        let (li, room) = scene.sold(&scene.room, nights(3, 1, 1)).await;
        let elsewhere = scene.quote(&li, &room, &scene.suite, nights(3, 1, 1)).await;
        assert_eq!(refusal(elsewhere), too_few(2));
        // Who has booked a night when that was enough may still give a room back.
        scene.changes(&lin, &before, &scene.suite, nights(3, 1, 1)).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn no_part_of_a_booking_is_a_night_too_short() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (lin, short) = scene.sold(&scene.suite, nights(2, 3, 1)).await;
        asks_for(&scene.house, &scene.suite, 2).await;
        let (chen, number) = scene.sold(&scene.suite, nights(2, 4, 2)).await;
        let unknown = Rule::Invalid(vec![Fault::new("from", "unknown")]);
        for (asker, number, after) in [(&lin, &short, 3), (&lin, &short, 4), (&chen, &number, 3), (&chen, &number, 5)] {
            let parted = scene.divides(asker, number, Cut::From(day(after))).await;
            assert_eq!(refusal(parted), unknown, "from day {after}");
        }
        let part = scene.divides(&chen, &number, Cut::From(day(4))).await.unwrap();
        for number in [&number, &part] {
            let parted = scene.divides(&chen, number, Cut::From(day(3))).await;
            assert_eq!(refusal(parted), unknown, "two nights are no four");
        }
        scene.divides(&chen, &number, of_units(1)).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_asks_for_more_nights_is_neither_found_nor_proposed() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 1, 9).await;
        let villa = house.hotel("villa", 5, 9).await;
        asks_for(&house, &villa, 2).await;
        let found = async |nights: &str, heads: &str| -> SearchPage {
            let form = SearchForm { nights: nights.to_owned(), heads: heads.to_owned(), ..SearchForm::default() };
            let search = form.parse(Kind::Stay, house.cx.today()).unwrap();
            catalogue::search(&house.cx, Script::Hans, &search).await.unwrap()
        };
        assert_eq!((found("1", "2").await.total, found("2", "2").await.total), (1, 2));
        house.buys(&hotel, &stay(day(1), 2, 1)).await.unwrap();
        let elsewhere = async |nights: u32| {
            let quoted = catalogue::quote(&house.cx, Script::Hans, "hotel", &stay(day(1), nights, 1)).await.unwrap();
            quoted.alternatives.iter().filter(|one| one.way == Way::Elsewhere).count()
        };
        assert_eq!((elsewhere(1).await, elsewhere(2).await), (0, 1));
        asks_for(&house, &hotel, 3).await;
        let none = found("1", "2").await;
        assert_eq!((none.total, none.bounds.unwrap().nights), (0, Some(2)), "two nights would do");
        assert_eq!(found("1", "9").await.bounds.unwrap().nights, None, "the party is too large however long it stays");
    })
    .await;
}
