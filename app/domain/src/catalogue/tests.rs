//! Searches and wishes: defaults, every fault, and that nothing typed makes them panic.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::{
    Kind,
    testing::{said, today},
};

fn search_form(pairs: &[(&'static str, String)]) -> SearchForm {
    let fields: serde_json::Map<_, _> =
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone().into())).collect();
    serde_json::from_value(fields.into()).unwrap()
}

fn wish_form(pairs: &[(&'static str, &str)]) -> WishForm {
    let fields: serde_json::Map<_, _> =
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
    serde_json::from_value(fields.into()).unwrap()
}

fn limits(kind: Kind) -> OfferLimits {
    let stay = kind == Kind::Stay;
    OfferLimits {
        kind,
        heads_per_unit: if stay { 2 } else { 1 },
        least: if kind == Kind::Venue { 4 } else { 1 },
        most: if stay { 5 } else { 12 },
        least_nights: 1,
        extras: ["breakfast", "cot", "guide"].map(str::to_owned).to_vec(),
    }
}

#[test]
fn a_blank_search_is_for_tomorrow() {
    for (kind, heads) in [(Kind::Stay, 2), (Kind::Venue, 2), (Kind::Trip, 1)] {
        let search = SearchForm::default().parse(kind, today()).unwrap();
        assert_eq!(
            (search.day, search.nights, search.rooms, search.heads),
            (today() + TimeDelta::days(1), 1, 1, heads)
        );
        assert_eq!((search.time, search.page), (None, 1));
        assert_eq!(search.query(1), [("day", "2026-11-24".to_owned())]);
    }
}

#[test]
fn a_search_tells_every_fault() {
    let form = SearchForm {
        q: "山".repeat(61),
        city: "bei jing".to_owned(),
        day: "2026-11-22".to_owned(),
        nights: "31".to_owned(),
        rooms: "0".to_owned(),
        heads: "viele".to_owned(),
        page: "-1".to_owned(),
        ..SearchForm::default()
    };
    let faults = said(form.parse(Kind::Stay, today()).unwrap_err());
    assert_eq!(
        faults,
        [
            "q too-long 60",
            "city unknown",
            "day past",
            "nights too-many 30",
            "rooms too-few 1",
            "heads not-a-number",
            "page too-few 1"
        ]
    );
    let form = SearchForm { time: "25:00".to_owned(), from: "../".to_owned(), to: "\0".to_owned(), ..form };
    let faults = said(form.parse(Kind::Trip, today()).unwrap_err());
    assert_eq!(
        faults[2..],
        ["day past", "heads not-a-number", "time not-a-time", "from unknown", "to unknown", "page too-few 1"]
    );
}

#[test]
fn days_that_can_be_searched() {
    let fault = |day: &str| {
        let form = SearchForm { day: day.to_owned(), ..SearchForm::default() };
        form.parse(Kind::Venue, today()).map(|search| search.day).map_err(said)
    };
    assert_eq!(fault("2026-11-23"), Ok(today()));
    assert_eq!(fault("2027-11-23"), Ok(today() + TimeDelta::days(365)));
    assert_eq!(fault("2027-11-24"), Err(vec!["day too-far 365".to_owned()]));
    assert_eq!(fault("2026-11-31"), Err(vec!["day not-a-date".to_owned()]));
    assert_eq!(SearchForm::default().parse(Kind::Stay, NaiveDate::MAX).map(|search| search.day), Ok(NaiveDate::MAX));
}

#[test]
fn a_room_without_a_guest_is_no_stay() {
    let form = |rooms: &str, heads: &str| {
        let form = SearchForm { rooms: rooms.to_owned(), heads: heads.to_owned(), ..SearchForm::default() };
        form.parse(Kind::Stay, today()).map(|search| search.heads).map_err(said)
    };
    assert_eq!(form("3", "2"), Err(vec!["rooms more-rooms-than-heads 2".to_owned()]));
    assert_eq!(form("3", "x"), Err(vec!["heads not-a-number".to_owned()]));
    assert_eq!(form("3", "3"), Ok(3));
    assert_eq!(form("3", ""), Ok(3));
}

#[test]
fn a_search_becomes_a_wish() {
    let form =
        SearchForm { rooms: "2".to_owned(), nights: "3".to_owned(), heads: "4".to_owned(), ..SearchForm::default() };
    let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0);
    let stay = form.parse(Kind::Stay, today()).unwrap().wish(noon);
    assert_eq!((stay.nights, stay.units, stay.heads, stay.at), (3, 2, 4, None));
    let venue = form.parse(Kind::Venue, today()).unwrap().wish(noon);
    assert_eq!((venue.nights, venue.units, venue.heads, venue.at), (1, 4, 4, noon));
}

#[test]
fn wishes_are_read_within_the_limits() {
    let ok = |kind, pairs: &[(&'static str, &str)]| wish_form(pairs).parse(&limits(kind), today()).unwrap();
    let stay = ok(Kind::Stay, &[("day", "2026-11-23"), ("nights", "30"), ("rooms", "2"), ("heads", "4"), ("at", "x")]);
    assert_eq!((stay.nights, stay.units, stay.heads, stay.at), (30, 2, 4, None));
    assert_eq!(WishForm::from(&stay).rooms, "2");
    let venue = ok(
        Kind::Venue,
        &[
            ("day", "2026-11-23"),
            ("heads", "4"),
            ("at", "18:30"),
            ("nights", "x"),
            ("extras", " guide,breakfast，guide,"),
        ],
    );
    assert_eq!((venue.nights, venue.units, venue.heads), (1, 4, 4));
    assert_eq!(venue.extras, ["breakfast", "guide"]);
    assert_eq!(
        venue.query(),
        [("day", "2026-11-23"), ("heads", "4"), ("at", "18:30"), ("extras", "breakfast,guide")]
            .map(|(name, value)| (name, value.to_owned()))
    );
}

#[test]
fn a_wish_tells_every_fault() {
    let bad = |kind, pairs: &[(&'static str, &str)]| said(wish_form(pairs).parse(&limits(kind), today()).unwrap_err());
    let day = ("day", "2026-11-24");
    assert_eq!(bad(Kind::Stay, &[]), ["day required", "heads required"]);
    assert_eq!(bad(Kind::Trip, &[]), ["day required", "heads required", "at required"]);
    assert_eq!(bad(Kind::Stay, &[day, ("rooms", "2"), ("heads", "5")]), ["heads too-many 4"]);
    assert_eq!(bad(Kind::Stay, &[day, ("rooms", "6"), ("heads", "5")]), ["rooms too-many 5"]);
    assert_eq!(bad(Kind::Stay, &[day, ("rooms", "3"), ("heads", "2")]), ["rooms more-rooms-than-heads 2"]);
    assert_eq!(bad(Kind::Venue, &[day, ("heads", "3"), ("at", "9h")]), ["heads too-few 4", "at not-a-time"]);
    assert_eq!(
        bad(Kind::Trip, &[day, ("heads", "13"), ("at", "9:00"), ("extras", "cot,dog")]),
        ["heads too-many 12", "extras unknown"]
    );
}

#[test]
fn blanks_of_a_wish_are_filled_with_what_can_be_had() {
    for kind in Kind::ALL {
        let form = WishForm { at: "09:00".to_owned(), ..WishForm::default() }.or_usual(&limits(kind), today());
        assert!(form.parse(&limits(kind), today()).is_ok(), "{kind}: {form:?}");
    }
    let three = WishForm { rooms: "3".to_owned(), ..WishForm::default() }.or_usual(&limits(Kind::Stay), today());
    assert_eq!((three.rooms.as_str(), three.heads.as_str(), three.day.as_str()), ("3", "3", "2026-11-24"));
}

#[test]
fn a_stay_has_as_many_nights_as_the_offer_asks_for() {
    let villa = OfferLimits { least_nights: 2, ..limits(Kind::Stay) };
    let nights = |nights: &'static str| {
        let form = wish_form(&[("day", "2026-11-24"), ("heads", "2"), ("nights", nights)]);
        form.parse(&villa, today()).map(|wish| wish.nights).map_err(said)
    };
    assert_eq!(nights("1"), Err(vec!["nights too-few 2".to_owned()]));
    assert_eq!((nights("2"), nights("")), (Ok(2), Ok(2)));
    assert_eq!(WishForm::default().or_usual(&villa, today()).nights, "2");
}

/// What might be typed: anything at all, something almost right, something huge.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9-]{0,12}",
        "2026-1[12]-[0-3][0-9]",
        "[0-2]?[0-9]:[0-5][0-9]",
        "[1-9]",
        "(breakfast|cot|guide|,|，| ){0,5}",
        ("\\PC", 1usize..20_000).prop_map(|(piece, times)| piece.repeat(times)),
    ]
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Stay), Just(Kind::Venue), Just(Kind::Trip)]
}

