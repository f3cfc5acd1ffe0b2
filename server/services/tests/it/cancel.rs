//! A customer gives his booking up, and what was shown is what goes back (B11, B12).

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::Status,
    payment::{Reason, RefundStatus},
};
use services::{
    booking::{self, Agreed},
    payment,
};

use crate::{
    mind::{Scene, nights, seats},
    people::{guest, refusal},
    util::{House, on_both},
};

#[tokio::test]
async fn what_goes_back_follows_the_hours() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        for (hours, back) in [(48, 48_000), (24, 38_400), (2, 24_000), (1, 0)] {
            let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
            let opening = scene.house.cx.now();
            scene.hours_before(&chen, &number, hours).await;
            let taken = scene.taken(&scene.room).await[3];
            assert_eq!(scene.cancels(&chen, &number).await.unwrap(), Fen(back), "{hours} hours before");
            assert_eq!(scene.taken(&scene.room).await[3], taken - 1, "the room is free at once");
            let receipt = scene.receipt(&chen, &number).await;
            assert_eq!((receipt.booking.status, receipt.due), (Status::Cancelled, Fen::ZERO));
            assert_eq!(receipt.refunds.iter().map(|refund| refund.amount.0).sum::<i64>(), back);
            scene.is_sound().await;
            scene.gives_back().await;
            let done = scene.receipt(&chen, &number).await.refunds;
            assert!(done.iter().all(|refund| refund.status == RefundStatus::Done));
            scene.is_sound().await;
            scene.house.clock.turn_to(opening);
        }
    })
    .await;
}

