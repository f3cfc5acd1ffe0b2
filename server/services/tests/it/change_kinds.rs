//! Tables and seats are changed as rooms are: to another time, for more and fewer heads, to another line (B10, B12).

use chrono::TimeDelta;
use domain::{
    Fen, Rule, Shortage,
    change::Operation,
    payment::{Reason, Way},
    terms::{Relief, Terms},
};
use i18n::Script;
use services::{
    booking::{self, Agreed},
    change, voucher,
};

use crate::{
    mind::{Scene, seats},
    people::{HOME, refusal},
    util::{
        House, on_both,
        shop::{Ware, time},
    },
};

/// Heads in the half hours of the so-manieth day, and parties that start in them.
async fn taken(scene: &Scene, table: &Ware, after: usize) -> ([i32; 4], [i32; 4]) {
    let of_day = |all: Vec<i32>| all[4 * (after - 1)..4 * after].try_into().unwrap();
    (of_day(scene.taken(table).await), of_day(scene.parties(table).await))
}

const NOBODY: ([i32; 4], [i32; 4]) = ([0; 4], [0; 4]);

#[tokio::test]
async fn a_table_is_moved_to_another_time_and_another_day_in_a_full_house_too() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 1).await;
        let table = scene.table(4, 1).await;
        let (chen, number) = scene.sold(&table, seats(3, "11:00", 4)).await;
        assert_eq!(taken(&scene, &table, 3).await, ([4, 4, 0, 0], [1, 0, 0, 0]));
        let later = scene.quote(&chen, &number, &table, seats(3, "11:30", 4)).await.unwrap();
        assert_eq!(later.operations, [Operation::Time(time("11:00"), time("11:30"))]);
        assert_eq!((later.shortage.clone(), later.difference, later.fee), (None, Fen::ZERO, Fen::ZERO));
        assert_eq!(scene.commit(&chen, &number, &later).await.unwrap().number, number, "only trips are numbered anew");
        assert_eq!(taken(&scene, &table, 3).await, ([0, 4, 4, 0], [0, 1, 0, 0]));
        scene.is_sound().await;
        scene.changes(&chen, &number, &table, seats(5, "12:00", 4)).await.unwrap();
        assert_eq!(taken(&scene, &table, 3).await, NOBODY);
        assert_eq!(taken(&scene, &table, 5).await, ([0, 0, 4, 4], [0, 0, 1, 0]));
        let booking = scene.booking(&chen, &number).await;
        assert_eq!((booking.row.total, booking.row.ends - booking.row.starts), (Fen(32_000), TimeDelta::hours(1)));
        let never = scene.quote(&chen, &number, &table, seats(5, "12:30", 4)).await;
        assert_eq!(refusal(never), Rule::Full(Shortage::None), "half an hour is too short");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_dearer_time_holds_both_tables_and_both_starts_until_it_is_paid() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 1).await;
        let table = scene.table(10, 2).await;
        let dear = scene.house.slices(table.offer.resource_id).await[20].id;
        scene.house.prices(dear, 10_000).await;
        let (chen, number) = scene.sold(&table, seats(3, "11:00", 4)).await;
        let both = [([4, 4, 0, 0], [1, 0, 0, 0]); 2];
        assert_eq!(scene.changes(&chen, &number, &table, seats(6, "11:00", 4)).await.unwrap().due, Fen(8_000));
        assert_eq!([taken(&scene, &table, 3).await, taken(&scene, &table, 6).await], both);
        scene.is_sound().await;
        change::undo(&scene.house.cx, &chen, &number, "").await.unwrap();
        assert_eq!([taken(&scene, &table, 3).await, taken(&scene, &table, 6).await], [both[0], NOBODY]);
        scene.house.clock.forward(TimeDelta::seconds(1));
        scene.changes(&chen, &number, &table, seats(6, "11:00", 4)).await.unwrap();
        scene.pays(&chen, &number).await;
        assert_eq!([taken(&scene, &table, 3).await, taken(&scene, &table, 6).await], [NOBODY, both[1]]);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn heads_come_and_go_at_a_table_without_another_start() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 1).await;
        let table = scene.table(6, 1).await;
        let (chen, number) = scene.sold(&table, seats(3, "11:00", 4)).await;
        let many = scene.quote(&chen, &number, &table, seats(3, "11:00", 7)).await.unwrap();
        assert_eq!(many.shortage, Some(Shortage::Few(2)));
        let more = scene.quote(&chen, &number, &table, seats(3, "11:00", 6)).await.unwrap();
        assert_eq!((more.operations.as_slice(), more.difference), (&[Operation::Heads(4, 6)][..], Fen(16_000)));
        assert_eq!(scene.commit(&chen, &number, &more).await.unwrap().due, Fen(16_000));
        scene.pays(&chen, &number).await;
        assert_eq!(taken(&scene, &table, 3).await, ([6, 6, 0, 0], [1, 0, 0, 0]));
        scene.is_sound().await;
        scene.hours_before(&chen, &number, 30).await;
        // 80 % of a head.
        scene.changes(&chen, &number, &table, seats(3, "11:00", 5)).await.unwrap();
        assert_eq!(taken(&scene, &table, 3).await, ([5, 5, 0, 0], [1, 0, 0, 0]));
        let (booking, receipt) = (scene.booking(&chen, &number).await, scene.receipt(&chen, &number).await);
        assert_eq!((booking.row.total, booking.fees), (Fen(40_000), Fen(1_600)));
        assert_eq!(receipt.refunds.iter().map(|refund| refund.amount).sum::<Fen>(), Fen(6_400));
        assert_eq!(scene.cancels(&chen, &number).await.unwrap(), Fen(32_000));
        assert_eq!(taken(&scene, &table, 3).await, NOBODY);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn where_enough_parties_start_no_other_one_moves_to_but_one_that_starts_there_may_grow() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 1).await;
        let table = scene.table(20, 1).await;
        let (chen, number) = scene.sold(&table, seats(3, "11:00", 2)).await;
        let (lin, other) = scene.sold(&table, seats(3, "11:30", 2)).await;
        let full = scene.quote(&chen, &number, &table, seats(3, "11:30", 3)).await.unwrap();
        assert_eq!(full.shortage, Some(Shortage::Paced));
        assert!(!full.alternatives.is_empty());
        for other in &full.alternatives {
            let there = scene.quote(&chen, &number, &table, other.wish.clone()).await.unwrap();
            assert_eq!(there.shortage, None, "{other:?}");
        }
        assert_eq!(refusal(scene.commit(&chen, &number, &full).await), Rule::Full(Shortage::Paced));
        scene.changes(&chen, &number, &table, seats(3, "11:00", 5)).await.unwrap();
        scene.pays(&chen, &number).await;
        assert_eq!(taken(&scene, &table, 3).await, ([5, 7, 2, 0], [1, 1, 0, 0]));
        scene.cancels(&lin, &other).await.unwrap();
        scene.changes(&chen, &number, &table, seats(3, "11:30", 5)).await.unwrap();
        assert_eq!(taken(&scene, &table, 3).await, ([0, 5, 5, 0], [0, 1, 0, 0]));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn moving_a_table_away_first_saves_no_fee() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 1).await;
        let table = scene.table(10, 2).await;
        let (chen, number) = scene.sold(&table, seats(3, "11:00", 4)).await;
        scene.hours_before(&chen, &number, 10).await;
        for after in [6, 9] {
            scene.changes(&chen, &number, &table, seats(after, "11:00", 4)).await.unwrap();
        }
        assert_eq!(
            scene.cancels(&chen, &number).await.unwrap(),
            Fen(16_000),
            "half, as ten hours before the first time"
        );
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_seat_goes_to_another_line_for_the_difference_and_back_with_what_it_took_along() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let express = scene.express(4).await;
        let (chen, old) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let offers = change::offers(&scene.house.cx, &chen, Script::Hans, &old, "coach").await.unwrap();
        assert_eq!(offers.iter().map(|(slug, _)| slug.as_str()).collect::<Vec<_>>(), ["coach", "express"]);
        let quote = scene.quote(&chen, &old, &express, seats(3, "10:00", 2)).await.unwrap();
        assert_eq!(
            quote.operations[0],
            Operation::Offer("云栖专线 · coach 简".to_owned(), "云栖快线 · express 简".to_owned())
        );
        let due = scene.commit(&chen, &old, &quote).await.unwrap();
        assert_eq!((due.due, &due.number), (Fen(8_000), &old), "it is what it was until the difference is paid");
        assert_eq!((scene.taken(&scene.coach).await[4], scene.taken(&express).await[4]), (2, 2), "both are held");
        scene.pays(&chen, &old).await;
        assert_eq!((scene.taken(&scene.coach).await[4], scene.taken(&express).await[4]), (0, 2));
        let booking = scene.booking(&chen, &old).await;
        assert_eq!((booking.slug.as_str(), booking.row.place.as_str()), ("express", "云栖快线"));
        assert_ne!(booking.row.number, old.to_string());
        scene.is_sound().await;

        scene.hours_before(&chen, &old, 30).await;
        let back = scene.quote(&chen, &old, &scene.coach, seats(5, "15:00", 2)).await.unwrap();
        assert_eq!((back.difference, back.fee, back.floor), (Fen(-8_000), Fen::ZERO, Fen(4_800)));
        scene.commit(&chen, &old, &back).await.unwrap();
        let refunds: Vec<_> =
            scene.receipt(&chen, &old).await.refunds.iter().map(|one| (one.amount, one.reason)).collect();
        assert_eq!(refunds, [(Fen(8_000), Reason::Change)]);
        assert_eq!(scene.cancels(&chen, &old).await.unwrap(), Fen(16_000 - 4_800), "a fifth of the dearer seats");
        assert_eq!((scene.taken(&scene.coach).await[9], scene.taken(&express).await[4]), (0, 0));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_a_voucher_paid_stays_paid_by_it_when_a_table_is_moved() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 1).await;
        let table = scene.table(10, 2).await;
        let relief = Relief { voucher_percent: 100, voucher_days: 90, ..Relief::default() };
        scene.house.sells_by(&table, &Terms { relief, ..Terms::standard() }).await;
        let (chen, given_up) = scene.sold(&table, seats(3, "11:00", 4)).await;
        scene.hours_before(&chen, &given_up, 10).await;
        let quote = booking::cancel_quote(&scene.house.cx, &chen, &given_up).await.unwrap();
        let agreed =
            Agreed { version: quote.version, refund: quote.refund, voucher: quote.voucher.map(|offer| offer.worth) };
        booking::cancel(&scene.house.cx, &chen, &given_up, agreed, "").await.unwrap();
        let voucher = scene.receipt(&chen, &given_up).await.granted.unwrap().number;
        let (lin, number) = scene.held(&table, seats(8, "11:00", 4)).await;
        voucher::apply(&scene.house.cx, &lin, HOME, &number, &voucher).await.unwrap();
        scene.pays(&lin, &number).await;
        scene.changes(&lin, &number, &table, seats(9, "12:00", 4)).await.unwrap();
        let receipt = scene.receipt(&lin, &number).await;
        assert_eq!((receipt.paid, receipt.due, receipt.refunds.len()), (Fen(32_000), Fen::ZERO, 0));
        assert_eq!(scene.cancels(&lin, &number).await.unwrap(), Fen(32_000));
        let refunds = scene.receipt(&lin, &number).await.refunds;
        let of = |way| refunds.iter().filter(|one| one.way == way).map(|one| one.amount).sum::<Fen>();
        assert_eq!(
            (of(Way::Online), of(Way::Voucher)),
            (Fen(16_000), Fen(16_000)),
            "each goes back where it came from"
        );
        scene.is_sound().await;
    })
    .await;
}
