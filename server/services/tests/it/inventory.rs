//! Nothing is sold twice, and a refusal says why (B1, B6, B7).

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{Rule, Shortage, catalogue::Wish};
use entity::slice;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::{Error, Result, error::is_check_violation};

use crate::util::{
    House, on_both,
    shop::{Ware, day, party, stay},
};

/// The shortage a purchase was refused for.
fn shortage<T>(outcome: Result<T>) -> Shortage {
    match outcome {
        Err(Error::Refused(Rule::Full(shortage))) => shortage,
        Err(other) => panic!("refused for another reason: {other}"),
        Ok(_) => panic!("it was not refused"),
    }
}

/// So many buyers at once, in turn at each of the instances; how many of them got it.
async fn rush(houses: &[Arc<House>], ware: &Ware, buyers: usize, wish: impl Fn(usize) -> Wish) -> usize {
    let tasks: Vec<_> = (0..buyers)
        .map(|buyer| {
            let (house, ware, wish) = (Arc::clone(&houses[buyer % houses.len()]), ware.clone(), wish(buyer));
            tokio::spawn(async move { house.buys(&ware, &wish).await })
        })
        .collect();
    let mut got = 0;
    for task in tasks {
        match task.await.expect("the buyer comes back") {
            Ok(_) => got += 1,
            Err(Error::Refused(Rule::Full(_))) => {}
            Err(other) => panic!("neither sold nor full: {other}"),
        }
    }
    got
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_units_go_to_as_many_as_there_are() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 20, "09:00").await;
        let houses = [Arc::new(house)];
        assert_eq!(rush(&houses, &coach, 80, |_| party(day(0), "09:00", 1)).await, 20);
        assert_eq!(houses[0].slices(coach.offer.resource_id).await[0].taken, 20);
        assert_eq!(houses[0].faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_on_one_database_do_not_sell_a_unit_twice() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 20, "09:00").await;
        let second = house.instance().await;
        let houses = [Arc::new(house), Arc::new(second)];
        assert_eq!(rush(&houses, &coach, 60, |_| party(day(0), "09:00", 1)).await, 20);
        assert_eq!(houses[0].faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn overlapping_stays_neither_oversell_a_night_nor_wait_in_a_circle() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 5, 6).await;
        let houses = [Arc::new(house)];
        let wish = |buyer: usize| stay(day(buyer as u64 % 4), 1 + buyer as u32 % 3, 1);
        let got = rush(&houses, &hotel, 60, wish).await;
        assert!(got >= 5, "{got} got a room");
        for night in houses[0].slices(hotel.offer.resource_id).await {
            assert!(night.taken <= night.capacity);
        }
        assert_eq!(houses[0].faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn lapsed_holds_are_taken_over_once_while_they_are_given_back() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 8, 3).await;
        let mut lapsed = Vec::new();
        for _ in 0..8 {
            lapsed.push(house.holds(&hotel, &stay(day(0), 3, 1), TimeDelta::minutes(1)).await.unwrap());
        }
        house.clock.forward(TimeDelta::minutes(1));
        let houses = [Arc::new(house)];
        let sweepers: Vec<_> = lapsed
            .into_iter()
            .map(|booking| {
                let house = Arc::clone(&houses[0]);
                tokio::spawn(async move { house.cancels(booking).await })
            })
            .collect();
        assert_eq!(rush(&houses, &hotel, 24, |_| stay(day(0), 3, 1)).await, 8);
        for sweeper in sweepers {
            sweeper.await.unwrap().unwrap();
        }
        assert_eq!(houses[0].faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_stay_is_all_its_nights_or_none() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 1, 3).await;
        house.buys(&hotel, &stay(day(2), 1, 1)).await.unwrap();
        assert_eq!(shortage(house.buys(&hotel, &stay(day(0), 3, 1)).await), Shortage::Held);
        let taken: Vec<i32> = house.slices(hotel.offer.resource_id).await.iter().map(|night| night.taken).collect();
        assert_eq!(taken, [0, 0, 1]);
        house.buys(&hotel, &stay(day(0), 2, 1)).await.unwrap();
        assert_eq!(house.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_stay_beyond_the_last_night_is_not_offered() {
    on_both(async |house: House| {
        let hotel = house.hotel("hotel", 1, 2).await;
        assert_eq!(shortage(house.buys(&hotel, &stay(day(1), 2, 1)).await), Shortage::None);
    })
    .await;
}

#[tokio::test]
async fn parties_are_counted_by_heads_and_paced_by_parties() {
    on_both(async |house: House| {
        let place = house.place("venue", "place", "全聚").await;
        let (table, pace) = (house.resource(&place).await, house.resource(&place).await);
        let venue = house.offer_of(&place, "venue", table, |offer| offer.pacing_resource_id = Set(Some(pace))).await;
        house.slot(table, day(0), "18:00", 60, 10).await;
        house.slot(pace, day(0), "18:00", 60, 2).await;
        house.buys(&venue, &party(day(0), "18:00", 3)).await.unwrap();
        assert_eq!(shortage(house.buys(&venue, &party(day(0), "18:00", 8)).await), Shortage::Few(7));
        let second = house.buys(&venue, &party(day(0), "18:00", 2)).await.unwrap();
        assert_eq!(shortage(house.buys(&venue, &party(day(0), "18:00", 1)).await), Shortage::Paced);
        house.cancels(second).await.unwrap();
        house.buys(&venue, &party(day(0), "18:00", 7)).await.unwrap();
        assert_eq!(house.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_short_party_inside_a_longer_one_is_seen() {
    on_both(async |house: House| {
        let place = house.place("venue", "place", "会议").await;
        let hall = house.resource(&place).await;
        for start in ["09:00", "10:00", "11:00", "12:00"] {
            house.slot(hall, day(0), start, 60, 10).await;
        }
        let long = house.offer_of(&place, "long", hall, |offer| offer.span_slots = Set(4)).await;
        let short = house.offer_of(&place, "short", hall, |_| {}).await;
        house.buys(&short, &party(day(0), "10:00", 6)).await.unwrap();
        assert_eq!(shortage(house.buys(&long, &party(day(0), "09:00", 5)).await), Shortage::Few(4));
        house.buys(&long, &party(day(0), "09:00", 4)).await.unwrap();
        assert_eq!(shortage(house.buys(&short, &party(day(0), "10:00", 1)).await), Shortage::Held);
        house.buys(&short, &party(day(0), "12:00", 6)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_hold_is_void_from_its_end_on_before_anybody_sweeps() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 2, "09:00").await;
        let wish = party(day(0), "09:00", 2);
        let first = house.holds(&coach, &wish, TimeDelta::minutes(30)).await.unwrap();
        house.clock.forward(TimeDelta::minutes(30) - TimeDelta::microseconds(1));
        assert_eq!(shortage(house.buys(&coach, &wish).await), Shortage::Held);
        house.clock.forward(TimeDelta::microseconds(1));
        assert_eq!(house.faults().await, Vec::<String>::new());
        house.buys(&coach, &wish).await.unwrap();
        assert_eq!(house.slices(coach.offer.resource_id).await[0].taken, 2);
        assert_eq!(shortage(house.pays(first).await), Shortage::None, "a lapsed hold cannot be paid for");
        assert_eq!(house.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn what_is_given_back_twice_comes_back_once() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 2, "09:00").await;
        let first = house.buys(&coach, &party(day(0), "09:00", 1)).await.unwrap();
        house.buys(&coach, &party(day(0), "09:00", 1)).await.unwrap();
        house.cancels(first).await.unwrap();
        house.cancels(first).await.unwrap();
        assert_eq!(house.slices(coach.offer.resource_id).await[0].taken, 1);
        assert_eq!(house.live_claims().await, 1);
        assert_eq!(house.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn sold_is_told_from_held() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 1, "09:00").await;
        let wish = party(day(0), "09:00", 1);
        let first = house.buys(&coach, &wish).await.unwrap();
        assert_eq!(shortage(house.buys(&coach, &wish).await), Shortage::Held);
        house.pays(first).await.unwrap();
        house.clock.forward(TimeDelta::hours(2));
        assert_eq!(shortage(house.buys(&coach, &wish).await), Shortage::Sold);
        assert_eq!(house.faults().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_closed_slice_tells_why_in_the_readers_script() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 9, "09:00").await;
        house.close(house.slices(coach.offer.resource_id).await[0].id, "道路结冰", "道路結冰").await;
        let refused = shortage(house.buys(&coach, &party(day(0), "09:00", 1)).await);
        assert_eq!(refused, Shortage::Closed("道路結冰".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_capacity_below_what_is_taken_is_refused_by_the_database() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 5, "09:00").await;
        house.buys(&coach, &party(day(0), "09:00", 3)).await.unwrap();
        let id = house.slices(coach.offer.resource_id).await[0].id;
        let to = |capacity| slice::ActiveModel { id: Set(id), capacity: Set(capacity), ..Default::default() };
        let refused = to(2).update(&house.db).await.expect_err("three are taken");
        assert!(is_check_violation(&refused), "{refused}");
        to(3).update(&house.db).await.unwrap();
    })
    .await;
}
