//! Placing a booking: what is written, what is refused, and that the same order sent again is one booking.

use chrono::TimeDelta;
use domain::{
    Fault, Fen, Rule, Shortage,
    booking::{Item, Order, Status},
    terms::Terms,
    time::from_micros,
};
use entity::{booking as row, booking_event, policy, slice};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, PaginatorTrait};
use services::{Asker, booking};

use crate::{
    people::{self, guest, refusal, registered},
    util::{House, on_both},
    wares::{coach, order, room},
};

#[tokio::test]
async fn what_was_sold_is_shown_again_in_the_readers_script() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let order = order(&ware, 2);
        let number = booking::place(&house.cx, &chen, Script::Hant, "key", &order).await.unwrap();
        assert!(number.as_str().starts_with("YT-"));
        let shown = booking::show(&house.cx, &chen, Script::Hant, &number).await.unwrap();
        assert_eq!(shown.row.number, number.as_str());
        assert_eq!((shown.row.place.as_str(), shown.row.offer.as_str()), ("雲棲專線", "coach 繁"));
        assert_eq!((shown.row.units, shown.row.heads, shown.row.total), (2, 2, Fen::yuan(160)));
        assert_eq!((shown.row.name.as_str(), shown.row.phone.as_str()), ("陳怡君", "+8613800138000"));
        assert_eq!((shown.email.as_str(), shown.remarks.as_str()), ("yijun@example.com", "花生過敏"));
        assert_eq!((shown.preferences.as_str(), shown.address.as_str()), ("靠窗", "東城區"));
        assert_eq!(shown.tags, ["含早餐", "可取消"]);
        assert_eq!(shown.lines.len(), 1);
        assert_eq!((&shown.lines[0].item, shown.lines[0].count, shown.lines[0].each), (&Item::Seat, 2, Fen::yuan(80)));
        assert_eq!((shown.row.status, shown.placed), (Status::Held, house.cx.now()));
        assert_eq!(shown.hold_until, Some(shown.terms.hold_until(house.cx.now(), shown.row.starts)));
        let hans = booking::show(&house.cx, &chen, Script::Hans, &number).await.unwrap();
        assert_eq!((hans.row.place.as_str(), hans.address.as_str()), ("云栖专线", "东城区"));
        assert_eq!(hans.remarks, "花生過敏", "a customer's words stay as written");
    })
    .await;
}

