//! Writes under a key: one effect, one answer, however often and by whomever at once.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::Rule;
use entity::{booking, write_key::Entity};
use i18n::Script;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{
    Asker, Cx, Session,
    write_key::{Answer, Keyed, LEASE, Sent, Ticket, Turn, begin, forget, give_up, remember},
};
use tokio::sync::Barrier;

use crate::{
    people::{refusal, visitor},
    util::{House, on_both},
    wares,
};

const PATH: &str = "/api/booking/place";

async fn session(cx: &Cx) -> Session {
    visitor(cx).await.1
}

fn sent<'a>(session: &'a Session, path: &'a str, body: &'a str) -> Sent<'a> {
    Sent { session, method: "POST", path, body: body.as_bytes() }
}

fn keyed(cx: &Cx, session: &Session, body: &str) -> Keyed {
    Keyed::by_program(cx, sent(session, PATH, body), "one").unwrap()
}

fn answer(body: &str) -> Answer {
    Answer { status: 200, body: body.to_owned(), location: "/zh-hans/bookings/YT-1".to_owned() }
}

/// The turn is ours.
async fn ticket(cx: &Cx, keyed: &Keyed) -> Ticket {
    match begin(cx, keyed).await.unwrap() {
        Turn::Mine(ticket) => ticket,
        Turn::Answered(answer) => panic!("answered before: {answer:?}"),
    }
}

async fn rows(house: &House) -> u64 {
    Entity::find().count(&house.db).await.unwrap()
}

#[tokio::test]
async fn what_is_sent_again_gets_the_first_answer() {
    on_both(async |house| {
        let cx = &house.cx;
        let keyed = keyed(cx, &session(cx).await, "draft=1");
        let ticket = ticket(cx, &keyed).await;
        remember(cx, ticket, &answer("first")).await.unwrap();
        for _ in 0..3 {
            assert_eq!(begin(cx, &keyed).await.unwrap(), Turn::Answered(answer("first")));
        }
        assert_eq!(rows(&house).await, 1);
    })
    .await;
}

#[tokio::test]
async fn another_body_under_the_key_is_refused_in_flight_and_after() {
    on_both(async |house| {
        let cx = &house.cx;
        let session = session(cx).await;
        let ticket = ticket(cx, &keyed(cx, &session, "draft=1")).await;
        let other = keyed(cx, &session, "draft=2");
        assert_eq!(refusal(begin(cx, &other).await), Rule::KeyReused);
        remember(cx, ticket, &answer("first")).await.unwrap();
        assert_eq!(refusal(begin(cx, &other).await), Rule::KeyReused);
    })
    .await;
}

#[tokio::test]
async fn a_key_is_one_sessions_and_one_paths() {
    on_both(async |house| {
        let cx = &house.cx;
        let (mine, hers) = (session(cx).await, session(cx).await);
        let one = Keyed::by_program(cx, sent(&mine, PATH, "x"), "one").unwrap();
        for other in [
            Keyed::by_program(cx, sent(&hers, PATH, "x"), "one").unwrap(),
            Keyed::by_program(cx, sent(&mine, "/api/booking/extend", "x"), "one").unwrap(),
            Keyed::by_program(cx, sent(&mine, PATH, "x"), "two").unwrap(),
            Keyed::by_form(cx, sent(&mine, PATH, "x"), "one").unwrap(),
        ] {
            assert_ne!(one.key, other.key);
        }
        ticket(cx, &one).await;
        ticket(cx, &Keyed::by_program(cx, sent(&hers, PATH, "y"), "one").unwrap()).await;
    })
    .await;
}

#[tokio::test]
async fn a_page_filled_in_otherwise_is_another_write() {
    on_both(async |house| {
        let cx = &house.cx;
        let session = session(cx).await;
        let by_form = |body| Keyed::by_form(cx, sent(&session, PATH, body), "page").unwrap();
        ticket(cx, &by_form("way=counter")).await;
        ticket(cx, &by_form("way=transfer")).await;
        assert_eq!(refusal(begin(cx, &by_form("way=counter")).await), Rule::InFlight);
    })
    .await;
}