proptest! {
    #[test]
    fn no_wish_panics_and_every_wish_keeps_the_limits(kind in kinds(), f in proptest::array::uniform6(typed())) {
        let [day, nights, rooms, heads, at, extras] = f;
        let form = WishForm { day, nights, rooms, heads, at, extras };
        let limits = limits(kind);
        let _ = form.or_usual(&limits, today()).parse(&limits, today());
        match form.parse(&limits, today()) {
            Err(faults) => prop_assert!(!faults.is_empty()),
            Ok(wish) => {
                prop_assert!((1..=30).contains(&wish.nights));
                prop_assert!((limits.least..=limits.most).contains(&wish.units));
                prop_assert!(wish.heads >= wish.units && wish.heads <= wish.units * limits.heads_per_unit);
                prop_assert_eq!(wish.at.is_none(), kind == Kind::Stay);
                prop_assert!(wish.day >= today() && wish.day <= today() + TimeDelta::days(365));
                prop_assert!(wish.extras.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert_eq!(WishForm::from(&wish).parse(&limits, today()), Ok(wish));
            }
        }
    }

    #[test]
    fn wishes_survive_their_address(kind in kinds(), ahead in 0i64..=365, nights in 1u32..=30, units in 4u32..=5, minute in 0u32..1440) {
        let stay = kind == Kind::Stay;
        let wish = Wish {
            day: today() + TimeDelta::days(ahead),
            nights: if stay { nights } else { 1 },
            units,
            heads: units,
            at: chrono::NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).filter(|_| !stay),
            extras: vec!["cot".to_owned()],
        };
        let query = wish.query();
        let pairs: Vec<_> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        prop_assert_eq!(wish_form(&pairs).parse(&limits(kind), today()), Ok(wish));
    }

    #[test]
    fn no_search_panics_and_every_search_survives_its_address(
        kind in kinds(), f in proptest::array::uniform10(prop_oneof![3 => Just(String::new()), 1 => typed()]), next in 1u32..100,
    ) {
        let [q, city, day, nights, rooms, heads, time, from, to, page] = f;
        let form = SearchForm { q, city, day, nights, rooms, heads, time, from, to, page };
        match form.parse(kind, today()) {
            Err(faults) => prop_assert!(!faults.is_empty()),
            Ok(search) => {
                prop_assert!(!search.q.contains('\0') && search.q.chars().count() <= 60);
                prop_assert!(search.rooms <= search.heads);
                let again = search_form(&search.query(next)).parse(kind, today());
                prop_assert_eq!(again, Ok(Search { page: next, ..search.clone() }));
                prop_assert_eq!(SearchForm::from(&search).parse(kind, today()), Ok(search));
            }
        }
    }
}
