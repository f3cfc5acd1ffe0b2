//! The terms of sale as data: versions that begin on a day, offers of their own policy, and proposals told again over what customers did
//! (B5, B10, B11).

use chrono::{Days, TimeDelta};
use domain::{
    Fault, Fen, Rule,
    booking::{Number, Order},
    desk::Role,
    payment::Way,
    policy::{PolicyForm, Proposal, Standing, Tally},
    terms::{Terms, Tier},
};
use i18n::Script;
use services::{Result, Staff, booking, catalogue, policy};

use crate::{
    mind::{Scene, nights},
    people::{guest, refusal},
    util::{House, on_both},
};

const WHY: &str = "as decided on Monday";

/// A proposal that takes effect in so many days.
fn proposal(scene: &Scene, terms: &Terms, version: &str, days: u64) -> Proposal {
    let terms = Terms { version: version.to_owned(), ..terms.clone() };
    let today = scene.house.cx.today();
    PolicyForm::of(&terms, today + Days::new(days)).parse(today).unwrap()
}

fn stricter() -> Terms {
    Terms { tiers: vec![Tier { hours: 72, percent: 50 }], change_fee: Fen(2_000), ..Terms::standard() }
}

async fn publishes(scene: &Scene, count: u32, proposal: &Proposal) -> Result<()> {
    policy::publish(&scene.house.cx, &scene.wang, family(scene), count, proposal, WHY).await
}

fn family(scene: &Scene) -> i64 {
    scene.room.offer.policy_id
}

/// The version that the room is sold by now.
async fn sold_by(scene: &Scene) -> String {
    catalogue::offer(&scene.house.cx, Script::Hans, "room").await.unwrap().terms.version
}

#[tokio::test]
async fn a_version_begins_on_its_day_and_what_was_sold_keeps_its_own() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let (chen, before) = scene.sold(&scene.room, nights(9, 1, 1)).await;
        let next = proposal(&scene, &stricter(), "room-2", 1);
        let blank = policy::publish(&scene.house.cx, &scene.wang, family(&scene), 1, &next, " ").await;
        assert!(matches!(refusal(blank), Rule::Invalid(_)), "why?");
        publishes(&scene, 1, &next).await.unwrap();
        publishes(&scene, 1, &next).await.unwrap();
        assert_eq!(sold_by(&scene).await, "standard-1");
        let page = policy::show(&scene.house.cx, &scene.wang, Script::Hans, family(&scene), None).await.unwrap();
        let standing: Vec<_> = page.versions.iter().map(|one| (one.standing, one.why.as_str())).collect();
        assert_eq!(standing, [(Standing::Coming, WHY), (Standing::Current, "")]);
        scene.house.clock.turn_to(next.from - TimeDelta::microseconds(1));
        assert_eq!(sold_by(&scene).await, "standard-1");
        scene.house.clock.turn_to(next.from);
        assert_eq!(sold_by(&scene).await, "room-2");
        let (lin, after) = scene.sold(&scene.room, nights(9, 1, 1)).await;
        let (old, new) = (scene.booking(&chen, &before).await, scene.booking(&lin, &after).await);
        assert_eq!((old.terms.version.as_str(), new.terms.version.as_str()), ("standard-1", "room-2"));
        assert!(old.terms_intact && new.terms_intact);
        scene.hours_before(&lin, &after, 50).await;
        assert_eq!(scene.cancels(&chen, &before).await.unwrap(), Fen(48_000));
        assert_eq!(scene.cancels(&lin, &after).await.unwrap(), Fen::ZERO);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_is_sold_by_other_terms_than_he_has_read() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let next = proposal(&scene, &stricter(), "room-2", 1);
        publishes(&scene, 1, &next).await.unwrap();
        let read = sold_by(&scene).await;
        scene.house.clock.turn_to(next.from);
        let asker = guest(&scene.house.cx).await;
        let wish = nights(9, 1, 1);
        let order = Order { wish, way: Way::Online, terms: Some(read), ..crate::wares::order(&scene.room, 1) };
        let place = |order: Order| {
            let (cx, asker) = (scene.house.cx.clone(), asker.clone());
            async move { booking::place(&cx, &asker, Script::Hans, "key", &order).await }
        };
        assert_eq!(refusal(place(order.clone()).await), Rule::TermsChanged);
        place(Order { terms: Some(sold_by(&scene).await), ..order }).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_name_or_a_day_is_used_once_and_the_second_of_two_is_told() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let first = proposal(&scene, &stricter(), "room-2", 3);
        publishes(&scene, 1, &first).await.unwrap();
        let fault = |field: &str, code: &str| Rule::Invalid(vec![Fault::new(field, code)]);
        let late = proposal(&scene, &Terms::standard(), "room-3", 5);
        assert_eq!(refusal(publishes(&scene, 1, &late).await), Rule::Changed, "another was published meanwhile");
        let named = proposal(&scene, &Terms::standard(), "room-2", 5);
        assert_eq!(refusal(publishes(&scene, 2, &named).await), fault("version", "version-taken"));
        let same_day = proposal(&scene, &Terms::standard(), "room-3", 3);
        assert_eq!(refusal(publishes(&scene, 2, &same_day).await), fault("from", "day-taken"));
        publishes(&scene, 2, &late).await.unwrap();
        let unknown = policy::publish(&scene.house.cx, &scene.wang, 9_999, 1, &late, WHY).await;
        assert_eq!(refusal(unknown), Rule::Unknown);
        for role in [Role::Agent, Role::Service, Role::Finance, Role::Admin] {
            let staff = Staff { role, ..scene.wang.clone() };
            let done = policy::publish(&scene.house.cx, &staff, family(&scene), 3, &late, WHY).await;
            assert_eq!(refusal(done), Rule::Forbidden, "{role}");
            assert_eq!(refusal(policy::list(&scene.house.cx, &staff, Script::Hans).await), Rule::Forbidden);
            assert_eq!(refusal(policy::split(&scene.house.cx, &staff, "room").await), Rule::Forbidden);
        }
    })
    .await;
}

