//! Only a part of a booking is to be changed (B10, B12): it becomes a booking of its own, free of charge, and the rest stays.

use chrono::TimeDelta;
use domain::{
    Fen, Kind, Rule, Shortage,
    booking::{Number, Status},
    change::{Asked, Cut},
    desk::Role,
    terms::{Relief, Terms},
};
use entity::audit;
use i18n::Script;
use sea_orm::{ActiveValue::Set, ConnectionTrait as _, EntityTrait as _};
use services::{Asker, booking, change};
use tokio::task::JoinSet;

use crate::{
    mind::{Scene, form, nights, of_units, seats},
    people::{HOME, colleague, guest, refusal, registered},
    util::{
        House, on_both,
        shop::{day, party},
    },
};

#[tokio::test]
async fn one_room_of_three_is_moved_while_two_stay() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 2, 3)).await;
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        assert_eq!(part.kind(), Kind::Stay);
        assert_eq!(scene.taken(&scene.room).await[..4], [0, 3, 3, 0], "no unit more, none less");
        scene.is_sound().await;
        let (whole, gone) = (scene.booking(&chen, &number).await, scene.booking(&chen, &part).await);
        assert_eq!((whole.row.units, whole.row.heads, whole.row.total), (2, 2, Fen(192_000)));
        assert_eq!((gone.row.units, gone.row.heads, gone.row.total), (1, 1, Fen(96_000)));
        assert_eq!(
            (gone.row.status, gone.row.name, gone.terms_hash),
            (Status::Confirmed, whole.row.name, whole.terms_hash)
        );
        assert!(gone.terms_intact && gone.remarks == whole.remarks && gone.preferences == whole.preferences);
        assert_eq!((gone.divided_from, whole.parts), (Some(number.to_string()), vec![part.to_string()]));
        for (number, paid) in [(&number, 192_000), (&part, 96_000)] {
            let receipt = scene.receipt(&chen, number).await;
            assert_eq!((receipt.paid, receipt.due, receipt.refunded), (Fen(paid), Fen::ZERO, Fen::ZERO));
        }
        let moved = scene.changes(&chen, &part, &scene.suite, nights(5, 2, 1)).await.unwrap();
        assert_eq!(moved.due, Fen(24_000));
        scene.pays(&chen, &part).await;
        assert_eq!(scene.taken(&scene.room).await[..4], [0, 2, 2, 0]);
        assert_eq!(scene.taken(&scene.suite).await[4..6], [1, 1]);
        assert_eq!(scene.booking(&chen, &number).await.row.total, Fen(192_000), "the rest stays as it is");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn two_of_five_heads_go_another_day() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 6).await;
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 5)).await;
        let part = scene.divides(&chen, &number, of_units(2)).await.unwrap();
        let moved = scene.changes(&chen, &part, &scene.coach, seats(4, "15:00", 2)).await.unwrap().number;
        assert_ne!(moved, part, "a trip that is moved has a new number");
        assert_eq!(scene.booking(&chen, &part).await.row.number, moved.to_string());
        assert_eq!(scene.taken(&scene.coach).await[4..8], [3, 0, 0, 2]);
        let again = scene.divides(&chen, &moved, of_units(1)).await.unwrap();
        assert_eq!(scene.booking(&chen, &again).await.divided_from, Some(moved.to_string()), "a part has parts");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn the_last_night_is_spent_elsewhere() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 3, 1)).await;
        let before = scene.booking(&chen, &number).await.row;
        let part = scene.divides(&chen, &number, Cut::From(day(4))).await.unwrap();
        let (whole, gone) = (scene.booking(&chen, &number).await.row, scene.booking(&chen, &part).await.row);
        assert_eq!((whole.starts, whole.ends), (before.starts, before.ends - TimeDelta::days(1)));
        assert_eq!((gone.starts, gone.ends), (before.starts + TimeDelta::days(2), before.ends));
        assert_eq!((whole.total, gone.total), (Fen(96_000), Fen(48_000)));
        scene.is_sound().await;
        scene.changes(&chen, &part, &scene.suite, nights(4, 1, 1)).await.unwrap();
        scene.pays(&chen, &part).await;
        assert_eq!(scene.taken(&scene.room).await[..4], [0, 1, 1, 0]);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn extras_by_head_go_with_their_heads() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        scene.house.extra(&scene.room, "breakfast", 3_800, true).await;
        scene.house.extra(&scene.room, "transfer", 12_000, false).await;
        let extras = vec!["breakfast".to_owned(), "transfer".to_owned()];
        let wish = domain::catalogue::Wish { heads: 3, extras, ..nights(3, 1, 2) };
        let (chen, number) = scene.sold(&scene.room, wish).await;
        let part = scene.divides(&chen, &number, Cut::Units { units: 1, heads: 2 }).await.unwrap();
        assert_eq!(scene.booking(&chen, &part).await.row.total, Fen(48_000 + 2 * 3_800));
        assert_eq!(scene.booking(&chen, &number).await.row.total, Fen(48_000 + 3_800 + 12_000));
        let extras = async |number: &Number| {
            change::standing(&scene.house.cx, &chen, Script::Hans, number).await.unwrap().booked.wish.extras
        };
        assert_eq!(extras(&part).await, ["breakfast"]);
        assert_eq!(extras(&number).await, ["breakfast", "transfer"]);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_divided_says_why() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 6).await;
        let (li, held) = scene.held(&scene.room, nights(3, 1, 2)).await;
        assert_eq!(refusal(scene.divides(&li, &held, of_units(1)).await), Rule::Unpaid);
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 2)).await;
        assert_eq!(refusal(scene.divides(&li, &number, of_units(1)).await), Rule::Unknown, "a stranger's");
        for cut in [of_units(0), of_units(2), Cut::From(day(4)), Cut::From(day(5)), Cut::Units { units: 1, heads: 2 }] {
            assert!(matches!(refusal(scene.divides(&chen, &number, cut).await), Rule::Invalid(_)), "{cut:?}");
        }
        scene.changes(&chen, &number, &scene.suite, nights(4, 1, 2)).await.unwrap();
        assert_eq!(refusal(scene.divides(&chen, &number, of_units(1)).await), Rule::ChangeOpen);
        change::undo(&scene.house.cx, &chen, &number, "").await.unwrap();
        let seen = change::divisible(&scene.house.cx, &chen, &number).await.unwrap();
        assert_eq!(seen.refusal, None);
        let stale = form(&number, seen.version - 1, of_units(1));
        assert_eq!(refusal(scene.divides_as(&chen, &stale).await), Rule::Changed);
        let starts = scene.booking(&chen, &number).await.row.starts;
        scene.hours_before(&chen, &number, 0).await;
        assert_eq!(refusal(scene.divides(&chen, &number, of_units(1)).await), Rule::TooLate(starts));
        scene.house.clock.turn_to(starts - TimeDelta::hours(1));
        scene.cancels(&chen, &number).await.unwrap();
        let over = Rule::Over(Some(starts - TimeDelta::hours(1)));
        assert_eq!(refusal(scene.divides(&chen, &number, of_units(1)).await), over);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn no_half_is_shorter_than_its_offer_asks_for() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2).await;
        scene.house.db.execute_unprepared("UPDATE offer SET least_nights = 2").await.unwrap();
        let (chen, number) = scene.sold(&scene.room, nights(2, 4, 1)).await;
        for day_of_it in [3, 5] {
            let short = scene.divides(&chen, &number, Cut::From(day(day_of_it))).await;
            assert!(matches!(refusal(short), Rule::Invalid(_)), "{day_of_it}");
        }
        let part = scene.divides(&chen, &number, Cut::From(day(4))).await.unwrap();
        assert!(change::divisible(&scene.house.cx, &chen, &part).await.unwrap().limits.days().is_empty());
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn nights_are_divided_off_as_long_as_they_could_be_moved_and_for_the_floor_that_was_shown() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 3, 2)).await;
        let starts = scene.booking(&chen, &number).await.row.starts;
        scene.hours_before(&chen, &number, 49).await;
        let version = change::divisible(&scene.house.cx, &chen, &number).await.unwrap().version;
        let form = form(&number, version, Cut::From(day(5)));
        let shown = change::proposed(&scene.house.cx, &chen, &form).await.unwrap();
        assert_eq!(shown.goes.floor, Fen::ZERO);
        scene.hours_before(&chen, &number, 47).await;
        assert_eq!(refusal(scene.divides_as(&chen, &form).await), Rule::Changed, "it would cost a fee by now");
        scene.hours_before(&chen, &number, 3).await;
        let until = starts - TimeDelta::hours(4);
        assert_eq!(refusal(scene.divides(&chen, &number, Cut::From(day(5))).await), Rule::TooLate(until));
        scene.divides(&chen, &number, of_units(1)).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_leaves_an_attempt_to_pay_as_it_is() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 1, 2)).await;
        let version = change::divisible(&scene.house.cx, &chen, &number).await.unwrap().version;
        scene.changes(&chen, &number, &scene.suite, nights(3, 1, 2)).await.unwrap();
        scene.starts(&chen, &number).await;
        let late = scene.divides_as(&chen, &form(&number, version, of_units(1))).await;
        assert_eq!(refusal(late), Rule::ChangeOpen);
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!(receipt.payments.last().unwrap().status, domain::payment::PaymentStatus::Open);
    })
    .await;
}

