//! Limits bite exactly, also when everybody comes at once, and do not remember whom they bit.

use chrono::TimeDelta;
use domain::Rule;
use entity::throttle as row;
use sea_orm::EntityTrait;
use services::throttle;

use crate::{
    people::refusal,
    util::{House, on_both},
};

const HOUR: TimeDelta = TimeDelta::hours(1);

#[tokio::test]
async fn one_more_than_the_limit_waits_for_the_windows_end() {
    on_both(async |house: House| {
        let hit = async || throttle::hit(&house.cx, "door", "lin", 3, HOUR).await;
        let opens = house.cx.now() + HOUR;
        for _ in 0..3 {
            hit().await.unwrap();
            house.clock.forward(TimeDelta::minutes(1));
        }
        assert_eq!(refusal(hit().await), Rule::TooMany(opens));
        house.clock.forward(TimeDelta::minutes(57) - TimeDelta::microseconds(1));
        assert_eq!(refusal(hit().await), Rule::TooMany(opens));
        house.clock.forward(TimeDelta::microseconds(1));
        hit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn subjects_and_buckets_are_counted_apart() {
    on_both(async |house: House| {
        for (bucket, subject) in [("door", "lin"), ("door", "zhou"), ("gate", "lin")] {
            throttle::hit(&house.cx, bucket, subject, 1, HOUR).await.unwrap();
        }
        refusal(throttle::hit(&house.cx, "door", "lin", 1, HOUR).await);
    })
    .await;
}

#[tokio::test]
async fn of_fifty_at_once_exactly_the_limit_gets_through() {
    on_both(async |house: House| {
        let mut crowd = tokio::task::JoinSet::new();
        for _ in 0..50 {
            let cx = house.cx.clone();
            crowd.spawn(async move { throttle::hit(&cx, "door", "crowd", 7, HOUR).await.is_ok() });
        }
        assert_eq!(crowd.join_all().await.into_iter().filter(|passed| *passed).count(), 7);
    })
    .await;
}

#[tokio::test]
async fn who_is_limited_is_not_stored() {
    on_both(async |house: House| {
        throttle::hit(&house.cx, "door", "13800138000", 1, HOUR).await.unwrap();
        let stored = row::Entity::find().all(&house.db).await.unwrap();
        assert_eq!(stored.len(), 1);
        assert!(!format!("{stored:?}").contains("13800138000"));
    })
    .await;
}
