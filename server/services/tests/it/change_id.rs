//! A change sells nothing that needs an ID number without one (B2, B10).

use chrono::TimeDelta;
use domain::{
    Fault, Fen, Rule,
    booking::{Booking, Number},
    change::ChangeQuote,
    desk::Role,
    job::Job,
};
use entity::{booking, offer};
use i18n::Script;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set};
use services::{
    Asker, Result,
    change::{self, Committed, Sent},
    job,
};

use crate::{
    mind::{Scene, of_units, seats},
    people::{colleague, refusal},
    util::{House, on_both},
};

const ID: &str = "11010519491231002X";
const MASKED: &str = "**************002X";

async fn commits(
    scene: &Scene,
    asker: &Asker,
    number: &Number,
    quote: &ChangeQuote,
    id_number: &str,
) -> Result<Committed> {
    let sent = Sent { quote: &quote.token, why: "called at nine", id_number };
    change::commit(&scene.house.cx, asker, Script::Hans, number, sent).await
}

fn fault(code: &str) -> Rule {
    Rule::Invalid(vec![Fault::new("id_number", code)])
}

fn id(booking: &Booking) -> &str {
    &booking.id_number
}

#[tokio::test]
async fn a_trip_without_an_id_number_goes_on_a_line_that_needs_one_only_with_it() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let guarded = scene.guarded(4).await;
        let lin = Asker::Staff(colleague(&scene.house.cx, "lin", Role::Agent).await.1);
        let (chen, number) = scene.held(&scene.coach, seats(3, "09:00", 2)).await;
        let same = scene.quote(&chen, &number, &scene.coach, seats(3, "09:00", 1)).await.unwrap();
        assert!(!same.needs_id, "his own line asks for none");
        for asker in [&chen, &lin] {
            let quote = scene.quote(asker, &number, &guarded, seats(3, "10:00", 2)).await.unwrap();
            assert!(quote.needs_id);
            for (typed, code) in [("", "required"), (" ", "required"), ("123", "not-an-id")] {
                assert_eq!(refusal(commits(&scene, asker, &number, &quote, typed).await), fault(code), "{typed}");
            }
        }
        assert_eq!((scene.taken(&guarded).await[4], scene.booking(&chen, &number).await.slug.as_str()), (0, "coach"));
        let quote = scene.quote(&lin, &number, &guarded, seats(3, "10:00", 2)).await.unwrap();
        let number = commits(&scene, &lin, &number, &quote, ID).await.unwrap().number;
        let booking = scene.booking(&chen, &number).await;
        assert_eq!((booking.slug.as_str(), id(&booking)), ("guarded", MASKED));
        let more = scene.quote(&chen, &number, &guarded, seats(4, "16:00", 3)).await.unwrap();
        assert!(!more.needs_id, "it is known");
        let number = scene.commit(&chen, &number, &more).await.unwrap().number;
        assert_eq!(id(&scene.booking(&chen, &number).await), MASKED);
        let number = scene.changes(&chen, &number, &scene.coach, seats(4, "15:00", 3)).await.unwrap().number;
        assert_eq!(id(&scene.booking(&chen, &number).await), "", "nothing needs it any more");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn an_id_number_is_forgotten_when_the_change_it_was_for_comes_to_nothing() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let guarded = scene.guarded(4).await;
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 1)).await;
        let quote = scene.quote(&chen, &number, &guarded, seats(3, "10:00", 1)).await.unwrap();
        assert_eq!(commits(&scene, &chen, &number, &quote, ID).await.unwrap().due, Fen(4_000));
        assert_eq!(id(&scene.booking(&chen, &number).await), MASKED);
        change::undo(&scene.house.cx, &chen, &number, "").await.unwrap();
        assert_eq!(id(&scene.booking(&chen, &number).await), "", "taken back");
        scene.house.clock.forward(TimeDelta::seconds(1));
        let quote = scene.quote(&chen, &number, &guarded, seats(3, "10:00", 1)).await.unwrap();
        commits(&scene, &chen, &number, &quote, ID).await.unwrap();
        let until = scene.receipt(&chen, &number).await.change.unwrap().until;
        scene.house.clock.turn_to(until);
        // Another change takes the place of the one that has lapsed, before any job has seen it.
        let quote = scene.quote(&chen, &number, &guarded, seats(3, "16:00", 1)).await.unwrap();
        assert!(quote.needs_id, "what was told for a change that is over was told for that one");
        assert_eq!(refusal(commits(&scene, &chen, &number, &quote, "").await), fault("required"));
        assert_eq!(id(&scene.booking(&chen, &number).await), "");
        commits(&scene, &chen, &number, &quote, ID).await.unwrap();
        assert_eq!(id(&scene.booking(&chen, &number).await), MASKED);
        let until = scene.receipt(&chen, &number).await.change.unwrap().until;
        scene.house.clock.turn_to(until);
        job::run_now(&scene.house.cx, "worker", Some(Job::Holds)).await.unwrap();
        assert_eq!(id(&scene.booking(&chen, &number).await), "", "not paid in time");
        let quote = scene.quote(&chen, &number, &guarded, seats(3, "10:00", 1)).await.unwrap();
        assert!(quote.needs_id, "it is asked for again");
        commits(&scene, &chen, &number, &quote, ID).await.unwrap();
        scene.pays(&chen, &number).await;
        let booking = scene.booking(&chen, &number).await;
        assert_eq!((booking.slug.as_str(), id(&booking)), ("guarded", MASKED));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_given_back_needs_no_id_number() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let asks = offer::ActiveModel { id: Set(scene.coach.offer.id), needs_id: Set(true), ..Default::default() };
        asks.update(&scene.house.db).await.unwrap();
        let fewer = scene.quote(&chen, &number, &scene.coach, seats(3, "09:00", 1)).await.unwrap();
        assert!(!fewer.needs_id);
        scene.commit(&chen, &number, &fewer).await.unwrap();
        let more = scene.quote(&chen, &number, &scene.coach, seats(3, "09:00", 2)).await.unwrap();
        assert!(more.needs_id);
        assert_eq!(refusal(scene.commit(&chen, &number, &more).await), fault("required"));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn at_the_desk_everything_that_is_wrong_is_told_at_once() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let guarded = scene.guarded(4).await;
        let lin = Asker::Staff(colleague(&scene.house.cx, "lin", Role::Agent).await.1);
        let (_, number) = scene.held(&scene.coach, seats(3, "09:00", 2)).await;
        let quote = scene.quote(&lin, &number, &guarded, seats(3, "10:00", 2)).await.unwrap();
        let sent = Sent { quote: &quote.token, why: " ", id_number: "123" };
        let refused = refusal(change::commit(&scene.house.cx, &lin, Script::Hans, &number, sent).await);
        assert_eq!(refused, Rule::Invalid(vec![Fault::new("id_number", "not-an-id"), Fault::new("why", "required")]));
    })
    .await;
}