#[tokio::test]
async fn what_a_change_held_that_nobody_paid_is_in_nobodys_way() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 1, 2)).await;
        scene.changes(&chen, &number, &scene.suite, nights(3, 1, 2)).await.unwrap();
        scene.starts(&chen, &number).await;
        scene.house.clock.turn_to(scene.receipt(&chen, &number).await.change.unwrap().until);
        scene.divides(&chen, &number, of_units(1)).await.unwrap();
        assert_eq!(scene.taken(&scene.suite).await[2], 0);
        scene.is_sound().await;
    })
    .await;
}

/// A restaurant in which so many parties may start at noon.
async fn paced(scene: &Scene, parties: i32) -> crate::util::shop::Ware {
    let place = scene.house.place("venue", "garden", "云栖花园").await;
    let (hall, door) = (scene.house.resource(&place).await, scene.house.resource(&place).await);
    let ware = scene.house.offer_of(&place, "table", hall, |row| row.pacing_resource_id = Set(Some(door))).await;
    for (resource, units) in [(hall, 20), (door, parties)] {
        scene.house.slot(resource, day(3), "12:00", 90, units).await;
    }
    ware
}

#[tokio::test]
async fn a_part_starts_as_a_party_of_its_own_where_parties_are_counted() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let table = paced(&scene, 2).await;
        let door = table.offer.pacing_resource_id.unwrap();
        let (chen, number) = scene.sold(&table, party(day(3), "12:00", 5)).await;
        scene.divides(&chen, &number, of_units(2)).await.unwrap();
        assert_eq!((scene.taken(&table).await[0], scene.house.slices(door).await[0].taken), (5, 2));
        scene.is_sound().await;
        let full = scene.divides(&chen, &number, of_units(1)).await;
        assert_eq!(refusal(full), Rule::Full(Shortage::Paced));
        assert_eq!(scene.booking(&chen, &number).await.row.units, 3, "nothing is done");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn four_who_send_the_same_form_have_one_part_and_of_four_forms_one_wins() {
    on_both(async |house: House| {
        let scene = std::sync::Arc::new(Scene::of(house, 9).await);
        for same in [true, false] {
            let (chen, number) = scene.sold(&scene.coach, seats(3, "15:00", 8)).await;
            let version = change::divisible(&scene.house.cx, &chen, &number).await.unwrap().version;
            let mut tasks = JoinSet::new();
            for which in 0..4 {
                let form = form(&number, version, of_units(if same { 2 } else { 1 + which }));
                let (scene, chen) = (scene.clone(), chen.clone());
                tasks.spawn(async move { scene.divides_as(&chen, &form).await });
            }
            let (mut made, mut refused) = (Vec::new(), Vec::new());
            for answer in tasks.join_all().await {
                match answer {
                    Ok(number) => made.push(number),
                    answer => refused.push(refusal(answer)),
                }
            }
            made.dedup();
            assert_eq!(made.len(), 1);
            assert_eq!(refused, vec![Rule::Changed; if same { 0 } else { 3 }]);
            assert_eq!(scene.booking(&chen, &number).await.parts, [made[0].to_string()]);
            scene.is_sound().await;
            for number in [&number, &made[0]] {
                scene.cancels(&chen, number).await.unwrap();
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_may_see_the_whole_may_see_the_part() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (chen, number) = scene.sold(&scene.room, nights(3, 2, 2)).await;
        let phone = "13800138000".parse().unwrap();
        let (early, late, stranger) = (guest(cx).await, guest(cx).await, guest(cx).await);
        booking::find(cx, early.session(), HOME, &number, &phone).await.unwrap();
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        booking::find(cx, late.session(), HOME, &number, &phone).await.unwrap();
        for asker in [&chen, &early, &late] {
            assert_eq!(booking::mine(cx, asker, Script::Hans).await.unwrap().len(), 2);
        }
        let smaller = scene.divides(&chen, &part, Cut::From(day(4))).await.unwrap();
        let last = guest(cx).await;
        booking::find(cx, last.session(), HOME, &number, &phone).await.unwrap();
        assert_eq!(booking::mine(cx, &last, Script::Hans).await.unwrap().len(), 3);
        assert_eq!(refusal(booking::show(cx, &stranger, Script::Hans, &smaller).await), Rule::Unknown);
        assert_eq!(refusal(booking::show(cx, &stranger, Script::Hans, &part).await), Rule::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_member_is_told_and_finds_both() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let member = registered(cx, "13900139000").await.member;
        let lin = Asker::Member(member.clone());
        let order = domain::booking::Order { wish: nights(3, 2, 1), ..crate::wares::order(&scene.room, 1) };
        let order = domain::booking::Order { way: domain::payment::Way::Online, ..order };
        let number = booking::place(cx, &lin, Script::Hant, "key", &order).await.unwrap();
        scene.pays(&lin, &number).await;
        let part = scene.divides(&lin, &number, Cut::From(day(4))).await.unwrap();
        let told = services::notice::inbox(cx, &member, Script::Hant).await.unwrap();
        assert!(told[0].page.ends_with(part.as_str()), "{told:?}");
        assert!(told[0].text[0].contains(number.as_str()) && told[0].text[0].contains(part.as_str()), "{told:?}");
        assert_eq!(booking::mine(cx, &lin, Script::Hant).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn staff_divide_for_a_customer_and_say_why() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let lin = colleague(cx, "lin", Role::Agent).await.1;
        let agent = Asker::Staff(lin.clone());
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 2)).await;
        let silent = scene.divides(&agent, &number, of_units(1)).await;
        assert!(matches!(refusal(silent), Rule::Invalid(_)), "why?");
        let version = change::divisible(cx, &agent, &number).await.unwrap().version;
        let form = form(&number, version, of_units(1));
        let part = change::divide(cx, &agent, Script::Hans, &form, "called at nine").await.unwrap();
        for (number, what) in [(&number, "divided"), (&part, "divided-from")] {
            let seen = scene.booking(&chen, number).await.events.into_iter().find(|event| event.what == what).unwrap();
            assert_eq!((seen.actor.as_str(), seen.why.as_str()), ("staff", ""), "what staff wrote is for staff");
            let told = services::desk::show(cx, &lin, Script::Hans, number).await.unwrap().events;
            assert!(told.iter().any(|event| event.what == what && event.why == "called at nine"));
        }
        let audited = audit::Entity::find().all(&scene.house.db).await.unwrap();
        assert!(audited.iter().any(|row| row.what == "booking-divided" && row.subject == number.as_str()));
    })
    .await;
}

#[tokio::test]
async fn a_free_move_that_was_had_is_had_by_both_parts() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let relief = Relief { move_days: 5, ..Relief::default() };
        scene.house.sells_by(&scene.room, &Terms { relief, ..Terms::standard() }).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 3)).await;
        let cx = &scene.house.cx;
        let first = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        let free = async |number: &Number| change::free_move(cx, &chen, Script::Hans, number).await.unwrap().is_some();
        assert!(free(&first).await && free(&number).await, "neither has had it");
        scene.house.clock.forward(TimeDelta::seconds(1));
        let asked = Asked { slug: "room".to_owned(), wish: nights(4, 1, 2), free: true };
        let quote = change::quote(cx, &chen, Script::Hans, &number, &asked).await.unwrap();
        scene.commit(&chen, &number, &quote).await.unwrap();
        let second = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        assert!(!free(&number).await && !free(&second).await, "it was had before it was divided");
        assert!(free(&first).await, "of another booking by then");
        assert_eq!(domain::time::day_of(scene.booking(&chen, &second).await.row.starts), day(4));
        scene.is_sound().await;
    })
    .await;
}
