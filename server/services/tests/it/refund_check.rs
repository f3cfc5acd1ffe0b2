//! What a customer gave up goes back after two persons have looked at it, and nobody is both (A4).

use chrono::TimeDelta;
use domain::{
    Fen, Instant, Rule,
    booking::Number,
    calendar::{Exception, first},
    desk::Role,
    payment::{ReceiptForm, Refund, RefundStatus, Way},
};
use entity::refund;
use i18n::Script;
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use services::{Asker, Staff, booking, case, payment};

use crate::{
    mind::{Scene, nights},
    people::refusal,
    util::{House, on_both},
};

/// A paid room that was given up.
async fn given_up(scene: &Scene) -> (Asker, Number, String) {
    let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
    scene.cancels(&chen, &number).await.unwrap();
    let refund = refund_of(scene, &chen, &number).await.number;
    (chen, number, refund)
}

async fn refund_of(scene: &Scene, asker: &Asker, number: &Number) -> Refund {
    scene.receipt(asker, number).await.refunds.remove(0)
}

#[tokio::test]
async fn a_supervisor_checks_and_finance_releases() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (chen, number, refund) = given_up(&scene).await;
        let stands = async || refund_of(&scene, &chen, &number).await.status;
        payment::give_back(cx).await.unwrap();
        assert_eq!((stands().await, scene.bank.refunded()), (RefundStatus::Asked, 0), "nobody has looked at it");
        assert_eq!(refusal(payment::check(cx, &scene.sun, &refund).await), Rule::Forbidden);
        assert_eq!(refusal(payment::release(cx, &scene.sun, &refund).await), Rule::Changed, "not checked yet");
        assert_eq!(refusal(payment::pay_out(cx, &scene.sun, &refund, "A-1").await), Rule::Changed);
        payment::check(cx, &scene.wang, &refund).await.unwrap();
        assert_eq!(refusal(payment::check(cx, &scene.wang, &refund).await), Rule::Changed);
        assert_eq!(refusal(payment::release(cx, &scene.wang, &refund).await), Rule::Forbidden);
        payment::give_back(cx).await.unwrap();
        assert_eq!((stands().await, scene.bank.refunded()), (RefundStatus::Checked, 0), "not released yet");
        scene.is_sound().await;
        payment::release(cx, &scene.sun, &refund).await.unwrap();
        assert_eq!(stands().await, RefundStatus::Due);
        payment::give_back(cx).await.unwrap();
        assert_eq!((stands().await, scene.bank.refunded()), (RefundStatus::Done, 48_000));
        let told: Vec<_> = scene.booking(&chen, &number).await.events.into_iter().map(|event| event.what).collect();
        let wanted = ["refund-due", "refund-checked", "refund-released", "refunded"];
        assert_eq!(told[told.len() - wanted.len()..], wanted);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn finance_may_ask_back_and_the_customer_does_not_read_it() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (chen, number, refund) = given_up(&scene).await;
        payment::check(cx, &scene.wang, &refund).await.unwrap();
        let blank = payment::send_back(cx, &scene.sun, &refund, " ").await;
        assert!(matches!(refusal(blank), Rule::Invalid(_)));
        payment::send_back(cx, &scene.sun, &refund, "is the fee right?").await.unwrap();
        let queue = payment::queue(cx, &scene.wang, i18n::Script::Hans).await.unwrap();
        let row = &queue.refunds[0];
        assert_eq!((row.refund.status, row.question.as_str()), (RefundStatus::Asked, "is the fee right?"));
        assert!(scene.booking(&chen, &number).await.events.iter().all(|event| event.why.is_empty()));
        payment::check(cx, &scene.wang, &refund).await.unwrap();
        payment::release(cx, &scene.sun, &refund).await.unwrap();
        assert_eq!(refusal(payment::send_back(cx, &scene.sun, &refund, "again?").await), Rule::Changed);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn who_checked_does_not_release_whatever_he_has_become() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (_, _, refund) = given_up(&scene).await;
        payment::check(cx, &scene.wang, &refund).await.unwrap();
        let moved_to_finance = Staff { role: Role::Finance, ..scene.wang.clone() };
        assert_eq!(refusal(payment::release(cx, &moved_to_finance, &refund).await), Rule::SamePerson);
        let past_the_services =
            format!("UPDATE refund SET released_by = {} WHERE checked_by IS NOT NULL", scene.wang.id);
        let outcome = scene.house.db.execute_unprepared(&past_the_services).await;
        assert!(outcome.unwrap_err().to_string().contains("refund_two_persons"), "the database says no as well");
        payment::release(cx, &scene.sun, &refund).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_was_paid_at_the_counter_is_paid_out_after_both() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (chen, number) = scene.held_at_the_counter(&scene.room, nights(4, 1, 1)).await;
        let form = domain::payment::ReceiptForm {
            number: number.to_string(),
            way: Way::Counter.to_string(),
            amount: "480".to_owned(),
            slip: String::new(),
        };
        payment::record(cx, &scene.sun, "key", &form).await.unwrap();
        scene.cancels(&chen, &number).await.unwrap();
        let refund = refund_of(&scene, &chen, &number).await.number;
        payment::check(cx, &scene.wang, &refund).await.unwrap();
        assert_eq!(refusal(payment::pay_out(cx, &scene.sun, &refund, "A-1").await), Rule::Changed);
        payment::release(cx, &scene.sun, &refund).await.unwrap();
        payment::pay_out(cx, &scene.sun, &refund, "A-1").await.unwrap();
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.refunded, receipt.refunds[0].status), (Fen(48_000), RefundStatus::Done));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn two_who_check_at_once_check_once() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (_, _, refund) = given_up(&scene).await;
        let (one, other) =
            tokio::join!(payment::check(cx, &scene.wang, &refund), payment::check(cx, &scene.wang, &refund));
        assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1);
        let (one, other) =
            tokio::join!(payment::release(cx, &scene.sun, &refund), payment::release(cx, &scene.sun, &refund));
        assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1);
        let rows = refund::Entity::find().all(&scene.house.db).await.unwrap();
        assert_eq!(rows.len(), 1);
        payment::give_back(cx).await.unwrap();
        assert_eq!(scene.bank.refunded(), 48_000);
        scene.is_sound().await;
    })
    .await;
}

