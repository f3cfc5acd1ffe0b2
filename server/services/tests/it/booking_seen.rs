//! Whose a booking is: members see their own, guests what their session may see or what they can name (B2, B4).

use chrono::TimeDelta;
use domain::{Kind, Rule, booking::Number, contact::Phone};
use i18n::Script;
use services::{Asker, booking, membership};

use crate::{
    people::{HOME, credentials, guest, refusal, registered, signed_in, visitor},
    util::{House, on_both},
    wares::{coach, order, room},
};

fn phone(text: &str) -> Phone {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_foreign_number_is_as_unknown_as_one_that_is_none() {
    on_both(async |house: House| {
        let ware = coach(&house, 5).await;
        let (chen, lin) = (guest(&house.cx).await, Asker::Member(registered(&house.cx, "13900139000").await.member));
        let of_chen = booking::place(&house.cx, &chen, Script::Hans, "chen", &order(&ware, 1)).await.unwrap();
        let of_lin = booking::place(&house.cx, &lin, Script::Hans, "lin", &order(&ware, 1)).await.unwrap();
        let none = Number::generate(Kind::Trip, 1);
        let stranger = guest(&house.cx).await;
        for (asker, number) in
            [(&lin, &of_chen), (&chen, &of_lin), (&stranger, &of_chen), (&stranger, &of_lin), (&lin, &none)]
        {
            assert_eq!(refusal(booking::show(&house.cx, asker, Script::Hans, number).await), Rule::Unknown);
        }
        assert!(booking::mine(&house.cx, &stranger, Script::Hans).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_member_sees_his_bookings_in_every_browser_until_he_signs_out() {
    on_both(async |house: House| {
        let ware = coach(&house, 5).await;
        let here = registered(&house.cx, "13900139000").await.member;
        let there = signed_in(&house.cx, "13900139000").await.member;
        let number =
            booking::place(&house.cx, &Asker::Member(here), Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        assert!(booking::show(&house.cx, &Asker::Member(there.clone()), Script::Hans, &number).await.is_ok());
        let left_behind = Asker::Guest(there.session);
        assert_eq!(refusal(booking::show(&house.cx, &left_behind, Script::Hans, &number).await), Rule::Unknown);
    })
    .await;
}

#[tokio::test]
async fn my_bookings_are_listed_the_latest_service_first() {
    on_both(async |house: House| {
        let (coach, room) = (coach(&house, 5).await, room(&house, 5).await);
        let (_, session) = visitor(&house.cx).await;
        let chen = Asker::Guest(session.clone());
        let trip = booking::place(&house.cx, &chen, Script::Hans, "trip", &order(&coach, 1)).await.unwrap();
        registered(&house.cx, "13900139000").await;
        let lin = membership::sign_in(&house.cx, &session, HOME, &credentials("13900139000")).await.unwrap().member;
        let lin = Asker::Member(lin);
        let stay = booking::place(&house.cx, &lin, Script::Hans, "stay", &order(&room, 1)).await.unwrap();
        let rows = booking::mine(&house.cx, &lin, Script::Hant).await.unwrap();
        let numbers: Vec<_> = rows.iter().map(|row| row.number.as_str()).collect();
        assert_eq!(numbers, [stay.as_str(), trip.as_str()], "his own and what he booked before signing in");
    })
    .await;
}

#[tokio::test]
async fn a_guest_finds_his_booking_by_number_and_phone() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let (_, elsewhere) = visitor(&house.cx).await;
        for _ in 0..2 {
            let typed = number.as_str().to_lowercase().replace('-', " ").parse().unwrap();
            let found = booking::find(&house.cx, &elsewhere, HOME, &typed, &phone("+86 138 0013 8000")).await.unwrap();
            assert_eq!(found, number);
        }
        assert!(booking::show(&house.cx, &Asker::Guest(elsewhere), Script::Hans, &number).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_wrong_phone_and_a_wrong_number_are_answered_alike_and_give_nothing() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let none = Number::generate(Kind::Trip, 1);
        let (_, stranger) = visitor(&house.cx).await;
        for (number, tried) in [(&number, "13800138001"), (&none, "13800138000")] {
            let outcome = booking::find(&house.cx, &stranger, HOME, number, &phone(tried)).await;
            assert_eq!(refusal(outcome), Rule::Unknown);
        }
        let shown = booking::show(&house.cx, &Asker::Guest(stranger), Script::Hans, &number).await;
        assert_eq!(refusal(shown), Rule::Unknown);
    })
    .await;
}

#[tokio::test]
async fn phones_cannot_be_tried_at_a_number_known_or_not() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let known = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let none = Number::generate(Kind::Trip, 1);
        let (_, stranger) = visitor(&house.cx).await;
        for number in [&known, &none] {
            for attempt in 0..11 {
                let (address, tried) = (format!("192.0.2.{attempt}"), format!("139{attempt:08}"));
                let outcome = booking::find(&house.cx, &stranger, &address, number, &phone(&tried)).await;
                let expected =
                    if attempt < 10 { Rule::Unknown } else { Rule::TooMany(house.cx.now() + TimeDelta::hours(1)) };
                assert_eq!(refusal(outcome), expected);
            }
        }
        house.clock.forward(TimeDelta::hours(1));
        booking::find(&house.cx, &stranger, HOME, &known, &phone("13800138000")).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn numbers_cannot_be_tried_from_one_address() {
    on_both(async |house: House| {
        let (_, stranger) = visitor(&house.cx).await;
        for attempt in 0..11 {
            let number = Number::generate(Kind::Stay, attempt);
            let outcome = booking::find(&house.cx, &stranger, HOME, &number, &phone("13800138000")).await;
            let expected =
                if attempt < 10 { Rule::Unknown } else { Rule::TooMany(house.cx.now() + TimeDelta::minutes(15)) };
            assert_eq!(refusal(outcome), expected);
        }
    })
    .await;
}
