//! What a booking may become when its offer is not on sale any more, and elsewhere (B10).

use domain::{
    Fault, Fen, Rule, Shortage,
    booking::Number,
    catalogue::Way,
    change::{Asked, DetailsForm, Operation},
    time::to_micros,
};
use i18n::Script;
use sea_orm::ConnectionTrait as _;
use services::{Asker, catalogue, change};

use crate::{
    mind::{Scene, nights, seats},
    people::refusal,
    util::{House, on_both, shop::day},
};

async fn withdraws(scene: &Scene, table: &str, slug: &str) {
    let since = to_micros(scene.house.cx.now());
    let statement = format!("UPDATE {table} SET off_since = {since} WHERE slug = '{slug}'");
    scene.house.db.execute_unprepared(&statement).await.unwrap();
}

/// Slugs of what a booking may be changed to.
async fn offers(scene: &Scene, asker: &Asker, number: &Number, wanted: &str) -> Vec<String> {
    let offers = change::offers(&scene.house.cx, asker, Script::Hans, number, wanted).await.unwrap();
    offers.into_iter().map(|(slug, _)| slug).collect()
}

async fn booked(scene: &Scene, asker: &Asker, number: &Number) -> Asked {
    change::standing(&scene.house.cx, asker, Script::Hans, number).await.unwrap().booked
}

/// Since today, when it was withdrawn.
fn not_sold(scene: &Scene) -> Rule {
    Rule::Invalid(vec![Fault::dated("slug", "not-sold", scene.house.cx.today())])
}

#[tokio::test]
async fn what_is_not_on_sale_any_more_is_given_back_or_exchanged_but_sells_nothing() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 2, 2)).await;
        withdraws(&scene, "offer", "room").await;
        assert_eq!(offers(&scene, &chen, &number, "room").await, ["room", "suite"]);
        let booked = booked(&scene, &chen, &number).await;
        let (page, _) = change::wanted(&scene.house.cx, Script::Hans, &booked, "room", day(3)).await.unwrap();
        assert_eq!((page.slug.as_str(), page.name.as_str()), ("room", "room 简"));
        for more in [nights(3, 3, 2), nights(3, 2, 3), nights(4, 2, 2), nights(2, 2, 2)] {
            assert_eq!(refusal(scene.quote(&chen, &number, &scene.room, more).await), not_sold(&scene));
        }
        let form = DetailsForm { number: number.to_string(), remarks: "晚到".to_owned(), ..DetailsForm::default() };
        change::tell_details(&scene.house.cx, &chen, &form, "").await.unwrap();
        scene.changes(&chen, &number, &scene.room, nights(3, 1, 2)).await.unwrap();
        scene.changes(&chen, &number, &scene.room, nights(3, 1, 1)).await.unwrap();
        assert_eq!(scene.taken(&scene.room).await[2..4], [1, 0]);
        scene.changes(&chen, &number, &scene.suite, nights(3, 1, 1)).await.unwrap();
        scene.pays(&chen, &number).await;
        assert_eq!(scene.booking(&chen, &number).await.slug, "suite");
        assert_eq!(offers(&scene, &chen, &number, "suite").await, ["suite"]);
        let back = scene.quote(&chen, &number, &scene.room, nights(3, 1, 1)).await;
        assert_eq!(refusal(back), Rule::Unknown, "there is no way back");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_place_that_is_closed_for_good_takes_back_what_it_sold() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let (lin, room) = scene.sold(&scene.room, nights(3, 1, 2)).await;
        withdraws(&scene, "place", "line").await;
        withdraws(&scene, "place", "hotel").await;
        assert_eq!(offers(&scene, &chen, &number, "coach").await, ["coach"]);
        assert_eq!(offers(&scene, &lin, &room, "suite").await, ["room"]);
        let booked = booked(&scene, &chen, &number).await;
        let (_, slots) = change::wanted(&scene.house.cx, Script::Hans, &booked, "coach", day(3)).await.unwrap();
        let shortages: Vec<_> = slots.into_iter().map(|slot| slot.shortage).collect();
        assert_eq!(shortages, [Some(Shortage::None), Some(Shortage::None)]);
        let later = scene.quote(&chen, &number, &scene.coach, seats(3, "15:00", 2)).await;
        assert_eq!(refusal(later), not_sold(&scene));
        let elsewhere = change::wanted(&scene.house.cx, Script::Hans, &booked, "room", day(3)).await;
        assert_eq!(refusal(elsewhere), Rule::Unknown);
        scene.changes(&chen, &number, &scene.coach, seats(3, "09:00", 1)).await.unwrap();
        scene.changes(&lin, &room, &scene.room, nights(3, 1, 1)).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_proposed_elsewhere_is_named_and_can_be_had() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2).await;
        let inn = scene.house.hotel("inn", 4, 12).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        scene.sold(&scene.room, nights(5, 1, 2)).await;
        let full = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap();
        assert_eq!(full.shortage, Some(Shortage::Sold));
        let ways: Vec<_> = full.alternatives.iter().map(|one| (one.way, one.slug.as_str())).collect();
        assert_eq!(ways, [(Way::Date, "room"), (Way::Date, "room"), (Way::Elsewhere, "inn")]);
        let proposed = full.alternatives.last().unwrap();
        for alternative in &full.alternatives {
            let quoted = catalogue::quote(&scene.house.cx, Script::Hans, &alternative.slug, &alternative.wish).await;
            assert_eq!(quoted.unwrap().shortage, None, "{alternative:?}");
        }
        assert_eq!(offers(&scene, &chen, &number, "room").await, ["room", "suite"], "nobody wants anything elsewhere");
        assert_eq!(offers(&scene, &chen, &number, "coach").await, ["room", "suite"], "a room is no seat");
        let named = change::offers(&scene.house.cx, &chen, Script::Hans, &number, "inn").await.unwrap();
        assert_eq!(named.last(), Some(&("inn".to_owned(), proposed.name.clone())));
        assert_eq!(named[0].1, "room 简", "of the own place the offer's name is enough");
        let quote = scene.quote(&chen, &number, &inn, proposed.wish.clone()).await.unwrap();
        let named = Operation::Offer("云栖饭店 · room 简".to_owned(), "inn 饭店 · inn 简".to_owned());
        assert_eq!(quote.operations[0], named, "of two places both are named");
        assert_eq!(scene.commit(&chen, &number, &quote).await.unwrap().due, Fen::ZERO);
        assert_eq!(scene.booking(&chen, &number).await.row.place, "inn 饭店");
        scene.is_sound().await;
    })
    .await;
}