#[tokio::test]
async fn giving_up_twice_gives_back_once() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.coach, seats(5, "09:00", 2)).await;
        let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: None };
        for _ in 0..2 {
            booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await.unwrap();
        }
        let receipt = scene.receipt(&chen, &number).await;
        let refunds: Vec<_> = receipt.refunds.iter().map(|refund| (refund.amount, refund.reason)).collect();
        assert_eq!(refunds, [(Fen(16_000), Reason::Cancelled)]);
        let over = booking::cancel_quote(&scene.house.cx, &chen, &number).await;
        assert_eq!(refusal(over), Rule::Over(Some(scene.house.cx.now())), "since it was given up");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_was_shown_is_what_goes_back_or_nothing_is_done() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        scene.hours_before(&chen, &number, 48).await;
        let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
        assert_eq!((quote.refund, quote.next_refund), (Fen(48_000), Some(Fen(38_400))));
        scene.house.clock.forward(TimeDelta::microseconds(1));
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: None };
        let late = booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await;
        assert_eq!(refusal(late), Rule::RefundNow(Fen(38_400)));
        let stale = Agreed { version: quote.version + 1, refund: Fen(38_400), voucher: None };
        assert_eq!(refusal(booking::cancel(&scene.house.cx, &chen, &number, stale, "").await), Rule::Changed);
        assert_eq!(scene.booking(&chen, &number).await.row.status, Status::Confirmed);
        let stranger = guest(&scene.house.cx).await;
        assert_eq!(refusal(booking::cancel_quote(&scene.house.cx, &stranger, &number).await), Rule::Unknown);
        scene.hours_before(&chen, &number, 0).await;
        let starts = scene.house.cx.now();
        assert_eq!(refusal(scene.cancels(&chen, &number).await), Rule::TooLate(starts));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_only_held_costs_nothing_and_late_money_goes_back() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.held(&scene.room, nights(1, 1, 1)).await;
        let order = scene.starts(&chen, &number).await;
        assert_eq!(scene.cancels(&chen, &number).await.unwrap(), Fen::ZERO);
        assert_eq!(scene.bank.state(&order), payment::OrderState::Closed);
        scene.is_paid_after_all(&order, 48_000).await;
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.refunds[0].amount, receipt.refunds[0].reason), (Fen(48_000), Reason::Cancelled));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn giving_up_that_is_refused_leaves_the_open_attempt_payable() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.held(&scene.room, nights(4, 1, 1)).await;
        let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
        let seen = Agreed { version: quote.version, refund: quote.refund, voucher: None };
        let order = scene.starts(&chen, &number).await;
        for (agreed, rule) in [
            (Agreed { version: seen.version + 1, ..seen }, Rule::Changed),
            (Agreed { refund: Fen(1), ..seen }, Rule::RefundNow(Fen::ZERO)),
            (Agreed { voucher: Some(Fen(1)), ..seen }, Rule::Changed),
        ] {
            assert_eq!(refusal(booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await), rule);
        }
        assert_eq!(scene.bank.state(&order), payment::OrderState::Open);
        scene.is_paid(&order).await;
        let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: None };
        scene.changes(&chen, &number, &scene.room, nights(4, 2, 1)).await.unwrap();
        let order = scene.starts(&chen, &number).await;
        let refused = booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await;
        assert_eq!(refusal(refused), Rule::ChangeOpen, "the difference is about to be paid");
        assert_eq!(scene.bank.state(&order), payment::OrderState::Open);
        scene.is_paid(&order).await;
        assert_eq!(scene.receipt(&chen, &number).await.paid, Fen(96_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn moving_away_first_saves_no_fee() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        scene.hours_before(&chen, &number, 10).await;
        for day in [6, 9] {
            scene.changes(&chen, &number, &scene.room, nights(day, 1, 1)).await.unwrap();
        }
        assert_eq!(
            scene.cancels(&chen, &number).await.unwrap(),
            Fen(24_000),
            "half, as ten hours before the first time"
        );
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_fee_above_what_was_paid_stays_due_and_can_be_paid() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cheap = scene.house.slices(scene.room.offer.resource_id).await[8].id;
        scene.house.prices(cheap, 1_000).await;
        let (chen, number) = scene.sold(&scene.suite, nights(2, 1, 1)).await;
        scene.hours_before(&chen, &number, 10).await;
        scene.changes(&chen, &number, &scene.room, nights(9, 1, 1)).await.unwrap();
        assert_eq!(scene.cancels(&chen, &number).await.unwrap(), Fen::ZERO);
        let due = Fen(30_000 - 1_000);
        assert_eq!(scene.receipt(&chen, &number).await.due, due, "half of the suite, less what he had left with us");
        scene.is_sound().await;
        scene.house.clock.forward(TimeDelta::days(60));
        assert_eq!(scene.receipt(&chen, &number).await.due, due, "it does not run out");
        scene.pays(&chen, &number).await;
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.due, receipt.booking.status), (Fen::ZERO, Status::Cancelled));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_refund_is_split_over_the_payments_it_came_by() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(5, 1, 1)).await;
        scene.changes(&chen, &number, &scene.room, nights(5, 2, 1)).await.unwrap();
        scene.pays(&chen, &number).await;
        assert_eq!(scene.cancels(&chen, &number).await.unwrap(), Fen(96_000));
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!(receipt.refunds.iter().map(|refund| refund.amount).collect::<Vec<_>>(), [Fen(48_000), Fen(48_000)]);
        scene.gives_back().await;
        assert_eq!(scene.bank.refunded(), 96_000);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_has_begun_is_too_late_and_what_has_ended_is_over() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (table, opening) = (scene.table(4, 1).await, scene.house.cx.now());
        for (ware, wish) in
            [(&scene.room, nights(2, 2, 1)), (&scene.coach, seats(2, "09:00", 1)), (&table, seats(2, "11:00", 2))]
        {
            scene.house.clock.turn_to(opening);
            let (chen, number) = scene.sold(ware, wish).await;
            let quote = booking::cancel_quote(&scene.house.cx, &chen, &number).await.unwrap();
            let agreed = Agreed { version: quote.version, refund: Fen::ZERO, voucher: None };
            let (row, taken) = (scene.booking(&chen, &number).await.row, scene.taken(ware).await);
            let (begun, ended) = (Rule::TooLate(row.starts), Rule::Over(Some(row.ends)));
            for (now, rule) in [
                (row.starts, begun.clone()),
                (row.ends - TimeDelta::microseconds(1), begun),
                (row.ends, ended.clone()),
                (row.ends + TimeDelta::days(30), ended),
            ] {
                scene.house.clock.turn_to(now);
                assert_eq!(refusal(booking::cancel_quote(&scene.house.cx, &chen, &number).await), rule, "{now}");
                let done = booking::cancel(&scene.house.cx, &chen, &number, agreed, "").await;
                assert_eq!(refusal(done), rule, "{now}");
            }
            let receipt = scene.receipt(&chen, &number).await;
            assert_eq!((receipt.booking.status, receipt.refunds.len()), (Status::Confirmed, 0));
            assert_eq!(scene.taken(ware).await, taken, "nothing is done");
            scene.is_sound().await;
        }
    })
    .await;
}
