//! What is found, what it costs, what is left of it (B1, K1–K3).

use std::time::Duration;

use chrono::TimeDelta;
use domain::{
    Fault, Fen, Kind, Rule, Shortage,
    booking::Item,
    catalogue::{Search, SearchForm, SearchPage},
    time::at,
};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::{Error, catalogue};

use crate::util::{
    House, on_both,
    shop::{day, party, stay, time},
};

/// What a form asks for.
fn asked(kind: Kind, form: SearchForm) -> Search {
    let today = day(0).pred_opt().unwrap();
    form.parse(kind, today).unwrap()
}

async fn found(house: &House, kind: Kind, form: SearchForm) -> SearchPage {
    catalogue::search(&house.cx, Script::Hans, &asked(kind, form)).await.unwrap()
}

#[tokio::test]
async fn either_script_finds_what_is_written_in_the_other() {
    on_both(async |house: House| {
        house.hotel("garden", 3, 3).await;
        let place = house.place("stay", "place", "颐和园酒店").await;
        house.offer(&place, "summer").await;
        for q in ["颐和园", "頤和園", "頤和 酒店", "頤和　飯店"] {
            let page = found(&house, Kind::Stay, SearchForm { q: q.to_owned(), ..Default::default() }).await;
            let names: Vec<_> = page.hits.iter().map(|hit| hit.name.as_str()).collect();
            let expected: &[&str] = if q.contains('飯') { &[] } else { &["颐和园酒店"] };
            assert_eq!(names, expected, "{q}");
        }
        for q in ["%", "_", "\\", "'"] {
            let page = found(&house, Kind::Stay, SearchForm { q: q.to_owned(), ..Default::default() }).await;
            assert_eq!(page.total, 0, "{q} is an ordinary sign");
        }
    })
    .await;
}

#[tokio::test]
async fn ten_places_are_on_a_page_and_the_rest_on_the_next() {
    on_both(async |house: House| {
        for number in 0..12 {
            house.hotel(&format!("hotel-{number:02}"), 1, 1).await;
        }
        let page = |page: &str| SearchForm { page: page.to_owned(), ..Default::default() };
        let first = found(&house, Kind::Stay, page("")).await;
        assert_eq!((first.hits.len(), first.total, first.page, first.pages), (10, 12, 1, 2));
        let second = found(&house, Kind::Stay, page("2")).await;
        assert_eq!((second.hits.len(), second.total, second.page, second.pages), (2, 12, 2, 2));
        let beyond = found(&house, Kind::Stay, page("7")).await;
        assert_eq!((beyond.hits.len(), beyond.total, beyond.pages), (0, 12, 2));
        let none = found(&house, Kind::Venue, page("")).await;
        assert_eq!((none.hits.len(), none.total, none.pages), (0, 0, 1));
    })
    .await;
}

#[tokio::test]
async fn a_stay_costs_what_each_night_costs_and_has_what_its_fullest_night_has() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 5, 1).await;
        let resource = hotel.offer.resource_id;
        let span = (at(day(1), time("14:00")), at(day(2), time("12:00")));
        house.slice(resource, day(1), span, 5, 52_001).await;
        house.buys(&hotel, &stay(day(1), 1, 2)).await.unwrap();
        let form =
            SearchForm { nights: "2".to_owned(), rooms: "2".to_owned(), heads: "4".to_owned(), ..Default::default() };
        let page = found(&house, Kind::Stay, form).await;
        let hit = &page.hits[0].offers[0];
        assert_eq!((hit.each, hit.total, hit.free), (Fen(50_001), Fen(200_002), 3));
        assert_eq!((hit.shortage.as_ref(), hit.slots.len(), hit.alternatives.len()), (None, 0, 0));
        assert_eq!(hit.tags, ["含早餐", "可取消"]);
        // Standard terms: free until two days before.
        assert_eq!(hit.free_until, None);

        let quoted = catalogue::quote(&house.cx, Script::Hans, "hotel", &stay(day(0), 2, 2)).await.unwrap();
        assert_eq!((quoted.total, quoted.free, quoted.shortage), (Fen(200_002), 1, None));
        assert_eq!((quoted.starts, quoted.ends), (at(day(0), time("14:00")), at(day(2), time("12:00"))));
        let lines: Vec<_> = quoted.lines.iter().map(|line| (line.item.clone(), line.count, line.total)).collect();
        assert_eq!(lines, [(Item::Night(day(0)), 2, Fen(96_000)), (Item::Night(day(1)), 2, Fen(104_002))]);
        assert!(quoted.hold_until > house.cx.now() && quoted.hold_until <= quoted.starts);
    })
    .await;
}

