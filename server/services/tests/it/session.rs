//! Sessions: who is behind a secret, for how long, and what the database knows of it.

use chrono::TimeDelta;
use domain::desk::Role;
use entity::{session as row, staff};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use services::{Asker, session};

use crate::{
    people::{colleague, registered, visitor},
    util::{House, on_both},
};

#[tokio::test]
async fn only_the_hash_of_a_secret_is_stored() {
    on_both(async |house: House| {
        let (secret, known) = visitor(&house.cx).await;
        assert_eq!(secret.len(), 64);
        assert_ne!(known.hash, secret);
        let stored = row::Entity::find().all(&house.db).await.unwrap();
        assert_eq!(stored.iter().map(|row| &row.token_hash).collect::<Vec<_>>(), [&known.hash]);
        assert!(!format!("{stored:?}").contains(&secret));
        assert!(session::load(&house.cx, &known.hash).await.unwrap().is_none(), "the hash opens nothing");
    })
    .await;
}

#[tokio::test]
async fn a_guests_session_ends_after_two_days() {
    on_both(async |house: House| {
        let (secret, known) = visitor(&house.cx).await;
        house.clock.forward(TimeDelta::days(2) - TimeDelta::microseconds(1));
        let loaded = session::load(&house.cx, &secret).await.unwrap().unwrap();
        assert_eq!((loaded.asker, loaded.staff), (Asker::Guest(known), None));
        house.clock.forward(TimeDelta::microseconds(1));
        assert!(session::load(&house.cx, &secret).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_members_session_ends_after_thirty_days() {
    on_both(async |house: House| {
        let lin = registered(&house.cx, "13800138000").await;
        house.clock.forward(TimeDelta::days(30) - TimeDelta::microseconds(1));
        let loaded = session::load(&house.cx, &lin.secret).await.unwrap().unwrap();
        assert_eq!(loaded.asker, Asker::Member(lin.member));
        house.clock.forward(TimeDelta::microseconds(1));
        assert!(session::load(&house.cx, &lin.secret).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_staff_session_ends_with_the_working_day() {
    on_both(async |house: House| {
        let (secret, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let loaded = session::load(&house.cx, &secret).await.unwrap().unwrap();
        assert_eq!(loaded.staff, Some(zhou));
        house.clock.forward(TimeDelta::hours(12));
        assert!(session::load(&house.cx, &secret).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn somebody_who_has_left_is_nobody_at_once() {
    on_both(async |house: House| {
        let (secret, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let mut row = staff::Entity::find_by_id(zhou.id).one(&house.db).await.unwrap().unwrap().into_active_model();
        row.active = Set(false);
        row.update(&house.db).await.unwrap();
        assert!(session::load(&house.cx, &secret).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn being_seen_is_noted_every_five_minutes_at_most() {
    on_both(async |house: House| {
        let (secret, known) = visitor(&house.cx).await;
        let seen = async || row::Entity::find_by_id(&known.hash).one(&house.db).await.unwrap().unwrap().seen_at;
        let first = seen().await;
        house.clock.forward(TimeDelta::minutes(5) - TimeDelta::microseconds(1));
        session::load(&house.cx, &secret).await.unwrap();
        assert_eq!(seen().await, first);
        house.clock.forward(TimeDelta::microseconds(1));
        session::load(&house.cx, &secret).await.unwrap();
        assert_eq!(seen().await - first, 5 * 60 * 1_000_000);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_secret_opens_nothing() {
    on_both(async |house: House| {
        for text in ["", "x", &"g".repeat(64), &"é".repeat(32), &"0".repeat(64), &"0".repeat(100_000)] {
            assert!(session::load(&house.cx, text).await.unwrap().is_none());
        }
    })
    .await;
}