#[tokio::test]
async fn two_who_publish_at_once_publish_one() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let (one, other) =
            (proposal(&scene, &stricter(), "room-2", 2), proposal(&scene, &Terms::standard(), "room-3", 4));
        let (first, second) = tokio::join!(publishes(&scene, 1, &one), publishes(&scene, 1, &other));
        assert_eq!(u8::from(first.is_ok()) + u8::from(second.is_ok()), 1, "{first:?} {second:?}");
    })
    .await;
}

#[tokio::test]
async fn an_offer_gets_a_policy_of_its_own() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let shared = family(&scene);
        share(&scene, shared).await;
        publishes(&scene, 1, &proposal(&scene, &stricter(), "both-2", 2)).await.unwrap();
        let own = policy::split(&scene.house.cx, &scene.wang, "suite").await.unwrap();
        assert_ne!(own, shared);
        assert_eq!(policy::split(&scene.house.cx, &scene.wang, "suite").await.unwrap(), own, "it has one already");
        let rows = policy::list(&scene.house.cx, &scene.wang, Script::Hans).await.unwrap();
        let of = |id: i64| rows.iter().find(|row| row.id == id).unwrap();
        assert_eq!((of(own).version.as_str(), of(own).next.clone().unwrap().0.as_str()), ("standard-1", "both-2"));
        assert_eq!((of(own).offers.len(), of(shared).offers.len()), (1, 1));
        let mild = proposal(&scene, &Terms::standard(), "suite-3", 3);
        policy::publish(&scene.house.cx, &scene.wang, own, 2, &mild, WHY).await.unwrap();
        scene.house.clock.turn_to(mild.from);
        let suite = catalogue::offer(&scene.house.cx, Script::Hans, "suite").await.unwrap();
        assert_eq!((sold_by(&scene).await.as_str(), suite.terms.version.as_str()), ("both-2", "suite-3"));
        assert_eq!(refusal(policy::split(&scene.house.cx, &scene.wang, "nothing").await), Rule::Unknown);
    })
    .await;
}

/// Room and suite are sold by one policy.
async fn share(scene: &Scene, family: i64) {
    use sea_orm::ConnectionTrait as _;
    let statement = format!("UPDATE offer SET policy_id = {family} WHERE slug = 'suite'");
    scene.house.db.execute_unprepared(&statement).await.unwrap();
}

#[tokio::test]
async fn what_others_do_hides_nothing_and_what_is_left_out_is_said() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let (chen, moved) = scene.sold(&scene.room, nights(8, 1, 1)).await;
        scene.changes(&chen, &moved, &scene.room, nights(9, 1, 1)).await.unwrap();
        let (lin, given_up) = scene.sold(&scene.room, nights(8, 1, 1)).await;
        scene.cancels(&lin, &given_up).await.unwrap();
        let (wu, other) = scene.sold(&scene.suite, nights(8, 1, 1)).await;
        scene.cancels(&wu, &other).await.unwrap();
        let told = async || {
            let (cx, next) = (&scene.house.cx, proposal(&scene, &stricter(), "room-2", 1));
            let page = policy::show(cx, &scene.wang, Script::Hans, family(&scene), Some(&next)).await.unwrap();
            let replay = page.replay.unwrap();
            (replay.cancelled.cases, replay.changed.cases, replay.left_out)
        };
        assert_eq!(told().await, (1, 1, 0));
        // As if the suite had been given up five thousand times more, and as many bookings of it been moved.
        repeat(&scene, &other, &moved, 5_000).await;
        assert_eq!(told().await, (1, 1, 0), "the suite is sold by another policy");
        repeat(&scene, &given_up, &given_up, 5_000).await;
        assert_eq!(told().await, (1, 1, 1), "one is older than the last five thousand");
    })
    .await;
}

