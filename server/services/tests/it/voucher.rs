//! A voucher instead of a fee (B13): given, laid aside, paid with, given back, and never worth more than it was.

use chrono::TimeDelta;
use domain::{
    Fault, Fen, Rule,
    booking::{Number, Order, Status},
    catalogue::Wish,
    payment::{Reason, RefundStatus, Way},
    terms::{Relief, Terms},
};
use i18n::Script;
use services::{
    Asker, Result,
    booking::{self, Agreed},
    payment, voucher,
};
use tokio::task::JoinSet;

use crate::{
    mind::{Scene, nights},
    people::{HOME, guest, refusal},
    util::{
        House, on_both,
        shop::{Ware, day},
    },
};

/// A scene in which a fee can be had as a voucher.
pub async fn scene(house: House, single: bool) -> Scene {
    let scene = Scene::of(house, 9).await;
    let relief = Relief { voucher_percent: 100, voucher_days: 90, voucher_single: single, move_days: 0 };
    let terms = Terms { relief, ..Terms::standard() };
    for ware in [&scene.room, &scene.suite] {
        scene.house.sells_by(ware, &terms).await;
    }
    scene
}

/// Gives a paid room up ten hours before, and takes the voucher: 240 yuan of the 480.
pub async fn earns(scene: &Scene) -> String {
    let opening = scene.house.cx.now();
    let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
    scene.hours_before(&chen, &number, 10).await;
    let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
    let offer = quote.voucher.expect("it is offered");
    assert_eq!((quote.fee, offer.worth), (Fen(24_000), Fen(24_000)));
    let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: Some(offer.worth) };
    booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await.unwrap();
    let receipt = scene.receipt(&chen, &number).await;
    assert_eq!(receipt.refunds.iter().map(|refund| refund.amount).sum::<Fen>(), Fen(24_000), "the rest goes back");
    scene.house.clock.turn_to(opening);
    let given = receipt.granted.expect("it is given");
    assert_eq!((given.worth, given.left, given.is_over), (Fen(24_000), Fen(24_000), false));
    given.number
}

pub async fn uses(scene: &Scene, asker: &Asker, number: &Number, voucher: &str) -> Result<()> {
    voucher::apply(&scene.house.cx, asker, HOME, number, voucher).await
}

pub fn wrong(code: &str) -> Rule {
    Rule::Invalid(vec![Fault::new("voucher", code)])
}

/// What is left of a voucher, by what can be laid aside of it for a dear room.
pub async fn left(scene: &Scene, voucher: &str) -> Fen {
    let (lin, number) = scene.held(&scene.suite, nights(9, 1, 1)).await;
    let amount = match uses(scene, &lin, &number, voucher).await {
        Ok(()) => scene.receipt(&lin, &number).await.voucher.expect("it is laid aside").amount,
        Err(error) => {
            assert_eq!(refusal::<()>(Err(error)), wrong("voucher-spent"));
            Fen::ZERO
        }
    };
    scene.cancels(&lin, &number).await.unwrap();
    amount
}

#[tokio::test]
async fn it_pays_a_part_and_the_rest_is_paid_in_money() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, number) = scene.held(&scene.room, nights(6, 1, 1)).await;
        let typed = voucher.to_ascii_lowercase().replace('-', " ");
        uses(&scene, &lin, &number, &typed).await.unwrap();
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.due, receipt.voucher.unwrap().amount), (Fen(24_000), Fen(24_000)));
        assert_eq!(receipt.paid, Fen::ZERO, "it is only laid aside");
        scene.is_sound().await;
        scene.pays(&lin, &number).await;
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.booking.status, receipt.paid, receipt.due), (Status::Confirmed, Fen(48_000), Fen::ZERO));
        let ways: Vec<_> = receipt.payments.iter().map(|payment| (payment.way, payment.received)).collect();
        assert_eq!(ways, [(Way::Online, Some(Fen(24_000))), (Way::Voucher, Some(Fen(24_000)))]);
        scene.is_sound().await;
        assert_eq!(left(&scene, &voucher).await, Fen::ZERO);
    })
    .await;
}

