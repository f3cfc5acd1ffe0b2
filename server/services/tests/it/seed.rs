//! The demo house: whole on both engines at any hour, and never on top of something else.

use std::collections::BTreeMap;

use domain::{Kind, booking::Status, help::Topic, time::day_of};
use entity::{booking, case_file, case_round, offer, place, slice};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::{Error, check, help, seed};

use crate::util::{House, on_both};

/// How many bookings stand where.
async fn standing(house: &House) -> BTreeMap<&'static str, usize> {
    let mut standing = BTreeMap::new();
    for row in booking::Entity::find().all(&house.db).await.expect("bookings are read") {
        let word = match row.status_at(house.cx.now()).expect("a status") {
            Status::Held => "held",
            Status::Confirmed => "confirmed",
            Status::Cancelled => "cancelled",
            Status::Expired => "expired",
        };
        *standing.entry(word).or_default() += 1;
    }
    standing
}

#[tokio::test]
async fn the_demo_house_is_whole_and_is_made_once() {
    on_both(async |house: House| {
        let made = seed::demo(&house.cx).await.expect("the demo house is made");
        assert!(made.places >= 15 && made.slices > 8_000 && made.members == 8 && made.staff == 8, "{made}");
        assert!(made.bookings >= 44 && made.cases >= 25 && made.replies >= 8, "{made}");
        for kind in Kind::ALL {
            let of_kind = place::Entity::find().filter(place::Column::Kind.eq(kind.as_str()));
            let count = of_kind.count(&house.db).await.expect("places are counted");
            assert!(count >= 4, "{count} of {kind}");
        }
        let standing = standing(&house).await;
        assert!(standing.len() == 4 && standing.values().all(|count| *count >= 3), "{standing:?}");
        let report = check::run(&house.cx).await.expect("the books are checked");
        assert_eq!(report.faults, Vec::<String>::new());

        let topics = help::home(&house.cx, Script::Hant, None).await.expect("help is there");
        assert!(topics.len() == Topic::ALL.len() && made.articles >= 14, "{topics:?}");

        assert_eq!(usize::try_from(report.cases).expect("few"), made.cases);

        let again = seed::demo(&house.cx).await.expect("a second run is no fault");
        assert!(again.already);
        let count = booking::Entity::find().count(&house.db).await.expect("bookings are counted");
        assert_eq!(usize::try_from(count).expect("few"), made.bookings);
    })
    .await;
}

#[tokio::test]
async fn the_hour_and_the_season_do_not_matter() {
    for start in ["2026-11-27T00:04:00+08:00", "2026-12-31T06:30:00+08:00", "2027-02-05T23:55:00+08:00"] {
        let house = House::on_sqlite().await;
        house.clock.turn_to(start.parse().expect("an instant"));
        let made = seed::demo(&house.cx).await.expect("the demo house is made");
        assert!(made.bookings >= 42, "{start}: {made}");
        assert_eq!(check::run(&house.cx).await.expect("checked").faults, Vec::<String>::new(), "{start}");
        assert!(standing(&house).await.contains_key("held"), "{start}");
        let cases = case_file::Entity::find().all(&house.db).await.expect("cases are read");
        for status in ["open", "waiting", "resolved"] {
            assert!(cases.iter().filter(|case| case.status == status).count() >= 1, "{start}: nothing is {status}");
        }
        assert!(cases.iter().filter(|case| case.booking_id.is_some()).count() >= 5, "{start}");
        let rounds = case_round::Entity::find().all(&house.db).await.expect("rounds are read");
        assert!(rounds.iter().filter(|round| round.rating.is_some()).count() >= 8, "{start}");
    }
}

#[tokio::test]
async fn something_is_free_something_gone_and_something_closed() {
    let house = House::on_sqlite().await;
    seed::demo(&house.cx).await.expect("the demo house is made");
    let today = day_of(house.cx.now());
    let slices = slice::Entity::find().filter(slice::Column::Day.gte(today)).all(&house.db).await.expect("slices");
    assert!(slices.iter().any(|slice| slice.closed && slice.closed_hant.is_some()));
    assert!(slices.iter().any(|slice| slice.taken == slice.capacity));
    assert!(slices.iter().filter(|slice| slice.taken < slice.capacity).count() > slices.len() / 2);
    let needing = offer::Entity::sold().filter(offer::Column::NeedsId.eq(true)).count(&house.db).await.expect("offers");
    assert!(needing > 0);
}

#[tokio::test]
async fn a_house_with_a_life_of_its_own_is_left_alone() {
    let house = House::on_sqlite().await;
    let slices = seed::bulk(&house.cx, 1_000).await.expect("a catalogue to measure with");
    assert!(slices >= 1_000);
    let places = place::Entity::find().count(&house.db).await.expect("places are counted");
    assert!(matches!(seed::demo(&house.cx).await, Err(Error::Internal(why)) if why.contains("only for an empty one")));
    assert_eq!(place::Entity::find().count(&house.db).await.expect("places are counted"), places);
    assert!(seed::bulk(&house.cx, 100).await.expect("and some more of it") >= 100);
}

#[tokio::test]
async fn the_house_can_be_made_on_any_day_at_any_hour() {
    for (days, hours) in [(0, 0), (1, 14), (2, 4), (3, 8), (4, 10), (5, 1), (6, 14), (7, 9), (38, 5), (80, 7)] {
        let house = House::on_sqlite().await;
        house.clock.forward(chrono::TimeDelta::days(days) + chrono::TimeDelta::hours(hours));
        seed::demo(&house.cx).await.unwrap_or_else(|error| panic!("after {days} days and {hours} hours: {error}"));
    }
}
