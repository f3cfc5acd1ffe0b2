//! Everybody at once: nothing is sold twice, nothing is booked twice (B7).

use domain::{Rule, booking::Number};
use entity::{booking as row, slice};
use i18n::Script;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{Asker, Cx, Error, booking};
use tokio::task::JoinSet;

use crate::{
    people::{guest, refusal},
    util::{House, on_both, shop::Ware},
    wares::{coach, order},
};

type Outcome = Result<Number, Error>;

fn places(rush: &mut JoinSet<Outcome>, cx: &Cx, asker: &Asker, ware: &Ware, key: &str) {
    let (cx, asker, key, order) = (cx.clone(), asker.clone(), key.to_owned(), order(ware, 1));
    rush.spawn(async move { booking::place(&cx, &asker, Script::Hans, &key, &order).await });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_buyers_of_the_last_five_seats_exactly_five_get_one() {
    on_both(async |house: House| {
        let ware = coach(&house, 5).await;
        let mut rush = JoinSet::new();
        for buyer in 0..50 {
            places(&mut rush, &house.cx, &guest(&house.cx).await, &ware, &format!("buyer-{buyer}"));
        }
        let (booked, refused): (Vec<_>, Vec<_>) = rush.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!(booked.len(), 5);
        for outcome in refused {
            let rule = refusal(outcome);
            assert!(matches!(rule, Rule::Full(_)), "{}", rule.code());
        }
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 5);
        assert_eq!(house.live_claims().await, 5);
        assert_eq!(slice::Entity::find().one(&house.db).await.unwrap().unwrap().taken, 5);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_clicks_make_one_booking() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 50).await, guest(&house.cx).await);
        let mut rush = JoinSet::new();
        for _ in 0..20 {
            places(&mut rush, &house.cx, &chen, &ware, "key");
        }
        let mut numbers: Vec<_> = rush.join_all().await.into_iter().map(|outcome| outcome.unwrap()).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), 1);
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 1);
        assert_eq!(slice::Entity::find().one(&house.db).await.unwrap().unwrap().taken, 1);
    })
    .await;
}

/// Sessions do not queue behind one another, so here only the key's constraint decides.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_key_in_twenty_hands_makes_one_booking() {
    on_both(async |house: House| {
        let ware = coach(&house, 50).await;
        let mut rush = JoinSet::new();
        for _ in 0..20 {
            places(&mut rush, &house.cx, &guest(&house.cx).await, &ware, "key");
        }
        let (booked, refused): (Vec<_>, Vec<_>) = rush.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!(booked.len(), 1);
        for outcome in refused {
            assert_eq!(refusal(outcome), Rule::KeyReused);
        }
        assert_eq!(slice::Entity::find().one(&house.db).await.unwrap().unwrap().taken, 1);
    })
    .await;
}