#[tokio::test]
async fn one_that_pays_all_confirms_at_once_and_comes_back_with_the_cancellation() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let cheap = scene.house.slices(scene.room.offer.resource_id).await[6].id;
        scene.house.prices(cheap, 10_000).await;
        let (lin, number) = scene.held(&scene.room, nights(7, 1, 1)).await;
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.booking.status, receipt.paid, receipt.voucher), (Status::Confirmed, Fen(10_000), None));
        assert_eq!(left(&scene, &voucher).await, Fen(14_000));
        scene.is_sound().await;
        assert_eq!(scene.cancels(&lin, &number).await.unwrap(), Fen(10_000));
        let refund = scene.receipt(&lin, &number).await.refunds.remove(0);
        let seen = (refund.way, refund.status, refund.reason);
        assert_eq!(seen, (Way::Voucher, RefundStatus::Done, Reason::Cancelled), "nobody has to look at it");
        assert_eq!(left(&scene, &voucher).await, Fen(24_000));
        scene.is_sound().await;
        assert_eq!(scene.gives_back().await, 1, "only what was paid in money for the first booking");
        assert_eq!(scene.bank.refunded(), 24_000);
    })
    .await;
}

#[tokio::test]
async fn a_single_one_is_used_up_by_its_use() {
    on_both(async |house: House| {
        let scene = scene(house, true).await;
        let voucher = earns(&scene).await;
        let cheap = scene.house.slices(scene.room.offer.resource_id).await[6].id;
        scene.house.prices(cheap, 10_000).await;
        let (lin, number) = scene.held(&scene.room, nights(7, 1, 1)).await;
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        assert_eq!(left(&scene, &voucher).await, Fen::ZERO, "the rest is gone");
        scene.cancels(&lin, &number).await.unwrap();
        assert_eq!(left(&scene, &voucher).await, Fen(24_000), "nothing was used after all");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_laid_aside_is_free_at_the_instant_the_hold_is_over() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, number) = scene.held(&scene.room, nights(6, 1, 1)).await;
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        assert_eq!(left(&scene, &voucher).await, Fen::ZERO);
        scene.house.clock.forward(TimeDelta::minutes(31));
        assert_eq!(left(&scene, &voucher).await, Fen(24_000), "no job has run");
        services::job::run_now(&scene.house.cx, "worker", Some(domain::job::Job::Holds)).await.unwrap();
        assert_eq!(left(&scene, &voucher).await, Fen(24_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn money_that_comes_late_takes_the_voucher_again_or_goes_back() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        for (gone, swept) in [(false, false), (false, true), (true, true)] {
            let voucher = earns(&scene).await;
            let (lin, number) = scene.held(&scene.room, nights(6, 1, 1)).await;
            uses(&scene, &lin, &number, &voucher).await.unwrap();
            let order = scene.starts(&lin, &number).await;
            scene.house.clock.forward(TimeDelta::minutes(31));
            if swept {
                services::job::run_now(&scene.house.cx, "worker", Some(domain::job::Job::Holds)).await.unwrap();
            }
            if gone {
                let (wu, other) = scene.held(&scene.room, nights(7, 1, 1)).await;
                uses(&scene, &wu, &other, &voucher).await.unwrap();
                scene.pays(&wu, &other).await;
            }
            scene.is_paid_after_all(&order, 24_000).await;
            let receipt = scene.receipt(&lin, &number).await;
            if gone {
                let back = &receipt.refunds[0];
                assert_eq!((receipt.booking.status, back.amount), (Status::Expired, Fen(24_000)));
                assert_eq!(back.reason, Reason::Stale, "without the voucher more is due");
            } else {
                assert_eq!((receipt.booking.status, receipt.due), (Status::Confirmed, Fen::ZERO));
            }
            scene.is_sound().await;
        }
    })
    .await;
}

#[tokio::test]
async fn it_is_for_its_owner_alone_and_in_its_time() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, number) = scene.held(&scene.room, nights(6, 1, 1)).await;
        assert_eq!(refusal(uses(&scene, &lin, &number, " ").await), wrong("required"));
        assert_eq!(refusal(uses(&scene, &lin, &number, "YQ-0000").await), wrong("no-voucher"));
        let stranger = guest(&scene.house.cx).await;
        assert_eq!(refusal(uses(&scene, &stranger, &number, &voucher).await), Rule::Unknown);
        let other = books_for(&scene, "+8613900000077", nights(6, 1, 1)).await;
        assert_eq!(refusal(uses(&scene, &other.0, &other.1, &voucher).await), wrong("no-voucher"));
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        let second = earns(&scene).await;
        assert_eq!(refusal(uses(&scene, &lin, &number, &second).await), wrong("voucher-aside"));
        voucher::remove(&scene.house.cx, &lin, &number).await.unwrap();
        voucher::remove(&scene.house.cx, &lin, &number).await.unwrap();
        uses(&scene, &lin, &number, &second).await.unwrap();
        scene.pays(&lin, &number).await;
        assert_eq!(refusal(uses(&scene, &lin, &number, &voucher).await), Rule::NothingDue);
        scene.house.clock.forward(TimeDelta::days(8));
        let (wu, late) = scene.held(&scene.room, nights(10, 1, 1)).await;
        scene.house.clock.turn_to(scene.house.cx.now() + TimeDelta::days(90));
        assert_eq!(refusal(uses(&scene, &wu, &late, &voucher).await), Rule::NothingDue, "its hold is over as well");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_leaves_the_open_attempt_payable() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let (lin, number) = scene.held(&scene.room, nights(6, 1, 1)).await;
        let order = scene.starts(&lin, &number).await;
        assert_eq!(refusal(uses(&scene, &lin, &number, "YQ-0000").await), wrong("no-voucher"));
        voucher::remove(&scene.house.cx, &lin, &number).await.unwrap();
        assert_eq!(scene.bank.state(&order), payment::OrderState::Open);
    })
    .await;
}

