//! The check finds what does not agree: for each thing it proves, a test that breaks it.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use services::check;

use crate::util::{
    House, on_both,
    shop::{day, party},
};

/// A house with one held, one sold, one given back and one lapsed booking; what the check says after a statement that
/// no service would make.
async fn after(house: &House, tampering: &str) -> Vec<String> {
    let coach = house.coach("coach", 10, "09:00").await;
    let wish = party(day(0), "09:00", 2);
    house.holds(&coach, &wish, TimeDelta::minutes(5)).await.unwrap();
    house.clock.forward(TimeDelta::minutes(10));
    house.buys(&coach, &wish).await.unwrap();
    let paid = house.buys(&coach, &wish).await.unwrap();
    house.pays(paid).await.unwrap();
    let given_back = house.buys(&coach, &wish).await.unwrap();
    house.cancels(given_back).await.unwrap();
    let report = check::run(&house.cx).await.unwrap();
    assert_eq!((report.slices, report.claims, report.faults), (1, 4, Vec::new()), "all is well before");
    house.db.execute_unprepared(tampering).await.unwrap();
    house.faults().await
}

#[tokio::test]
async fn units_that_nobody_has_are_found() {
    on_both(async |house: House| {
        let faults = after(&house, "UPDATE slice SET taken = taken + 1").await;
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("counts 7 units as taken, its claims 6"), "{faults:?}");
    })
    .await;
}

#[tokio::test]
async fn a_claim_of_another_size_is_found() {
    on_both(async |house: House| {
        let faults = after(&house, "UPDATE claim SET units = 1 WHERE state = 'sold'").await;
        assert!(faults.len() == 1 && faults[0].contains("its claims 5"), "{faults:?}");
    })
    .await;
}

#[tokio::test]
async fn a_booking_given_up_that_still_has_units_is_found() {
    on_both(async |house: House| {
        let faults = after(&house, "UPDATE booking SET status = 'cancelled' WHERE status = 'confirmed'").await;
        assert!(faults.len() == 1 && faults[0].contains("not worth what its booking"), "{faults:?}");
    })
    .await;
}

#[tokio::test]
async fn a_booking_paid_for_whose_units_may_lapse_is_found() {
    on_both(async |house: House| {
        let faults = after(&house, "UPDATE claim SET state = 'held', held_until = 1 WHERE state = 'sold'").await;
        assert!(faults.len() == 1 && faults[0].contains("not worth what its booking"), "{faults:?}");
    })
    .await;
}

#[tokio::test]
async fn a_booking_without_units_is_found() {
    on_both(async |house: House| {
        let faults = after(&house, "DELETE FROM claim WHERE state = 'sold'; UPDATE slice SET taken = taken - 2").await;
        assert!(faults.len() == 1 && faults[0].contains("has claimed nothing"), "{faults:?}");
    })
    .await;
}
