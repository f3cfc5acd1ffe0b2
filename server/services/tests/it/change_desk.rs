//! Staff change and give up a booking for a customer who asks for it, say why, and do not write over what he does himself (B10, A1, A8).

use domain::{
    Fen, Rule,
    booking::{Event, Status},
    change::DetailsForm,
    desk::{DayForm, Role},
};
use entity::audit;
use i18n::Script;
use sea_orm::EntityTrait as _;
use services::{
    Asker, Result, Staff,
    booking::{self, Agreed},
    change::{self, Sent},
    desk,
};

use crate::{
    mind::{Scene, nights, seats},
    people::{colleague, refusal},
    util::{House, on_both},
};

const WHY: &str = "called at nine";

async fn agent(scene: &Scene) -> Asker {
    Asker::Staff(colleague(&scene.house.cx, "lin", Role::Agent).await.1)
}

async fn done(scene: &Scene) -> Vec<String> {
    let rows = audit::Entity::find().all(&scene.house.db).await.unwrap();
    rows.into_iter().map(|row| row.what).filter(|what| what.starts_with("booking-") || what.ends_with("ed")).collect()
}

async fn commits(scene: &Scene, asker: &Asker, number: &domain::booking::Number, token: &str, why: &str) -> Result<()> {
    let sent = Sent { quote: token, why, ..Sent::default() };
    change::commit(&scene.house.cx, asker, Script::Hans, number, sent).await.map(|_| ())
}

#[tokio::test]
async fn staff_change_and_cancel_for_a_customer_and_say_why() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let lin = agent(&scene).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        let quote = scene.quote(&lin, &number, &scene.room, nights(6, 1, 1)).await.unwrap();
        let silent = commits(&scene, &lin, &number, &quote.token, " ").await;
        assert!(matches!(refusal(silent), Rule::Invalid(_)), "why?");
        commits(&scene, &lin, &number, &quote.token, WHY).await.unwrap();
        let events = scene.booking(&chen, &number).await.events;
        let last = events.iter().find(|event| event.what == "changed").expect("it is told");
        assert_eq!((last.actor.as_str(), last.why.as_str()), ("staff", ""), "what staff wrote is for staff");
        let form = DetailsForm { number: number.to_string(), remarks: "晚到".to_owned(), ..DetailsForm::default() };
        let silent = change::tell_details(&scene.house.cx, &lin, &form, " ").await;
        assert!(matches!(refusal(silent), Rule::Invalid(_)), "why?");
        change::tell_details(&scene.house.cx, &lin, &form, WHY).await.unwrap();
        let quote = booking::cancel_quote(&scene.house.cx, &lin, &number).await.unwrap();
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: None };
        assert!(matches!(refusal(booking::cancel(&scene.house.cx, &lin, &number, agreed, "").await), Rule::Invalid(_)));
        booking::cancel(&scene.house.cx, &lin, &number, agreed, WHY).await.unwrap();
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.booking.status, receipt.refunds[0].amount), (Status::Cancelled, Fen(48_000)));
        assert_eq!(done(&scene).await, ["booking-changed", "details-changed", "booking-cancelled"]);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn staff_take_a_change_back_and_say_why_for_staff_alone() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let lin = agent(&scene).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        let remarks =
            DetailsForm { number: number.to_string(), remarks: "晚到".to_owned(), ..DetailsForm::default() };
        change::tell_details(&scene.house.cx, &lin, &remarks, WHY).await.unwrap();
        let dear = scene.quote(&chen, &number, &scene.suite, nights(4, 1, 1)).await.unwrap();
        scene.commit(&chen, &number, &dear).await.unwrap();
        let silent = change::undo(&scene.house.cx, &lin, &number, "").await;
        assert!(matches!(refusal(silent), Rule::Invalid(_)), "why?");
        change::undo(&scene.house.cx, &lin, &number, WHY).await.unwrap();
        let Asker::Staff(staff) = &lin else { panic!("she is staff") };
        let seen = desk::show(&scene.house.cx, staff, Script::Hans, &number).await.unwrap();
        let said = |events: Vec<Event>| -> Vec<(String, String)> {
            let told = |what: &str| matches!(what, "details-changed" | "change-undone");
            let events = events.into_iter().filter(|event| told(&event.what));
            events.map(|event| (event.what, event.why)).collect()
        };
        let why = |why: &str| ["details-changed", "change-undone"].map(|what| (what.to_owned(), why.to_owned()));
        assert_eq!(said(seen.events), why(WHY));
        assert_eq!(said(scene.booking(&chen, &number).await.events), why(""), "what staff wrote is for staff");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn who_may_not_change_bookings_does_not() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (_, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        for role in [Role::Finance, Role::Confirmation, Role::Administration, Role::Manager, Role::Admin] {
            let staff = Staff { role, ..scene.sun.clone() };
            let asker = Asker::Staff(staff);
            let quoted = scene.quote(&asker, &number, &scene.room, nights(5, 1, 1)).await;
            assert_eq!(refusal(quoted), Rule::Forbidden, "{role}");
            assert_eq!(
                refusal(booking::cancel_quote(&scene.house.cx, &asker, &number).await),
                Rule::Forbidden,
                "{role}"
            );
        }
        let nobody = domain::booking::Number::generate(domain::Kind::Stay, 7);
        let lin = agent(&scene).await;
        assert_eq!(refusal(booking::cancel_quote(&scene.house.cx, &lin, &nobody).await), Rule::Unknown);
    })
    .await;
}

#[tokio::test]
async fn of_customer_and_desk_at_once_the_second_is_told() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let lin = agent(&scene).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        let his = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap();
        let hers = scene.quote(&lin, &number, &scene.room, nights(6, 1, 1)).await.unwrap();
        let given_up = booking::cancel_quote(&scene.house.cx, &lin, &number).await.unwrap();
        scene.house.clock.forward(chrono::TimeDelta::seconds(5));
        scene.commit(&chen, &number, &his).await.unwrap();
        assert_eq!(refusal(commits(&scene, &lin, &number, &hers.token, WHY).await), Rule::Changed);
        let agreed = Agreed { version: given_up.version, refund: given_up.refund, voucher: None };
        assert_eq!(refusal(booking::cancel(&scene.house.cx, &lin, &number, agreed, WHY).await), Rule::Changed);
        let since: Vec<_> = scene.booking(&lin, &number).await.events;
        let since: Vec<_> = since.into_iter().filter(|event| event.at > hers.at).map(|event| event.what).collect();
        assert_eq!(since, ["changed"], "what happened since the quote");
        let again = scene.quote(&lin, &number, &scene.room, nights(6, 1, 1)).await.unwrap();
        commits(&scene, &lin, &number, &again.token, WHY).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_trip_is_found_by_every_number_it_had() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let lin = colleague(&scene.house.cx, "lin", Role::Agent).await.1;
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let mut numbers = vec![number.clone()];
        for wish in [seats(3, "15:00", 2), seats(4, "15:00", 2), seats(4, "15:00", 1)] {
            numbers.push(scene.changes(&chen, &number, &scene.coach, wish).await.unwrap().number);
        }
        numbers.dedup();
        assert_eq!(numbers.len(), 3, "moved twice");
        for number in numbers {
            for q in [number.to_string(), number.as_str().replace('-', "")] {
                let form = DayForm { q, ..DayForm::default() };
                let found = desk::day(&scene.house.cx, &lin, Script::Hans, &form).await.unwrap();
                assert_eq!(found.total, 1, "{number}");
            }
        }
    })
    .await;
}