#[tokio::test]
async fn one_that_has_expired_pays_nothing() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let relief = Relief { voucher_percent: 100, voucher_days: 1, ..Relief::default() };
        scene.house.sells_by(&scene.room, &Terms { relief, ..Terms::standard() }).await;
        let voucher = earns(&scene).await;
        scene.house.clock.forward(TimeDelta::days(7));
        let (lin, number) = scene.held(&scene.room, nights(9, 1, 1)).await;
        // It was given on the day of the room that was given up, and was good for one day more.
        let over = Rule::Invalid(vec![Fault::dated("voucher", "voucher-over", day(5))]);
        assert_eq!(refusal(uses(&scene, &lin, &number, &voucher).await), over);
    })
    .await;
}

#[tokio::test]
async fn no_voucher_is_given_for_a_fee_that_was_not_paid_nor_twice() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let (chen, number) = scene.held(&scene.room, nights(4, 1, 1)).await;
        assert_eq!(booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap().voucher, None);
        let (lin, sold) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        assert_eq!(booking::cancel_quote(&scene.house.cx, &lin, &sold).await.unwrap().voucher, None, "nothing is lost");
        scene.hours_before(&lin, &sold, 10).await;
        let quote = booking::cancel_quote(&scene.house.cx, &lin, &sold).await.unwrap();
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: Some(Fen(99_999)) };
        let outcome = booking::cancel(&scene.house.cx, &lin, &sold, agreed, "").await;
        assert_eq!(refusal(outcome), Rule::Changed, "not what was shown");
        let agreed = Agreed { voucher: Some(Fen(24_000)), ..agreed };
        for _ in 0..2 {
            booking::cancel(&scene.house.cx, &lin, &sold, agreed, "").await.unwrap();
        }
        assert_eq!(scene.receipt(&lin, &sold).await.granted.unwrap().left, Fen(24_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_what_he_holds_lays_it_aside_anew() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let (lin, number) = scene.held(&scene.room, nights(6, 1, 1)).await;
        uses(&scene, &lin, &number, &voucher).await.unwrap();
        scene.changes(&lin, &number, &scene.room, nights(6, 2, 1)).await.unwrap();
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.voucher, receipt.due), (None, Fen(96_000)));
        assert_eq!(left(&scene, &voucher).await, Fen(24_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_who_use_one_at_once_spend_it_once() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let voucher = earns(&scene).await;
        let mut rush = JoinSet::new();
        for after in [5, 6, 7, 8] {
            for _ in 0..2 {
                let (lin, number) = scene.held(&scene.room, nights(after, 1, 1)).await;
                let (cx, voucher) = (scene.house.cx.clone(), voucher.clone());
                rush.spawn(async move { voucher::apply(&cx, &lin, HOME, &number, &voucher).await });
            }
        }
        let mut done = 0;
        for outcome in rush.join_all().await {
            match outcome {
                Ok(()) => done += 1,
                Err(error) => {
                    let rule = refusal::<()>(Err(error));
                    assert!(rule == wrong("voucher-spent") || rule == Rule::Busy, "{rule:?}");
                }
            }
        }
        assert_eq!(done, 1);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_late_money_and_another_use_at_once_one_has_it() {
    on_both(async |house: House| {
        let scene = scene(house, false).await;
        let (mut late, mut other) = (0, 0);
        for _ in 0..8 {
            let opening = scene.house.cx.now();
            let voucher = earns(&scene).await;
            let (lin, number) = scene.held(&scene.room, nights(6, 1, 1)).await;
            uses(&scene, &lin, &number, &voucher).await.unwrap();
            let order = scene.starts(&lin, &number).await;
            scene.house.clock.forward(TimeDelta::minutes(31));
            let (wu, second) = scene.held(&scene.suite, nights(9, 1, 1)).await;
            let (paid, used) =
                tokio::join!(scene.is_paid_after_all(&order, 24_000), uses(&scene, &wu, &second, &voucher));
            let () = paid;
            let receipt = scene.receipt(&lin, &number).await;
            match (receipt.booking.status, used) {
                (Status::Confirmed, Err(error)) => {
                    let rule = refusal::<()>(Err(error));
                    assert!(rule == wrong("voucher-spent") || rule == Rule::Busy, "{rule:?}");
                    late += 1;
                    scene.cancels(&lin, &number).await.unwrap();
                }
                (Status::Expired, Ok(())) => {
                    other += 1;
                    assert_eq!(receipt.refunds[0].reason, Reason::Stale);
                }
                odd => panic!("{odd:?}"),
            }
            scene.is_sound().await;
            scene.cancels(&wu, &second).await.unwrap();
            scene.house.clock.turn_to(opening + TimeDelta::minutes(1));
        }
        assert_eq!(late + other, 8);
    })
    .await;
}

#[tokio::test]
async fn what_comes_back_to_one_that_is_over_can_be_used_again() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let relief = Relief { voucher_percent: 100, voucher_days: 1, ..Relief::default() };
        scene.house.sells_by(&scene.room, &Terms { relief, ..Terms::standard() }).await;
        let opening = scene.house.cx.now();
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        scene.hours_before(&chen, &number, 10).await;
        let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
        let voucher = quote.voucher.clone().map(|offer| offer.worth);
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher };
        booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await.unwrap();
        let voucher = scene.receipt(&chen, &number).await.granted.unwrap().number;
        let (lin, other) = scene.held(&scene.room, nights(10, 1, 1)).await;
        uses(&scene, &lin, &other, &voucher).await.unwrap();
        scene.pays(&lin, &other).await;
        scene.house.clock.turn_to(opening + TimeDelta::days(6));
        scene.cancels(&lin, &other).await.unwrap();
        let given = scene.receipt(&chen, &number).await.granted.unwrap();
        assert!(!given.is_over && given.left == Fen(24_000), "{given:?}");
        assert!(given.expires > scene.house.cx.now() + TimeDelta::days(29));
        scene.is_sound().await;
    })
    .await;
}

/// Somebody with another phone number who has booked a room.
async fn books_for(scene: &Scene, phone: &str, wish: Wish) -> (Asker, Number) {
    let asker = guest(&scene.house.cx).await;
    let mut order = Order { wish, way: Way::Online, ..crate::wares::order(&scene.room as &Ware, 1) };
    order.contact.phone = phone.parse().unwrap();
    let key = format!("key-{}", asker.session().hash);
    let number = booking::place(&scene.house.cx, &asker, Script::Hans, &key, &order).await.unwrap();
    (asker, number)
}
