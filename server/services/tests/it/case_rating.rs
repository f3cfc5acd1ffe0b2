//! The customer's rating (C8): by a link that works once, of the round it is of; asked for once more by day, and never of whoever
//! closed it himself.

use domain::{Rule, case::Deed};
use services::case;

use crate::{
    inquiry::{self, Counter},
    people::refusal,
    util::{House, on_both},
};

#[tokio::test]
async fn a_link_rates_once_without_signing_in() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, number) = counter.asks("几点退房？").await;
        counter.answers(&number).await;
        let link = counter.link().await;
        let rating = case::rating_by_token(cx, &link).await.unwrap();
        assert_eq!((rating.number.as_str(), rating.level), (number.as_str(), None));
        let (one, two) =
            tokio::join!(case::rate_by_token(cx, &link, 4, "答得快"), case::rate_by_token(cx, &link, 2, ""));
        let outcomes = [one, two];
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        assert_eq!(refusal(case::rate_by_token(cx, &link, 5, "").await), Rule::AlreadyRated);
        assert_eq!(refusal(case::rate(cx, &lin, &number, 5, "").await), Rule::AlreadyRated);
        let level = case::rating_by_token(cx, &link).await.unwrap().level.unwrap();
        let round = counter.round(&number, 1).await;
        assert_eq!(round.rating, Some(i32::from(level)));
        assert_eq!(counter.log(&number).await, ["opened", "claimed", "resolved", "rated"]);
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_none_of_ours_opens_nothing() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (_, number) = counter.asks("几点退房？").await;
        let (_, other) = counter.asks("几点入住？").await;
        counter.answers(&other).await;
        counter.letters().await;
        counter.answers(&number).await;
        let link = counter.link().await;
        let parts: Vec<&str> = link.split('-').collect();
        let [case, round, until, mac] = parts[..] else { panic!("{link}") };
        let flipped = if mac.ends_with('0') { "1" } else { "0" };
        let long = "f".repeat(100_000);
        for forged in [
            String::new(),
            "---".to_owned(),
            "x-y-z-w".to_owned(),
            format!("{case}-{round}-{until}-"),
            format!("{case}-{round}-{until}-{}{flipped}", &mac[..mac.len() - 1]),
            format!("2-{round}-{until}-{mac}"),
            format!("{case}-2-{until}-{mac}"),
            format!("{case}-{round}-7fffffffffffffff-{mac}"),
            format!("{case}-{round}-{until}-{}", mac.to_uppercase()),
            format!("0{link}"),
            format!("{long}-{round}-{until}-{mac}"),
        ] {
            assert_eq!(refusal(case::rating_by_token(cx, &forged).await), Rule::Unknown, "{forged:.80}");
            assert_eq!(refusal(case::rate_by_token(cx, &forged, 1, "").await), Rule::Unknown, "{forged:.80}");
        }
        assert!(case::rating_by_token(cx, &link).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_link_lapses_and_so_does_the_rating_on_the_page() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, number) = counter.asks("几点退房？").await;
        counter.answers(&number).await;
        let link = counter.link().await;
        counter.is("2026-12-23T09:59");
        assert!(case::show(cx, &lin, &number).await.unwrap().rating.is_some());
        assert!(case::rating_by_token(cx, &link).await.is_ok());
        counter.is("2026-12-23T10:00");
        assert_eq!(refusal(case::rating_by_token(cx, &link).await), Rule::LinkOver);
        assert_eq!(refusal(case::rate_by_token(cx, &link, 5, "").await), Rule::LinkOver);
        assert_eq!(refusal(case::rate(cx, &lin, &number, 5, "").await), Rule::LinkOver);
        assert!(case::show(cx, &lin, &number).await.unwrap().rating.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_link_is_of_one_round() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, number) = counter.asks("几点退房？").await;
        counter.answers(&number).await;
        let first = counter.link().await;
        case::write(cx, &lin, &number, "不对吧", "").await.unwrap();
        assert_eq!(refusal(case::rate_by_token(cx, &first, 5, "").await), Rule::Changed);
        assert_eq!(refusal(case::rate(cx, &lin, &number, 5, "").await), Rule::LinkOver);
        counter.says(&counter.chen, &number, inquiry::RESOLVED, "十四点").await.unwrap();
        assert_eq!(refusal(case::rate_by_token(cx, &first, 5, "").await), Rule::Changed);
        let second = counter.link().await;
        assert_ne!(first, second);
        case::rate_by_token(cx, &second, 1, "两次才答对").await.unwrap();
        assert_eq!(counter.round(&number, 1).await.rating, None);
        assert_eq!(counter.round(&number, 2).await.rating, Some(1));
        assert_eq!(counter.alerts().await, ["unhappy 11-23 10:00"], "a supervisor looks at it");
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_rating_changes_nothing_of_how_the_promises_were_kept() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, number) = counter.asks("几点退房？").await;
        counter.is("2026-11-23T14:30");
        counter.answers(&number).await;
        let before = counter.round(&number, 1).await;
        // By a calendar without a lunch break the answer would have been late.
        let mut calendar = domain::calendar::first();
        calendar.windows = vec![domain::calendar::Window { from: 9 * 60, until: 18 * 60 }];
        case::desk::publish_calendar(cx, &counter.wang, 0, &calendar, "取消午休").await.unwrap();
        case::rate(cx, &lin, &number, 5, "").await.unwrap();
        counter.says(&counter.chen, &number, Deed::Noted, "已评价").await.unwrap();
        let after = counter.round(&number, 1).await;
        assert_eq!(
            (after.rating, after.answer_broken, after.answer_due, after.minutes),
            (Some(5), false, before.answer_due, before.minutes)
        );
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_rating_is_asked_for_once_more_and_once_only() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (cx, other) = (counter.cx(), counter.house.instance().await);
        let there = other.cx.clone().with_outside(cx.outside().clone());
        let (_, number) = counter.asks("几点退房？").await;
        let (lin, rated) = counter.asks("几点入住？").await;
        let (zhou, closed) = counter.asks("几点早餐？").await;
        counter.answers(&rated).await;
        counter.letters().await;
        counter.answers(&number).await;
        case::close(cx, &zhou, &closed).await.unwrap();
        assert!(case::show(cx, &zhou, &closed).await.unwrap().rating.is_none(), "who closed it is not asked");
        assert_eq!(refusal(case::rate(cx, &zhou, &closed, 5, "").await), Rule::LinkOver);
        case::rate(cx, &lin, &rated, 5, "").await.unwrap();
        let watch = async |time: &str| {
            counter.is(time);
            let (one, two) = tokio::join!(case::watch(cx), case::watch(&there));
            one.unwrap() + two.unwrap()
        };
        assert_eq!(
            (watch("2026-11-26T09:59").await, watch("2026-11-26T10:00").await, watch("2026-11-26T10:01").await),
            (0, 1, 0)
        );
        assert_eq!(
            (counter.told(&number).await, counter.told(&rated).await),
            (
                vec!["asked", "answered", "rate"].into_iter().map(str::to_owned).collect(),
                vec!["asked".to_owned(), "answered".to_owned()]
            )
        );
        let link = counter.link().await;
        case::rate_by_token(cx, &link, 3, "").await.unwrap();
        assert_eq!(watch("2026-11-27T10:00").await, 0);
        assert_eq!(counter.told(&closed).await, ["asked"]);
        counter.is_sound().await;
    })
    .await;
}