#[tokio::test]
async fn an_offer_too_small_for_the_party_is_not_found() {
    on_both(async |house: House| {
        house.hotel("hotel", 5, 1).await;
        let heads = |heads: &str| SearchForm { heads: heads.to_owned(), ..Default::default() };
        assert_eq!(found(&house, Kind::Stay, heads("2")).await.total, 1);
        assert_eq!(found(&house, Kind::Stay, heads("3")).await.total, 0);
    })
    .await;
}

#[tokio::test]
async fn a_party_pays_its_first_slot_and_its_extras() {
    on_both(async |house: House| {
        let place = house.place("venue", "place", "会议厅").await;
        let hall = house.resource(&place).await;
        let venue = house
            .offer_of(&place, "hall", hall, |offer| {
                offer.span_slots = Set(2);
                offer.surcharge_fen = Set(500);
            })
            .await;
        for start in ["09:00", "10:00", "14:00"] {
            house.slot(hall, day(0), start, 60, 40).await;
        }
        house.extra(&venue, "tea", 1_200, true).await;
        house.extra(&venue, "beamer", 30_000, false).await;
        let mut wish = party(day(0), "09:00", 10);
        wish.extras = vec!["beamer".to_owned(), "tea".to_owned()];
        let quoted = catalogue::quote(&house.cx, Script::Hans, "hall", &wish).await.unwrap();
        assert_eq!(quoted.total, Fen(85_000 + 12_000 + 30_000));
        assert_eq!((quoted.starts, quoted.ends), (at(day(0), time("09:00")), at(day(0), time("11:00"))));
        // Neither from ten (the next slot is not at eleven) nor from two (there is none after) are there two hours.
        let starts: Vec<_> = quoted.slots.iter().map(|slot| slot.at).collect();
        assert_eq!(starts, [time("09:00")]);
        let late = catalogue::quote(&house.cx, Script::Hans, "hall", &party(day(0), "10:00", 10)).await.unwrap();
        assert_eq!(late.shortage, Some(Shortage::None));
    })
    .await;
}

