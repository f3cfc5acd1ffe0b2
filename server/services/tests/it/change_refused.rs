//! What a booking cannot become, and why (B10).

use domain::{
    Fault, Fen, Rule, Shortage,
    catalogue::{Way, Wish},
    terms::{PriceRule, Terms},
};

use crate::{
    mind::{Scene, nights, seats},
    people::refusal,
    util::{House, on_both},
};

/// The first fault that a wish is refused for.
fn fault<T>(outcome: services::Result<T>) -> Fault {
    match refusal(outcome) {
        Rule::Invalid(faults) => faults[0].clone(),
        rule => panic!("a fault was expected, not {rule:?}"),
    }
}

#[tokio::test]
async fn a_past_day_and_nobody_at_all_are_refused_at_their_fields() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 1, 2)).await;
        let yesterday = scene.house.cx.today().pred_opt().unwrap();
        let past = Wish { day: yesterday, ..nights(3, 1, 2) };
        assert_eq!(fault(scene.quote(&chen, &number, &scene.room, past).await), Fault::new("day", "past"));
        for (wish, field) in
            [(nights(3, 1, 0), "rooms"), (nights(3, 0, 2), "nights"), (Wish { heads: 0, ..nights(3, 1, 2) }, "heads")]
        {
            let refused = fault(scene.quote(&chen, &number, &scene.room, wish).await);
            assert_eq!(refused, Fault::bound(field, "too-few", 1));
        }
        let (lin, seat) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let nobody = fault(scene.quote(&lin, &seat, &scene.coach, seats(3, "09:00", 0)).await);
        assert_eq!(nobody, Fault::bound("heads", "too-few", 1));
        scene.house.clock.turn_to(scene.booking(&lin, &seat).await.row.starts - chrono::TimeDelta::days(1));
        let gone = Wish { day: scene.house.cx.today(), ..seats(3, "09:00", 2) };
        assert_eq!(fault(scene.quote(&lin, &seat, &scene.coach, gone).await), Fault::new("at", "past"));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_closed_night_says_why_and_takes_nobody_in() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 1, 1)).await;
        let closed = scene.house.slices(scene.room.offer.resource_id).await[4].id;
        scene.house.close(closed, "装修", "裝修").await;
        let why = Shortage::Closed("装修".to_owned());
        let quote = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap();
        assert_eq!(quote.shortage, Some(why.clone()));
        assert_eq!(refusal(scene.commit(&chen, &number, &quote).await), Rule::Full(why));
        assert_eq!(scene.booking(&chen, &number).await.row.total, Fen(48_000), "it is what it was");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn the_terms_may_ask_for_the_same_price_or_no_lower_one() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        for (rule, dearer, cheaper) in [(PriceRule::Least, true, false), (PriceRule::Same, false, false)] {
            let terms = Terms { change_price: rule, ..Terms::standard() };
            scene.house.sells_by(&scene.room, &terms).await;
            scene.house.sells_by(&scene.suite, &terms).await;
            for (from, to, allowed) in [
                (&scene.room, &scene.suite, dearer),
                (&scene.suite, &scene.room, cheaper),
                (&scene.room, &scene.room, true),
            ] {
                let (chen, number) = scene.sold(from, nights(3, 1, 1)).await;
                let quoted = scene.quote(&chen, &number, to, nights(4, 1, 1)).await;
                if allowed {
                    quoted.unwrap();
                } else {
                    assert_eq!(refusal(quoted), Rule::ChangePrice(rule));
                }
                scene.quote(&chen, &number, from, nights(3, 2, 1)).await.expect("what is not moved may cost anything");
            }
            let (lin, held) = scene.held(&scene.suite, nights(3, 1, 1)).await;
            scene.quote(&lin, &held, &scene.room, nights(3, 1, 1)).await.expect("nothing was paid");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_proposed_instead_costs_what_the_terms_allow() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let slices = scene.house.slices(scene.room.offer.resource_id).await;
        scene.house.prices(slices[3].id, 70_000).await;
        scene.house.prices(slices[5].id, 40_000).await;
        scene.sold(&scene.room, nights(5, 1, 9)).await;
        for (rule, days) in
            [(PriceRule::Any, vec![6, 4, 7]), (PriceRule::Least, vec![4, 7]), (PriceRule::Same, vec![7])]
        {
            scene.house.sells_by(&scene.room, &Terms { change_price: rule, ..Terms::standard() }).await;
            let (chen, number) = scene.sold(&scene.room, nights(3, 1, 1)).await;
            let quote = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap();
            assert_eq!(quote.shortage, Some(Shortage::Sold));
            let proposed: Vec<_> = quote.alternatives.iter().map(|other| other.wish.clone()).collect();
            assert_eq!(proposed, days.into_iter().map(|day| nights(day, 1, 1)).collect::<Vec<_>>(), "{rule}");
            for wish in proposed {
                scene.quote(&chen, &number, &scene.room, wish).await.unwrap();
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_full_wish_has_another_time_and_another_day() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2).await;
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 1)).await;
        scene.sold(&scene.coach, seats(5, "09:00", 2)).await;
        let quote = scene.quote(&chen, &number, &scene.coach, seats(5, "09:00", 1)).await.unwrap();
        assert_eq!(quote.shortage, Some(Shortage::Sold));
        let found: Vec<_> = quote.alternatives.iter().map(|one| (one.way, one.wish.clone())).collect();
        assert_eq!(found[0], (Way::Time, seats(5, "15:00", 1)));
        assert_eq!(found[1..].iter().map(|(way, _)| *way).collect::<Vec<_>>(), [Way::Date, Way::Date]);
        for (_, wish) in found {
            assert_eq!(scene.quote(&chen, &number, &scene.coach, wish).await.unwrap().shortage, None);
        }
    })
    .await;
}