#[tokio::test]
async fn what_is_over_has_no_id_number_any_more() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let guarded = scene.guarded(4).await;
        let knows = async |number: &Number| {
            let found = booking::Entity::by_number(number.as_str()).one(&scene.house.db).await.unwrap();
            found.unwrap().id_number.is_some()
        };
        let goes = async || {
            let (chen, number) = scene.held(&scene.coach, seats(3, "09:00", 2)).await;
            let quote = scene.quote(&chen, &number, &guarded, seats(3, "10:00", 2)).await.unwrap();
            let number = commits(&scene, &chen, &number, &quote, ID).await.unwrap().number;
            scene.pays(&chen, &number).await;
            (chen, number)
        };
        let ((chen, given_up), (hu, gone)) = (goes().await, goes().await);
        scene.cancels(&chen, &given_up).await.unwrap();
        assert!(!knows(&given_up).await && knows(&gone).await);
        let ends = scene.booking(&hu, &gone).await.row.ends;
        for (days, known) in [(29, true), (30, false)] {
            scene.house.clock.turn_to(ends + TimeDelta::days(days));
            job::run_now(&scene.house.cx, "worker", Some(Job::Leftovers)).await.unwrap();
            assert_eq!(knows(&gone).await, known, "{days} days after");
        }
    })
    .await;
}

#[tokio::test]
async fn a_part_takes_no_id_number_along_that_was_for_a_change_that_is_over() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let guarded = scene.guarded(4).await;
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let quote = scene.quote(&chen, &number, &guarded, seats(3, "10:00", 2)).await.unwrap();
        commits(&scene, &chen, &number, &quote, ID).await.unwrap();
        scene.house.clock.turn_to(scene.receipt(&chen, &number).await.change.unwrap().until);
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        for number in [&number, &part] {
            assert_eq!(id(&scene.booking(&chen, number).await), "");
        }
        scene.is_sound().await;
    })
    .await;
}