#[tokio::test]
async fn the_timeline_begins_with_placed_and_held() {
    on_both(async |house: House| {
        let (ware, lin) = (coach(&house, 5).await, registered(&house.cx, "13900139000").await.member);
        let asker = Asker::Member(lin.clone());
        let number = booking::place(&house.cx, &asker, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let shown = booking::show(&house.cx, &asker, Script::Hans, &number).await.unwrap();
        let told: Vec<_> = shown.events.iter().map(|event| (event.actor.as_str(), event.what.as_str())).collect();
        assert_eq!(told, [("customer", "placed"), ("system", "held")]);
        let stored = booking_event::Entity::find().all(&house.db).await.unwrap();
        assert_eq!(stored.iter().map(|event| event.actor_id).collect::<Vec<_>>(), [Some(lin.id), None]);
    })
    .await;
}

#[tokio::test]
async fn the_same_order_sent_again_is_one_booking() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let place = async |order: Order| booking::place(&house.cx, &chen, Script::Hans, "key", &order).await;
        let mut order = order(&ware, 2);
        let number = place(order.clone()).await.unwrap();
        assert_eq!(place(order.clone()).await.unwrap(), number);
        order.agreed = Some(Fen::yuan(1));
        assert_eq!(place(order.clone()).await.unwrap(), number, "a reload may show another price");
        order.wish.units = 3;
        assert_eq!(refusal(place(order.clone()).await), Rule::KeyReused);
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 1);
        assert_eq!(taken(&house).await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_same_order_is_answered_when_nothing_is_left_and_after_signing_in() {
    on_both(async |house: House| {
        let ware = coach(&house, 1).await;
        registered(&house.cx, "13900139000").await;
        let (_, session) = people::visitor(&house.cx).await;
        let chen = Asker::Guest(session.clone());
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let form = people::credentials("13900139000");
        let lin = services::membership::sign_in(&house.cx, &session, people::HOME, &form).await.unwrap().member;
        let lin = Asker::Member(lin);
        assert_eq!(booking::place(&house.cx, &lin, Script::Hans, "key", &order(&ware, 1)).await.unwrap(), number);
        assert!(booking::show(&house.cx, &lin, Script::Hans, &number).await.is_ok());
        assert_eq!(booking::mine(&house.cx, &lin, Script::Hans).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_key_tells_nothing() {
    on_both(async |house: House| {
        let ware = coach(&house, 5).await;
        let (chen, stranger) = (guest(&house.cx).await, guest(&house.cx).await);
        booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let outcome = booking::place(&house.cx, &stranger, Script::Hans, "key", &order(&ware, 1)).await;
        assert_eq!(refusal(outcome), Rule::KeyReused);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_is_none_is_refused() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        for key in ["", "two words", "钥匙", &"k".repeat(129)] {
            let outcome = booking::place(&house.cx, &chen, Script::Hans, key, &order(&ware, 1)).await;
            assert_eq!(refusal(outcome), Rule::Invalid(vec![Fault::new("key", "required")]));
        }
    })
    .await;
}

#[tokio::test]
async fn a_price_that_was_not_agreed_to_is_not_charged() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let mut order = order(&ware, 2);
        order.agreed = Some(Fen::yuan(150));
        let outcome = booking::place(&house.cx, &chen, Script::Hans, "key", &order).await;
        assert_eq!(refusal(outcome), Rule::Repriced(Fen::yuan(160)));
        assert_eq!(taken(&house).await, 0);
        order.agreed = Some(Fen::yuan(160));
        booking::place(&house.cx, &chen, Script::Hans, "key", &order).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_refused_order_leaves_no_trace_and_its_key_unused() {
    on_both(async |house: House| {
        let (ware, chen) = (room(&house, 1).await, guest(&house.cx).await);
        let mut long = order(&ware, 1);
        long.wish.nights = 4;
        let outcome = booking::place(&house.cx, &chen, Script::Hans, "key", &long).await;
        assert_eq!(refusal(outcome), Rule::Full(Shortage::None));
        let last_night = slice::Entity::find().all(&house.db).await.unwrap().into_iter().next_back().unwrap();
        let mut last_night = last_night.into_active_model();
        last_night.capacity = Set(0);
        last_night.update(&house.db).await.unwrap();
        long.wish.nights = 3;
        let outcome = booking::place(&house.cx, &chen, Script::Hans, "key", &long).await;
        assert_eq!(refusal(outcome), Rule::Full(Shortage::Sold));
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 0);
        assert_eq!(taken(&house).await, 0, "every night or none");
        long.wish.nights = 2;
        booking::place(&house.cx, &chen, Script::Hans, "key", &long).await.unwrap();
        assert_eq!(taken(&house).await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_offer_that_asks_for_an_id_number_gets_one_and_never_shows_it_whole() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let mut row = ware.offer.clone().into_active_model();
        row.needs_id = Set(true);
        row.update(&house.db).await.unwrap();
        let mut order = order(&ware, 1);
        let outcome = booking::place(&house.cx, &chen, Script::Hans, "key", &order).await;
        assert_eq!(refusal(outcome), Rule::Invalid(vec![Fault::new("id_number", "required")]));
        order.contact.id_number = Some("11010519491231002X".parse().unwrap());
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order).await.unwrap();
        let shown = booking::show(&house.cx, &chen, Script::Hans, &number).await.unwrap();
        assert_eq!(shown.id_number, "**************002X");
    })
    .await;
}

#[tokio::test]
async fn a_later_policy_does_not_touch_what_was_sold() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let before = booking::show(&house.cx, &chen, Script::Hans, &number).await.unwrap();
        let mut harsh = Terms::standard();
        (harsh.version, harsh.tiers) = ("harsh-1".to_owned(), Vec::new());
        let mut row =
            policy::Entity::find_by_id(ware.offer.policy_id).one(&house.db).await.unwrap().unwrap().into_active_model();
        row.body = Set(serde_json::to_string(&harsh).unwrap());
        row.update(&house.db).await.unwrap();
        let after = booking::show(&house.cx, &chen, Script::Hans, &number).await.unwrap();
        assert_eq!(after, before);
        assert_eq!(after.terms, Terms::standard());
        let next = booking::place(&house.cx, &chen, Script::Hans, "next", &order(&ware, 1)).await.unwrap();
        let next = booking::show(&house.cx, &chen, Script::Hans, &next).await.unwrap();
        assert_eq!(next.terms, harsh);
        assert_ne!(next.terms_hash, before.terms_hash);
    })
    .await;
}

#[tokio::test]
async fn an_expired_hold_frees_its_units_at_that_instant() {
    on_both(async |house: House| {
        let ware = coach(&house, 1).await;
        let (first, second) = (guest(&house.cx).await, guest(&house.cx).await);
        let number = booking::place(&house.cx, &first, Script::Hans, "first", &order(&ware, 1)).await.unwrap();
        let until = booking::show(&house.cx, &first, Script::Hans, &number).await.unwrap().hold_until.unwrap();
        house.clock.forward(until - house.cx.now() - TimeDelta::microseconds(1));
        let outcome = booking::place(&house.cx, &second, Script::Hans, "second", &order(&ware, 1)).await;
        assert_eq!(refusal(outcome), Rule::Full(Shortage::Held));
        let shown = booking::show(&house.cx, &first, Script::Hans, &number).await.unwrap();
        assert_eq!(shown.row.status, Status::Held);
        house.clock.forward(TimeDelta::microseconds(1));
        let shown = booking::show(&house.cx, &first, Script::Hans, &number).await.unwrap();
        assert_eq!(shown.row.status, Status::Expired, "before any sweep");
        booking::place(&house.cx, &second, Script::Hans, "second", &order(&ware, 1)).await.unwrap();
        assert_eq!(taken(&house).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_session_holds_only_so_much_unpaid() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 50).await, guest(&house.cx).await);
        let place =
            async |key: u64| booking::place(&house.cx, &chen, Script::Hans, &key.to_string(), &order(&ware, 1)).await;
        let first = place(0).await.unwrap();
        for key in 1..booking::MOST_UNPAID {
            house.clock.forward(TimeDelta::minutes(1));
            place(key).await.unwrap();
        }
        let stored = row::Entity::find().all(&house.db).await.unwrap();
        let earliest = from_micros(stored.iter().filter_map(|row| row.hold_until).min().unwrap());
        assert_eq!(refusal(place(99).await), Rule::TooMany(earliest));
        assert_eq!(place(0).await.unwrap(), first, "what was booked is still answered");
        house.clock.forward(earliest - house.cx.now());
        place(99).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_not_sold_is_unknown_and_what_has_passed_is_past() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let mut other = order(&ware, 1);
        other.slug = "no-such-coach".to_owned();
        let outcome = booking::place(&house.cx, &chen, Script::Hans, "key", &other).await;
        assert_eq!(refusal(outcome), Rule::Unknown);
        house.clock.forward(TimeDelta::days(30));
        let later = guest(&house.cx).await;
        let outcome = booking::place(&house.cx, &later, Script::Hans, "key", &order(&ware, 1)).await;
        assert_eq!(refusal(outcome), Rule::Invalid(vec![Fault::new("day", "past")]));
    })
    .await;
}

#[tokio::test]
async fn an_order_under_a_session_that_has_ended_is_to_be_repeated() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        services::membership::sign_out(&house.cx, chen.session()).await.unwrap();
        let outcome = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 1)).await;
        assert_eq!(refusal(outcome), Rule::Busy);
        assert_eq!(taken(&house).await, 0);
    })
    .await;
}

/// Units of all slices that are taken.
async fn taken(house: &House) -> i32 {
    slice::Entity::find().all(&house.db).await.unwrap().iter().map(|slice| slice.taken).sum()
}