#[tokio::test]
async fn of_many_at_once_one_works_and_the_others_are_told_to_wait() {
    on_both(async |house| {
        let other = house.instance().await;
        let keyed = keyed(&house.cx, &session(&house.cx).await, "draft=1");
        let ready = Arc::new(Barrier::new(20));
        let tasks: Vec<_> = (0..20)
            .map(|index| {
                let cx = if index % 2 == 0 { house.cx.clone() } else { other.cx.clone() };
                let (ready, keyed) = (Arc::clone(&ready), keyed.clone());
                tokio::spawn(async move {
                    ready.wait().await;
                    begin(&cx, &keyed).await
                })
            })
            .collect();
        let mut mine = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(Turn::Mine(_)) => mine += 1,
                outcome => assert_eq!(refusal(outcome), Rule::InFlight),
            }
        }
        assert_eq!((mine, rows(&house).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn what_had_no_effect_leaves_the_key_free() {
    on_both(async |house| {
        let cx = &house.cx;
        let session = session(cx).await;
        let first = ticket(cx, &keyed(cx, &session, "draft=1")).await;
        give_up(cx, first).await.unwrap();
        assert_eq!(rows(&house).await, 0);
        ticket(cx, &keyed(cx, &session, "draft=2")).await;
    })
    .await;
}

#[tokio::test]
async fn work_that_died_is_done_again_by_one_when_its_lease_has_lapsed() {
    on_both(async |house| {
        let cx = &house.cx;
        let keyed = keyed(cx, &session(cx).await, "draft=1");
        let dead = ticket(cx, &keyed).await;
        house.clock.forward(LEASE - TimeDelta::seconds(1));
        assert_eq!(refusal(begin(cx, &keyed).await), Rule::InFlight);
        house.clock.forward(TimeDelta::seconds(1));
        let second = ticket(cx, &keyed).await;
        assert_eq!(refusal(begin(cx, &keyed).await), Rule::InFlight, "the lease begins anew");
        // The dead one was only slow: neither its answer nor its giving up counts any more.
        remember(cx, dead, &answer("dead")).await.unwrap();
        assert_eq!(refusal(begin(cx, &keyed).await), Rule::InFlight);
        remember(cx, second, &answer("second")).await.unwrap();
        assert_eq!(begin(cx, &keyed).await.unwrap(), Turn::Answered(answer("second")));
    })
    .await;
}

#[tokio::test]
async fn a_crash_between_effect_and_answer_makes_no_second_effect() {
    on_both(async |house| {
        let cx = &house.cx;
        let (ware, session) = (wares::coach(&house, 10).await, session(cx).await);
        let (keyed, asker) = (keyed(cx, &session, "draft=1"), Asker::Guest(session));
        let order = wares::order(&ware, 2);
        let place = || services::booking::place(cx, &asker, Script::Hant, &keyed.key, &order);

        let dead = ticket(cx, &keyed).await;
        let number = place().await.unwrap();
        drop(dead);
        house.clock.forward(LEASE);
        let second = ticket(cx, &keyed).await;
        assert_eq!(place().await.unwrap(), number);
        remember(cx, second, &answer(number.as_str())).await.unwrap();
        assert_eq!(booking::Entity::find().count(&house.db).await.unwrap(), 1);
        assert_eq!(house.faults().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn who_comes_late_cannot_give_up_what_another_does() {
    on_both(async |house| {
        let cx = &house.cx;
        let keyed = keyed(cx, &session(cx).await, "draft=1");
        let dead = ticket(cx, &keyed).await;
        house.clock.forward(LEASE);
        let second = ticket(cx, &keyed).await;
        give_up(cx, dead).await.unwrap();
        assert_eq!(refusal(begin(cx, &keyed).await), Rule::InFlight);
        give_up(cx, second).await.unwrap();
        assert_eq!(rows(&house).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day_swept_or_not() {
    on_both(async |house| {
        let cx = &house.cx;
        let session = session(cx).await;
        let first = ticket(cx, &keyed(cx, &session, "draft=1")).await;
        remember(cx, first, &answer("first")).await.unwrap();
        house.clock.forward(TimeDelta::hours(24) - TimeDelta::microseconds(1));
        assert_eq!(swept(cx).await, 0);
        assert!(matches!(begin(cx, &keyed(cx, &session, "draft=1")).await.unwrap(), Turn::Answered(_)));
        house.clock.forward(TimeDelta::microseconds(1));
        ticket(cx, &keyed(cx, &session, "draft=2")).await;
        house.clock.forward(TimeDelta::hours(24));
        assert_eq!((swept(cx).await, rows(&house).await), (1, 0));
    })
    .await;
}

async fn swept(cx: &Cx) -> u64 {
    let tx = cx.begin().await.unwrap();
    let gone = forget(&tx, cx.now()).await.unwrap();
    tx.commit().await.unwrap();
    gone
}