#[tokio::test]
async fn what_has_begun_is_not_offered() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 9, "09:00").await;
        house.slot(coach.offer.resource_id, day(0), "15:00", 90, 9).await;
        house.clock.turn_to(at(day(0), time("09:00")));
        let form = SearchForm { day: day(0).to_string(), ..Default::default() };
        let page = catalogue::search(&house.cx, Script::Hans, &asked(Kind::Trip, form)).await.unwrap();
        let starts: Vec<_> = page.hits[0].offers[0].slots.iter().map(|slot| slot.at).collect();
        assert_eq!(starts, [time("15:00")]);
        let refused = catalogue::quote(&house.cx, Script::Hans, "coach", &party(day(0), "09:00", 1)).await;
        let Err(Error::Refused(Rule::Invalid(faults))) = refused else { panic!("{refused:?}") };
        assert_eq!(faults, [Fault::new("at", "past")]);
        assert!(house.buys(&coach, &party(day(0), "09:00", 1)).await.is_err());
        house.buys(&coach, &party(day(0), "15:00", 1)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_room_is_let_until_late_in_the_evening() {
    on_both(async |house: House| {
        let place = house.place("stay", "inn", "客栈").await;
        let resource = house.resource(&place).await;
        let inn = house.offer_of(&place, "inn", resource, |offer| offer.late_minutes = Set(540)).await;
        house.night(resource, day(0), 3).await;
        let wish = stay(day(0), 1, 1);
        let quote = async || catalogue::quote(&house.cx, Script::Hans, "inn", &wish).await;
        let (check_in, latest) = (at(day(0), time("14:00")), at(day(0), time("23:00")));
        house.clock.turn_to(check_in - TimeDelta::minutes(10));
        let quoted = quote().await.unwrap();
        assert!(quoted.shortage.is_none() && quoted.hold_until > check_in, "{quoted:?}");
        house.clock.turn_to(latest - TimeDelta::minutes(10));
        let quoted = quote().await.unwrap();
        assert_eq!((quoted.shortage, quoted.hold_until), (None, latest));
        house.buys(&inn, &wish).await.unwrap();
        house.clock.turn_to(latest);
        let Err(Error::Refused(Rule::Invalid(faults))) = quote().await else { panic!("it is too late") };
        assert_eq!(faults, [Fault::new("day", "past")]);
        assert!(house.buys(&inn, &wish).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_lapsed_hold_is_shown_as_free_before_anybody_sweeps() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 2, "09:00").await;
        let wish = party(day(0), "09:00", 2);
        house.holds(&coach, &wish, TimeDelta::minutes(30)).await.unwrap();
        let quote = async || catalogue::quote(&house.cx, Script::Hans, "coach", &wish).await.unwrap();
        assert_eq!(quote().await.shortage, Some(Shortage::Held));
        house.clock.forward(TimeDelta::minutes(30));
        let quoted = quote().await;
        assert_eq!((quoted.shortage, quoted.free), (None, 0));
        let cells = catalogue::calendar(&house.cx, Script::Hans, "coach", day(0), 2, 2).await.unwrap();
        assert_eq!((cells[0].free, cells[0].each, cells[0].shortage.as_ref()), (2, Some(Fen(8_000)), None));
        assert_eq!((cells[1].free, cells[1].each, cells[1].shortage.as_ref()), (0, None, Some(&Shortage::None)));
    })
    .await;
}

#[tokio::test]
async fn a_closed_night_is_shown_with_its_reason_in_the_readers_script() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 2, 2).await;
        house.close(house.slices(hotel.offer.resource_id).await[1].id, "装修", "裝修").await;
        let shown = async |script| {
            let quoted = catalogue::quote(&house.cx, script, "hotel", &stay(day(0), 2, 1)).await.unwrap();
            quoted.shortage.unwrap()
        };
        assert_eq!(shown(Script::Hans).await, Shortage::Closed("装修".to_owned()));
        assert_eq!(shown(Script::Hant).await, Shortage::Closed("裝修".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_sold_is_unknown() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 2, 2).await;
        let place =
            entity::place::ActiveModel { id: Set(hotel.place.id), off_since: Set(Some(1)), ..Default::default() };
        place.update(&house.db).await.unwrap();
        for slug in ["hotel", "nowhere", "'; DROP TABLE slice; --"] {
            let refused = catalogue::offer(&house.cx, Script::Hans, slug).await.unwrap_err();
            assert_eq!(refused.rule(), Some(&Rule::Unknown), "{slug}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_home_page_names_recommended_places_with_their_lowest_price() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 2, 2).await;
        house.coach("coach", 2, "09:00").await;
        let place =
            entity::place::ActiveModel { id: Set(hotel.place.id), recommended: Set(true), ..Default::default() };
        place.update(&house.db).await.unwrap();
        let cards = catalogue::featured(&house.cx, Script::Hant).await.unwrap();
        assert_eq!(cards.len(), 1);
        assert_eq!((cards[0].name.as_str(), cards[0].from), ("hotel 飯店", Some(Fen(48_000))));
        let cities = catalogue::cities(&house.cx, Script::Hans, Kind::Stay).await.unwrap();
        assert_eq!(cities, [("beijing".to_owned(), "北京".to_owned())]);
        let stops = catalogue::stops(&house.cx, Script::Hans).await.unwrap();
        let keys: Vec<_> = stops.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["beijing", "tianjin"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_of_the_catalogue_never_says_what_is_left() {
    on_both(async |house: House| {
        let hotel = house.hotel("garden", 3, 1).await;
        let keeping = house.cx.clone().keeping_catalogue(Duration::from_secs(3_600));
        let asked = asked(Kind::Stay, SearchForm { day: day(0).to_string(), ..Default::default() });
        let left = async || catalogue::search(&keeping, Script::Hans, &asked).await.unwrap().hits[0].offers[0].free;
        assert_eq!(left().await, 3);
        house.buys(&hotel, &stay(day(0), 1, 2)).await.unwrap();
        assert_eq!(left().await, 1);
        house.hotel("newer", 1, 1).await;
        let names = |page: SearchPage| page.hits.len();
        assert_eq!(names(catalogue::search(&keeping, Script::Hans, &asked).await.unwrap()), 1, "kept");
        assert_eq!(names(catalogue::search(&house.cx, Script::Hans, &asked).await.unwrap()), 2, "read again");
    })
    .await;
}
