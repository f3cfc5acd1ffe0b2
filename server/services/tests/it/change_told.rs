//! How a change is told (B10, B12): by names, with who, why and how much, and with what makes its fee.

use domain::{
    Fen,
    booking::{Booking, Event, Number},
    catalogue::Wish,
    change::{FeeCause, Operation},
    desk::Role,
};
use i18n::Script;
use sea_orm::ConnectionTrait as _;
use services::{Asker, Staff, booking, change, change::Sent, desk, payment};

use crate::{
    mind::{Scene, nights, of_units, seats},
    people::colleague,
    util::{House, on_both},
};

const WHY: &str = "called at nine";

/// A room with something beside it.
fn with(extra: &str) -> Wish {
    Wish { extras: vec![extra.to_owned()], ..nights(2, 1, 1) }
}

fn several(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[tokio::test]
async fn offers_and_extras_are_told_by_their_names_before_it_is_made_while_it_waits_and_after() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        for (ware, code) in [(&scene.room, "tea"), (&scene.suite, "tea"), (&scene.suite, "cake")] {
            scene.house.extra(ware, code, 1_000, false).await;
        }
        for (code, hans, hant) in [("tea", "茶点", "茶點"), ("cake", "蛋糕", "蛋糕")] {
            let names = format!("UPDATE extra SET name_hans = '{hans}', name_hant = '{hant} 繁' WHERE code = '{code}'");
            scene.house.db.execute_unprepared(&names).await.unwrap();
        }
        let (chen, number) = scene.sold(&scene.room, with("tea")).await;
        let told = [
            Operation::Offer("room 简".to_owned(), "suite 简".to_owned()),
            Operation::Extras(several(&["茶点"]), several(&["蛋糕"])),
        ];
        let quote = scene.quote(&chen, &number, &scene.suite, with("cake")).await.unwrap();
        assert_eq!(quote.operations, told);
        scene.commit(&chen, &number, &quote).await.unwrap();
        assert_eq!(scene.receipt(&chen, &number).await.change.unwrap().operations, told);
        let hant = payment::receipt(&scene.house.cx, &chen, Script::Hant, &number).await.unwrap();
        let told_hant = [
            Operation::Offer("room 繁".to_owned(), "suite 繁".to_owned()),
            Operation::Extras(several(&["茶點 繁"]), several(&["蛋糕 繁"])),
        ];
        assert_eq!(hant.change.unwrap().operations, told_hant);
        scene.pays(&chen, &number).await;
        assert_eq!(scene.booking(&chen, &number).await.changes[0].operations, told);
        scene.changes(&chen, &number, &scene.suite, nights(2, 1, 1)).await.unwrap();
        let last = scene.booking(&chen, &number).await.changes[1].operations.clone();
        assert_eq!(last, [Operation::Extras(several(&["蛋糕"]), Vec::new())]);
    })
    .await;
}

/// The events of a booking's only change: what, why, how much.
fn told(booking: &Booking) -> Vec<(String, String, Option<Fen>)> {
    let code = &booking.changes[0].code;
    let of_it = booking.events.iter().filter(|event| event.change == *code);
    let sum = |event: &Event| event.desk.as_ref().and_then(|desk| desk.amount);
    of_it.map(|event| (event.what.clone(), event.why.clone(), sum(event))).collect()
}

async fn at_the_desk(scene: &Scene, staff: &Staff, number: &Number) -> Booking {
    desk::show(&scene.house.cx, staff, Script::Hans, number).await.unwrap()
}