/// The cancellation of a booking happens so many times more, a minute later; so does the change of another, as if it were of a suite.
async fn repeat(scene: &Scene, cancelled: &Number, changed: &Number, times: u32) {
    use sea_orm::ConnectionTrait as _;
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times})");
    let events = format!(
        "INSERT INTO booking_event (booking_id, at, actor, what, why, detail) \
         SELECT e.booking_id, e.at + 60000000, e.actor, e.what, e.why, e.detail FROM \
         (SELECT * FROM booking_event WHERE what = 'cancelled' AND booking_id = \
         (SELECT id FROM booking WHERE number = '{cancelled}') LIMIT 1) e CROSS JOIN ({numbers} SELECT i FROM n) m"
    );
    let (was, of) = (scene.room.offer.id, scene.suite.offer.id);
    let changes = format!(
        "INSERT INTO booking_change (code, booking_id, status, offer_id, place_id, asked, operations, lines, wants, total_fen, \
         fee_fen, floor_fen, difference_fen, starts_at, ends_at, hold_until, made_at, ended_at, actor, actor_id, was) \
         SELECT c.code || i, c.booking_id, c.status, c.offer_id, c.place_id, c.asked, c.operations, c.lines, c.wants, \
         c.total_fen, c.fee_fen, c.floor_fen, c.difference_fen, c.starts_at, c.ends_at, c.hold_until, c.made_at + 60000000, \
         c.ended_at, c.actor, c.actor_id, replace(c.was, '\"offer\":{was},', '\"offer\":{of},') FROM \
         (SELECT * FROM booking_change WHERE booking_id = (SELECT id FROM booking WHERE number = '{changed}') LIMIT 1) c \
         CROSS JOIN ({numbers} SELECT i FROM n) m"
    );
    for statement in [events, changes] {
        scene.house.db.execute_unprepared(&statement).await.unwrap();
    }
}

#[tokio::test]
async fn a_proposal_is_told_again_over_what_customers_did() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9).await;
        let opening = scene.house.cx.now();
        // One moved, one given up in time, one given up late, one that was only held, and one of another policy.
        let (chen, moved) = scene.sold(&scene.room, nights(8, 1, 1)).await;
        scene.changes(&chen, &moved, &scene.room, nights(9, 1, 1)).await.unwrap();
        let (lin, early) = scene.sold(&scene.room, nights(8, 1, 1)).await;
        scene.cancels(&lin, &early).await.unwrap();
        let (wu, late) = scene.sold(&scene.room, nights(2, 1, 1)).await;
        let (li, held) = scene.held(&scene.room, nights(3, 1, 1)).await;
        scene.cancels(&li, &held).await.unwrap();
        let (other, suite) = scene.sold(&scene.suite, nights(2, 1, 1)).await;
        scene.hours_before(&wu, &late, 10).await;
        let back = scene.cancels(&wu, &late).await.unwrap();
        scene.cancels(&other, &suite).await.unwrap();
        assert_eq!(back, Fen(24_000));
        let told = |proposal: Proposal| {
            let (cx, wang, family) = (scene.house.cx.clone(), scene.wang.clone(), family(&scene));
            async move {
                let page = policy::show(&cx, &wang, Script::Hans, family, Some(&proposal)).await.unwrap();
                page.replay.unwrap()
            }
        };
        let same = told(proposal(&scene, &Terms::standard(), "room-2", 1)).await;
        assert_eq!(same.cancelled, Tally { cases: 2, was: Fen(24_000), would_be: Fen(24_000), ..Tally::default() });
        assert!(same.most.is_empty());
        let replay = told(proposal(&scene, &stricter(), "room-2", 1)).await;
        let cancelled =
            Tally { cases: 2, dearer: 2, was: Fen(24_000), would_be: Fen(24_000 + 48_000), ..Tally::default() };
        assert_eq!(replay.cancelled, cancelled, "half of the early one, all of the late one");
        let changed = Tally { cases: 1, dearer: 1, would_be: Fen(2_000), ..Tally::default() };
        assert_eq!((replay.changed, replay.untold), (changed, 0));
        assert_eq!(replay.most.len(), 3);
        scene.house.clock.turn_to(opening + TimeDelta::days(100));
        let empty = told(proposal(&scene, &stricter(), "room-2", 1)).await;
        assert_eq!(empty, domain::policy::Replay::default(), "that was long ago");
    })
    .await;
}
