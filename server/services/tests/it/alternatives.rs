//! What is proposed instead really is free, for the whole of the wish (B1).

use domain::{
    Fen, Kind,
    catalogue::{Alternative, SearchForm, Way, Wish},
};
use i18n::Script;
use sea_orm::ActiveValue::Set;
use services::catalogue;

use crate::util::{
    House, on_both,
    shop::{day, party, stay},
};

/// What is proposed instead of a wish that cannot be met.
async fn instead(house: &House, slug: &str, wish: &Wish) -> Vec<Alternative> {
    let quoted = catalogue::quote(&house.cx, Script::Hans, slug, wish).await.unwrap();
    assert!(quoted.shortage.is_some(), "the wish can be met");
    quoted.alternatives
}

/// Each of them can be booked as it is, at its price.
async fn all_can_be_had(house: &House, alternatives: &[Alternative]) {
    for alternative in alternatives {
        let quoted = catalogue::quote(&house.cx, Script::Hans, &alternative.slug, &alternative.wish).await.unwrap();
        assert_eq!((quoted.shortage, quoted.total), (None, alternative.total), "{alternative:?}");
        assert_eq!(alternative.free, quoted.free + alternative.wish.units);
    }
}

#[tokio::test]
async fn a_full_departure_has_another_time_another_day_and_another_line() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 2, "09:00").await;
        let resource = coach.offer.resource_id;
        house.slot(resource, day(0), "07:00", 90, 1).await;
        house.slot(resource, day(0), "13:00", 90, 9).await;
        house.slot(resource, day(3), "09:00", 90, 9).await;
        house.coach("other", 9, "09:30").await;
        // Another route is no way to get there.
        let away = house.coach("away", 9, "09:00").await;
        let route = entity::place::ActiveModel {
            id: Set(away.place.id),
            destination: Set(Some("shanghai".to_owned())),
            ..Default::default()
        };
        sea_orm::ActiveModelTrait::update(route, &house.db).await.unwrap();
        let wish = party(day(0), "09:00", 2);
        house.buys(&coach, &wish).await.unwrap();

        let found = instead(&house, "coach", &wish).await;
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.way, one.slug.as_str(), one.wish.day, one.wish.at.unwrap().to_string()))
            .collect();
        assert_eq!(
            told,
            [
                (Way::Time, "coach", day(0), "13:00:00".to_owned()),
                (Way::Date, "coach", day(3), "09:00:00".to_owned()),
                (Way::Elsewhere, "other", day(0), "09:30:00".to_owned()),
            ]
        );
        all_can_be_had(&house, &found).await;
    })
    .await;
}

#[tokio::test]
async fn a_stay_is_moved_only_to_days_with_every_night_free() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 1, 9).await;
        house.buys(&hotel, &stay(day(1), 1, 1)).await.unwrap();
        house.buys(&hotel, &stay(day(4), 1, 1)).await.unwrap();
        let found = instead(&house, "hotel", &stay(day(1), 2, 1)).await;
        let days: Vec<_> = found.iter().map(|one| (one.way, one.wish.day)).collect();
        assert_eq!(days, [(Way::Date, day(2)), (Way::Date, day(5)), (Way::Date, day(6))]);
        all_can_be_had(&house, &found).await;
    })
    .await;
}

#[tokio::test]
async fn elsewhere_is_the_same_class_at_the_nearest_price() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 1, 1).await;
        for (slug, surcharge, class) in
            [("dear", 90_000, "standard"), ("near", 1_000, "standard"), ("suite", 0, "suite"), ("full", 0, "standard")]
        {
            let place = house.place("stay", &format!("{slug}-place"), slug).await;
            let resource = house.resource(&place).await;
            let ware = house
                .offer_of(&place, slug, resource, |offer| {
                    offer.surcharge_fen = Set(surcharge);
                    offer.class = Set(class.to_owned());
                })
                .await;
            house.night(resource, day(0), 1).await;
            if slug == "full" {
                house.buys(&ware, &stay(day(0), 1, 1)).await.unwrap();
            }
        }
        let wish = stay(day(0), 1, 1);
        house.buys(&hotel, &wish).await.unwrap();
        let found = instead(&house, "hotel", &wish).await;
        let told: Vec<_> = found.iter().map(|one| (one.way, one.slug.as_str(), one.total)).collect();
        assert_eq!(told, [(Way::Elsewhere, "near", Fen(49_000)), (Way::Elsewhere, "dear", Fen(138_000))]);
        all_can_be_had(&house, &found).await;
    })
    .await;
}

#[tokio::test]
async fn the_results_page_proposes_the_same() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 1, 9).await;
        house.hotel("other", 1, 1).await;
        let wish = stay(day(0), 1, 1);
        house.buys(&hotel, &wish).await.unwrap();
        let form = SearchForm { heads: "1".to_owned(), day: day(0).to_string(), ..Default::default() };
        let search = form.parse(Kind::Stay, house.cx.today()).unwrap();
        let page = catalogue::search(&house.cx, Script::Hans, &search).await.unwrap();
        let hit = page.hits.iter().flat_map(|hit| &hit.offers).find(|offer| offer.slug == "hotel").unwrap();
        assert_eq!(hit.alternatives, instead(&house, "hotel", &wish).await);
        assert_eq!(hit.alternatives.len(), 3);
        all_can_be_had(&house, &hit.alternatives).await;
    })
    .await;
}