#[tokio::test]
async fn the_desk_sees_who_changed_it_why_and_what_it_cost_the_customer_not_why() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let lin = colleague(cx, "lin", Role::Agent).await.1;
        let agent = Asker::Staff(lin.clone());
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        let quote = scene.quote(&agent, &number, &scene.suite, nights(4, 1, 1)).await.unwrap();
        change::commit(cx, &agent, Script::Hans, &number, Sent { quote: &quote.token, why: WHY, id_number: "" })
            .await
            .unwrap();
        scene.pays(&chen, &number).await;
        let more = Some(Fen(12_000));
        let line = |what: &str, why: &str, amount| (what.to_owned(), why.to_owned(), amount);
        let seen = at_the_desk(&scene, &lin, &number).await;
        assert_eq!(told(&seen), [line("change-held", WHY, more), line("changed", "", more)]);
        let held = seen.events.iter().find(|event| event.what == "change-held").unwrap();
        assert_eq!(held.desk.as_ref().unwrap().name, "周敏");
        assert!(seen.events.iter().filter(|event| event.what == "placed").all(|event| event.change.is_empty()));
        let wu = colleague(cx, "wu", Role::Confirmation).await.1;
        let sumless = [line("change-held", WHY, None), line("changed", "", None)];
        assert_eq!(told(&at_the_desk(&scene, &wu, &number).await), sumless, "who sees no money");
        let hers = [line("change-held", "", None), line("changed", "", None)];
        assert_eq!(told(&scene.booking(&chen, &number).await), hers);

        let (hu, same) = scene.sold(&scene.room, nights(5, 1, 1)).await;
        scene.changes(&hu, &same, &scene.room, nights(6, 1, 1)).await.unwrap();
        let seen = at_the_desk(&scene, &lin, &same).await;
        assert_eq!(told(&seen), [line("changed", "", None)], "it costs nothing more and gives nothing back");
    })
    .await;
}

/// The other number of the event of that name.
fn other(events: &[Event], what: &str) -> String {
    let found = events.iter().find(|event| event.what == what);
    found.unwrap_or_else(|| panic!("{what} did not happen")).other.clone()
}

#[tokio::test]
async fn who_is_renumbered_or_divided_is_told_the_other_number() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let lin = colleague(&scene.house.cx, "lin", Role::Agent).await.1;
        let (chen, old) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let new = scene.changes(&chen, &old, &scene.coach, seats(3, "15:00", 2)).await.unwrap().number;
        let part = scene.divides(&chen, &new, of_units(1)).await.unwrap();
        for (number, what, told) in
            [(&new, "renumbered", &old), (&new, "divided", &part), (&part, "divided-from", &new)]
        {
            let seen = booking::show(&scene.house.cx, &chen, Script::Hant, number).await.unwrap().events;
            assert_eq!(other(&seen, what), told.to_string());
            assert_eq!(other(&at_the_desk(&scene, &lin, number).await.events, what), told.to_string());
        }
    })
    .await;
}

#[tokio::test]
async fn a_quote_says_what_makes_its_fee_and_what_a_move_takes_along() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 1, 2)).await;
        let fewer = scene.quote(&chen, &number, &scene.room, nights(3, 1, 1)).await.unwrap();
        assert_eq!((fewer.fee, fewer.fee_cause), (Fen::ZERO, None), "it is early enough");
        scene.hours_before(&chen, &number, 30).await;
        let fewer = scene.quote(&chen, &number, &scene.room, nights(3, 1, 1)).await.unwrap();
        assert_eq!((fewer.fee, fewer.fee_cause), (Fen(9_600), Some(FeeCause::Share(20))));
        assert_eq!((fewer.old_floor, fewer.floor), (Fen::ZERO, Fen::ZERO), "nothing is moved");
        let moved = scene.quote(&chen, &number, &scene.room, nights(9, 1, 2)).await.unwrap();
        assert_eq!((moved.fee_cause, moved.old_floor, moved.floor), (None, Fen::ZERO, Fen(19_200)));
        scene.commit(&chen, &number, &moved).await.unwrap();
        let fewer = scene.quote(&chen, &number, &scene.room, nights(9, 1, 1)).await.unwrap();
        assert_eq!((fewer.fee, fewer.fee_cause), (Fen(9_600), Some(FeeCause::Floor)));
        assert_eq!((fewer.old_floor, fewer.floor), (Fen(19_200), Fen(9_600)));
    })
    .await;
}
