//! What was paid for a booking that is divided (B8, B11, B12): no fen is lost, none saved, and what goes back goes the way it came.

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::Number,
    change::Cut,
    desk::Role,
    invoice::InvoiceForm,
    payment::{ReceiptForm, Way},
    terms::{Relief, Terms},
};
use entity::payment as paid;
use i18n::Script;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use services::{
    Asker,
    booking::{self, Agreed},
    invoice, payment, voucher,
};

use crate::{
    mind::{Scene, nights, of_units},
    people::{HOME, colleague, refusal},
    util::{House, on_both, shop::day},
};

/// Number, booking's row and amount of each payment, oldest first.
async fn payments(scene: &Scene) -> Vec<(String, i64, Option<i64>)> {
    let rows = paid::Entity::find().order_by_asc(paid::Column::Id).all(&scene.house.db).await.unwrap();
    rows.into_iter().map(|row| (row.number, row.booking_id, row.received_fen)).collect()
}

#[tokio::test]
async fn what_goes_back_of_a_part_goes_back_by_the_payment_that_came() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 4)).await;
        let order = payments(&scene).await[0].0.clone();
        // One room less: what goes back waits to be checked while it is divided, twice.
        scene.changes(&chen, &number, &scene.room, nights(4, 1, 3)).await.unwrap();
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        let other = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        scene.is_sound().await;
        let came: Vec<_> = payments(&scene).await.into_iter().map(|(_, _, came)| came).collect();
        assert_eq!(came, [Some(96_000), Some(48_000), Some(48_000)]);
        let numbers: Vec<_> = payments(&scene).await.into_iter().map(|(number, ..)| number).collect();
        assert_eq!(numbers, [order.clone(), format!("{order}-1"), format!("{order}-2")]);
        for number in [&part, &other] {
            assert_eq!(scene.cancels(&chen, number).await.unwrap(), Fen(48_000));
        }
        scene.gives_back().await;
        assert_eq!(scene.bank.refund_orders(), vec![(order.clone(), 48_000, 192_000); 3]);
        scene.is_sound().await;
        assert_eq!(scene.cancels(&chen, &number).await.unwrap(), Fen(48_000));
        scene.gives_back().await;
        assert_eq!((scene.bank.refunded(), scene.bank.refund_orders().len()), (192_000, 4));
        let calls = scene.bank.calls();
        scene.house.clock.forward(TimeDelta::days(1));
        payment::ask(&scene.house.cx).await.unwrap();
        assert_eq!(scene.bank.calls(), calls, "the provider is never asked about a part");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_payment_that_is_just_as_much_goes_along_whole_and_a_part_is_divided_again() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 4)).await;
        scene.changes(&chen, &number, &scene.room, nights(4, 1, 6)).await.unwrap();
        scene.pays(&chen, &number).await;
        let before = payments(&scene).await;
        let part = scene.divides(&chen, &number, of_units(2)).await.unwrap();
        let after = payments(&scene).await;
        assert_eq!((after.len(), after[1].2), (2, Some(96_000)));
        assert_ne!((&after[1].0, after[1].1), (&before[1].0, before[1].1), "another booking's, with its number");
        assert_eq!(after[1].0, before[1].0);
        let third = scene.divides(&chen, &number, of_units(2)).await.unwrap();
        let fourth = scene.divides(&chen, &third, of_units(1)).await.unwrap();
        scene.is_sound().await;
        for number in [&part, &third, &fourth, &number] {
            scene.cancels(&chen, number).await.unwrap();
        }
        scene.gives_back().await;
        let mut of: Vec<_> = scene.bank.refund_orders().into_iter().map(|(_, fen, total)| (fen, total)).collect();
        of.sort_unstable();
        assert_eq!(of, [(48_000, 192_000), (48_000, 192_000), (96_000, 96_000), (96_000, 192_000)]);
        assert_eq!(scene.bank.refunded(), 288_000);
        scene.is_sound().await;
    })
    .await;
}

/// What goes back and what is kept when all of these are given up now.
async fn given_up(scene: &Scene, asker: &Asker, numbers: &[Number]) -> Fen {
    let mut back = Fen::ZERO;
    for number in numbers {
        back = back + scene.cancels(asker, number).await.unwrap();
    }
    back
}

#[tokio::test]
async fn both_given_up_cost_what_the_whole_would() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 6).await;
        let opening = scene.house.cx.now();
        let last = Cut::From(day(7));
        for (cut, moved) in [(of_units(1), false), (of_units(2), true), (last, false), (last, true)] {
            scene.house.clock.turn_to(opening);
            let first = if moved { 2 } else { 6 };
            let (chen, whole) = scene.sold(&scene.room, nights(first, 2, 3)).await;
            let (li, number) = scene.sold(&scene.room, nights(first, 2, 3)).await;
            if moved {
                // The fee of that moment goes with it, and is more than that of the later one.
                scene.hours_before(&chen, &whole, 10).await;
                for (asker, number) in [(&chen, &whole), (&li, &number)] {
                    scene.changes(asker, number, &scene.room, nights(6, 2, 3)).await.unwrap();
                }
            }
            scene.hours_before(&chen, &whole, if moved { 30 } else { 10 }).await;
            let whole = given_up(&scene, &chen, &[whole]).await;
            assert_eq!(whole, Fen(144_000));
            let part = scene.divides(&li, &number, cut).await.unwrap();
            assert_eq!(given_up(&scene, &li, &[number, part]).await, whole, "{cut:?} {moved}");
            scene.is_sound().await;
        }
    })
    .await;
}