fn instant(text: &str) -> Instant {
    format!("{text}:00+08:00").parse().unwrap()
}

#[tokio::test]
async fn what_goes_back_is_promised_in_working_days_of_who_carries_it() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = scene.house.cx.clone();
        // On a Monday: three days of the provider's and one for two persons to look at it.
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        let quote = booking::cancel_quote(&cx, &chen, &number).await.unwrap();
        assert_eq!(quote.promised, Some(instant("2026-11-27T23:59")));
        scene.cancels(&chen, &number).await.unwrap();
        assert_eq!(refund_of(&scene, &chen, &number).await.promised, instant("2026-11-27T23:59"));
        // What came too late goes back without anybody's word.
        let (li, late) = scene.held(&scene.room, nights(5, 1, 1)).await;
        let order = scene.starts(&li, &late).await;
        scene.cancels(&li, &late).await.unwrap();
        scene.is_paid_after_all(&order, 48_000).await;
        assert_eq!(refund_of(&scene, &li, &late).await.promised, instant("2026-11-26T23:59"));
        // Staff pay out what came over the counter; the house has a day off meanwhile.
        let off = Exception { works: false, name: "stocktaking".to_owned() };
        let mut calendar = first();
        calendar.days.insert("2026-11-25".parse().unwrap(), off);
        case::desk::publish_calendar(&cx, &scene.wang, 0, &calendar, "stocktaking").await.unwrap();
        let (wu, cash) = scene.held_at_the_counter(&scene.room, nights(6, 1, 1)).await;
        let form = ReceiptForm {
            number: cash.to_string(),
            way: Way::Counter.as_str().to_owned(),
            amount: "480".to_owned(),
            slip: String::new(),
        };
        payment::record(&cx, &scene.sun, "form", &form).await.unwrap();
        scene.cancels(&wu, &cash).await.unwrap();
        assert_eq!(refund_of(&scene, &wu, &cash).await.promised, instant("2026-12-02T23:59"));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_refund_that_is_not_there_when_it_was_promised_is_marked() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number, _) = given_up(&scene).await;
        let promised = refund_of(&scene, &chen, &number).await.promised;
        let marked = async || {
            let queue = payment::queue(&scene.house.cx, &scene.sun, Script::Hans).await.unwrap();
            let all = queue.refunds.into_iter().chain(queue.done);
            all.map(|row| row.overdue).collect::<Vec<_>>()
        };
        scene.house.clock.turn_to(promised);
        assert_eq!(marked().await, [false]);
        scene.house.clock.forward(TimeDelta::microseconds(1));
        assert_eq!(marked().await, [true]);
        scene.gives_back().await;
        assert_eq!(marked().await, [false], "it is there");
    })
    .await;
}
