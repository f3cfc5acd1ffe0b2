//! The sweeper: it ends what has lapsed, once, and touches nothing else.

#![cfg(test)]

mod people;
mod util;
mod wares;

use chrono::TimeDelta;
use domain::{Fault, Rule, booking::Status};
use entity::{slice, throttle};
use i18n::Script;
use people::{guest, refusal, registered, visitor};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{booking, check, draft, session, sweep};
use util::{House, on_both};
use wares::{coach, order};

async fn taken(house: &House) -> i32 {
    slice::Entity::find().one(&house.db).await.unwrap().unwrap().taken
}

#[tokio::test]
async fn a_lapsed_hold_ends_once_and_its_seats_go_back() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 2)).await.unwrap();
        let until = booking::show(&house.cx, &chen, Script::Hans, &number).await.unwrap().hold_until.unwrap();
        assert_eq!(sweep::run(&house.cx).await.unwrap().bookings, 0, "it is still held");
        assert_eq!(taken(&house).await, 2);

        house.clock.forward(until - house.cx.now());
        let (one, other) = tokio::join!(sweep::run(&house.cx), sweep::run(&house.cx));
        assert_eq!(one.unwrap().bookings + other.unwrap().bookings, 1);
        assert_eq!(taken(&house).await, 0);
        let report = check::run(&house.cx).await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    })
    .await;
}

#[tokio::test]
async fn the_timeline_says_that_a_hold_has_ended() {
    on_both(async |house: House| {
        let (ware, lin) = (coach(&house, 5).await, registered(&house.cx, "13900139000").await.member);
        let asker = services::Asker::Member(lin);
        let number = booking::place(&house.cx, &asker, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        house.clock.forward(TimeDelta::days(3));
        sweep::run(&house.cx).await.unwrap();
        let shown = booking::show(&house.cx, &asker, Script::Hans, &number).await.unwrap();
        assert_eq!(shown.row.status, Status::Expired);
        let told: Vec<_> = shown.events.iter().map(|event| (event.actor.as_str(), event.what.as_str())).collect();
        assert_eq!(told, [("customer", "placed"), ("system", "held"), ("system", "expired")]);
    })
    .await;
}

#[tokio::test]
async fn what_nobody_can_use_any_more_is_removed() {
    on_both(async |house: House| {
        let (secret, session) = visitor(&house.cx).await;
        let fault = Fault::new("phone", "required");
        let id = draft::save(&house.cx, &session, "f", &Default::default(), "invalid", &[fault]).await.unwrap();
        services::throttle::hit(&house.cx, "bucket", "somebody", 3, TimeDelta::minutes(1)).await.unwrap();
        let none = sweep::run(&house.cx).await.unwrap();
        assert_eq!((none.sessions, none.drafts, none.limits), (0, 0, 0));
        assert!(session::load(&house.cx, &secret).await.unwrap().is_some());
        assert!(draft::load(&house.cx, &session, "f", &id).await.is_ok());

        house.clock.forward(TimeDelta::days(3));
        let all = sweep::run(&house.cx).await.unwrap();
        assert_eq!((all.sessions, all.drafts, all.limits), (1, 1, 1));
        assert_eq!(session::load(&house.cx, &secret).await.unwrap(), None);
        assert_eq!(refusal(draft::load(&house.cx, &session, "f", &id).await), Rule::DraftGone);
        assert_eq!(throttle::Entity::find().count(&house.db).await.unwrap(), 0);
    })
    .await;
}