#[tokio::test]
async fn fees_of_earlier_changes_stay_with_what_stays() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 6).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 4)).await;
        scene.hours_before(&chen, &number, 30).await;
        scene.changes(&chen, &number, &scene.room, nights(4, 1, 3)).await.unwrap();
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        let (whole, gone) = (scene.receipt(&chen, &number).await, scene.receipt(&chen, &part).await);
        assert_eq!((whole.paid, gone.paid), (Fen(192_000 - 48_000), Fen(48_000)));
        assert_eq!((whole.due, gone.due), (Fen::ZERO, Fen::ZERO));
        assert_eq!(scene.booking(&chen, &number).await.fees, Fen(9_600), "20 % of the fourth room");
        assert_eq!(scene.booking(&chen, &part).await.fees, Fen::ZERO);
        scene.is_sound().await;
        assert_eq!(given_up(&scene, &chen, &[number, part]).await, Fen(3 * 38_400));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn money_from_the_counter_is_checked_and_paid_out_for_each_part() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (cx, lin) = (&scene.house.cx, colleague(&scene.house.cx, "lin", Role::Agent).await.1);
        let (chen, number) = scene.held_at_the_counter(&scene.room, nights(4, 1, 2)).await;
        let form = ReceiptForm {
            number: number.to_string(),
            way: Way::Counter.to_string(),
            amount: "960".to_owned(),
            slip: "S-7".to_owned(),
        };
        payment::record(cx, &lin, "key", &form).await.unwrap();
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        let queue = payment::queue(cx, &scene.wang, Script::Hans).await.unwrap().collected;
        assert_eq!(queue.len(), 2);
        for row in queue {
            assert_eq!((row.slip.as_str(), row.payment.received), ("S-7", Some(Fen(48_000))));
            payment::check_collection(cx, &scene.wang, &row.payment.number).await.unwrap();
            payment::take_collection(cx, &scene.sun, &row.payment.number).await.unwrap();
        }
        scene.cancels(&chen, &part).await.unwrap();
        scene.gives_back().await;
        let refund = scene.receipt(&chen, &part).await.refunds[0].number.clone();
        payment::pay_out(cx, &scene.sun, &refund, "S-8").await.unwrap();
        assert_eq!(scene.receipt(&chen, &part).await.refunded, Fen(48_000));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_a_voucher_paid_stays_with_what_stays() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let relief = Relief { voucher_percent: 100, voucher_days: 90, ..Relief::default() };
        scene.house.sells_by(&scene.room, &Terms { relief, ..Terms::standard() }).await;
        let (cx, opening) = (&scene.house.cx, scene.house.cx.now());
        let (li, lost) = scene.sold(&scene.room, nights(3, 1, 3)).await;
        scene.hours_before(&li, &lost, 10).await;
        let quote = booking::cancel_quote(cx, &li, &lost).await.unwrap();
        let worth = quote.voucher.map(|offer| offer.worth);
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: worth };
        booking::cancel(cx, &li, &lost, agreed, "").await.unwrap();
        let given = scene.receipt(&li, &lost).await.granted.expect("it is given");
        assert_eq!(given.worth, Fen(72_000));
        scene.house.clock.turn_to(opening);
        let (chen, number) = scene.held(&scene.room, nights(5, 1, 3)).await;
        voucher::apply(cx, &chen, HOME, &number, &given.number).await.unwrap();
        scene.pays(&chen, &number).await;
        // 720 of the 1,440 yuan are money: enough for one room, not for another one after it.
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        assert_eq!(scene.receipt(&chen, &part).await.payments[0].way, Way::Online);
        scene.is_sound().await;
        assert_eq!(refusal(scene.divides(&chen, &number, of_units(1)).await), Rule::PaidByVoucher);
        assert_eq!(scene.booking(&chen, &number).await.row.units, 2, "nothing is done");
        scene.is_sound().await;
        assert_eq!(given_up(&scene, &chen, &[number, part]).await, Fen(144_000));
        scene.gives_back().await;
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn an_invoice_that_is_asked_for_is_over_what_stays_and_one_that_is_issued_must_go_first() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 3)).await;
        let form = InvoiceForm {
            number: number.to_string(),
            title: "云栖文化有限公司".to_owned(),
            tax_no: "91330100MA27W1XY2A".to_owned(),
            email: "fp@example.com".to_owned(),
        };
        invoice::ask(cx, &chen, &form).await.unwrap();
        scene.divides(&chen, &number, of_units(1)).await.unwrap();
        let asked = invoice::of_booking(cx, &chen, &number).await.unwrap().0.unwrap();
        assert_eq!(asked.amount, Fen(96_000));
        invoice::issue(cx, &scene.sun, asked.id, "24312000").await.unwrap();
        assert_eq!(refusal(scene.divides(&chen, &number, of_units(1)).await), Rule::Invoiced);
        invoice::correct(cx, &scene.sun, asked.id, "24312001").await.unwrap();
        scene.divides(&chen, &number, of_units(1)).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}
