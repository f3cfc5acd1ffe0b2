//! The working calendar and the promises as data (C6): what a change would do is told before, and is what it does.

use std::{cell::Cell, collections::BTreeMap};

use domain::{
    Rule,
    calendar::{Calendar, Exception, Window, first},
    case::{CaseNumber, Deed, Department, Kind},
    time::to_micros,
};
use entity::{audit, case_file};
use sea_orm::{ConnectionTrait as _, DbBackend, EntityTrait as _, Statement, TransactionTrait as _};
use services::case;
use tokio::task::JoinSet;

use crate::{
    inquiry::{self, Counter, said},
    people::refusal,
    util::{House, on_both, until},
};

/// Lunch from noon until then.
fn lunch_until(hour: u16) -> Calendar {
    Calendar {
        windows: vec![Window { from: 9 * 60, until: 12 * 60 }, Window { from: hour * 60, until: 18 * 60 }],
        ..first()
    }
}

/// When each case is due.
async fn dues(counter: &Counter) -> BTreeMap<String, Option<i64>> {
    let rows = case_file::Entity::find().all(&counter.house.db).await.unwrap();
    rows.into_iter().map(|row| (row.number, row.due_at)).collect()
}

/// A house with cases that stand in every way there is, at four in the afternoon.
async fn lively(counter: &Counter) -> Vec<CaseNumber> {
    let cx = counter.cx();
    let mut numbers = Vec::new();
    for place in 0..7 {
        numbers.push(counter.asks(&format!("问题 {place}")).await.1);
    }
    counter.is("2026-11-23T10:20");
    for number in &numbers[1..] {
        counter.says(&counter.chen, number, Deed::Replied, "在问").await.unwrap();
    }
    counter.hands(&numbers[2], Department::Rooms).await;
    counter.answers(&numbers[3]).await;
    counter.says(&counter.chen, &numbers[4], Deed::Asked, "哪一间？").await.unwrap();
    counter.judges(&numbers[5], domain::case::Level::Complex, domain::case::Priority::Normal).await;
    counter.is("2026-11-23T15:30");
    counter.says(&counter.chen, &numbers[6], Deed::Asked, "哪一间？").await.unwrap();
    counter.is("2026-11-23T16:00");
    assert!(case::watch(cx).await.unwrap() > 0);
    numbers
}

#[tokio::test]
async fn a_published_calendar_does_what_its_preview_said_and_nothing_else() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let numbers = lively(&counter).await;
        let before = dues(&counter).await;
        let proposal = lunch_until(14);
        let page = case::desk::calendar(cx, &counter.wang, Some(&proposal)).await.unwrap();
        assert_eq!((page.version, &page.calendar, page.owed), (0, &first(), 6));
        let told: BTreeMap<_, _> =
            page.effects.iter().map(|it| (it.number.to_string(), it.after.map(to_micros))).collect();
        assert!(page.effects.iter().all(|it| before[it.number.as_str()] == it.before.map(to_micros)));
        assert_eq!((usize::try_from(page.changed).unwrap(), page.broken), (told.len(), 0));
        assert!(told.contains_key(numbers[1].as_str()) && told.contains_key(numbers[5].as_str()), "{told:?}");
        assert!(!told.contains_key(numbers[4].as_str()) && !told.contains_key(numbers[6].as_str()), "{told:?}");
        assert_eq!(dues(&counter).await, before, "a preview changes nothing");
        case::desk::publish_calendar(cx, &counter.wang, 0, &proposal, "冬季作息").await.unwrap();
        let after = dues(&counter).await;
        for (number, due) in &before {
            assert_eq!(after[number], told.get(number).copied().unwrap_or(*due), "{number}");
        }
        assert_eq!(counter.due(&numbers[1]).await, "11-23 16:00");
        // Figures know it, too, where nothing falls due at another time yet.
        assert_eq!(counter.due(&numbers[0]).await, "11-23 11:00");
        assert_eq!(said(counter.round(&numbers[0], 1).await.answer_due), "11-23 16:00");
        let leg = counter.case(&numbers[2]).await;
        assert_eq!(said(leg.leg_due_at), "11-23 14:20");
        counter.is_sound().await;
        let page = case::desk::calendar(cx, &counter.wang, None).await.unwrap();
        assert!(page.version > 0 && page.calendar == proposal);
        let written = audit::Entity::find().all(&counter.house.db).await.unwrap();
        assert_eq!(written.iter().filter(|row| row.what == "calendar-published").count(), 1);
        // Whoever asks now is promised by it.
        let (_, number) = counter.asks("几点退房？").await;
        assert_eq!(
            (counter.due(&number).await, said(counter.round(&number, 1).await.answer_due)),
            ("11-23 17:00".to_owned(), "11-24 11:00".to_owned())
        );
    })
    .await;
}

#[tokio::test]
async fn a_change_that_touches_nobody_says_so() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        lively(&counter).await;
        let mut proposal = first();
        let day = "2026-12-25".parse().unwrap();
        proposal.days.insert(day, Exception { works: false, name: "圣诞".to_owned() });
        let page = case::desk::calendar(counter.cx(), &counter.wang, Some(&proposal)).await.unwrap();
        assert_eq!((page.owed, page.changed, page.broken, page.effects), (6, 0, 0, Vec::new()));
    })
    .await;
}

#[tokio::test]
async fn promises_that_a_change_would_break_at_once_are_counted() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (_, number) = counter.asks("几点退房？").await;
        counter.says(&counter.chen, &number, Deed::Replied, "在问").await.unwrap();
        counter.is("2026-11-23T14:30");
        let page = case::desk::calendar(counter.cx(), &counter.wang, Some(&lunch_until(12))).await.unwrap();
        assert_eq!((page.owed, page.changed, page.broken), (1, 1, 1));
        assert_eq!(page.effects[0].after, Some(inquiry::instant("2026-11-23T14:00")));
    })
    .await;
}

/// How many connections of the house wait for a lock.
async fn waiting(counter: &Counter) -> i64 {
    let asked = "SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let asked = Statement::from_string(DbBackend::Postgres, asked);
    counter.house.db.query_one_raw(asked).await.unwrap().unwrap().try_get("", "waiting").unwrap()
}

#[tokio::test]
async fn a_question_that_is_being_asked_while_another_calendar_is_published_is_owed_by_the_new_one() {
    let counter = Counter::of(House::on_postgres().await).await;
    let (answered, again) = counter.asks("几点入住？").await;
    counter.answers(&again).await;
    // Whoever asks, anew or again, stops before the last thing he writes.
    let hold = counter.house.db.begin().await.unwrap();
    hold.execute_unprepared("LOCK TABLE case_round IN SHARE MODE").await.unwrap();
    let published = Cell::new(false);
    let ((_, new), reopened, ()) = tokio::join!(
        counter.asks("几点退房？"),
        case::write(counter.cx(), &answered, &again, "还有一个问题", ""),
        async {
            until(async || waiting(&counter).await == 2).await;
            let publishes = async {
                case::desk::publish_calendar(counter.cx(), &counter.wang, 0, &lunch_until(14), "冬季作息")
                    .await
                    .unwrap();
                published.set(true);
            };
            let lets_go = async {
                until(async || published.get() || waiting(&counter).await == 3).await;
                hold.commit().await.unwrap();
            };
            tokio::join!(publishes, lets_go);
        },
    );
    reopened.unwrap();
    assert_eq!(said(counter.round(&new, 1).await.answer_due), "11-23 16:00");
    assert_eq!(said(counter.round(&again, 2).await.answer_due), "11-23 16:00");
    counter.is_sound().await;
}

/// How many of them were told that somebody else was first; the others have published.
fn overtaken(outcomes: Vec<services::Result<()>>) -> usize {
    let refused: Vec<_> = outcomes.into_iter().filter_map(Result::err).map(|error| error.rule().cloned()).collect();
    assert!(refused.iter().all(|rule| *rule == Some(Rule::Changed)), "{refused:?}");
    refused.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_six_who_publish_from_the_same_version_five_are_told_to_look_again() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let refused = case::desk::publish_calendar(cx, &counter.wang, 0, &first(), " ").await;
        assert!(matches!(refusal(refused), Rule::Invalid(_)), "a reason is needed");
        let mut rush = JoinSet::new();
        for hour in 12..18 {
            let (cx, wang) = (cx.clone(), counter.wang.clone());
            let calendar = lunch_until(hour);
            rush.spawn(async move { case::desk::publish_calendar(&cx, &wang, 0, &calendar, "午休").await });
        }
        assert_eq!(overtaken(rush.join_all().await), 5);
        let version = case::desk::calendar(cx, &counter.wang, None).await.unwrap().version;
        case::desk::publish_calendar(cx, &counter.wang, version, &first(), "照旧").await.unwrap();

        let (promise, version) = case::desk::promise(cx, &counter.wang, Kind::Inquiry).await.unwrap();
        let mut rush = JoinSet::new();
        for _ in 0..6 {
            let (cx, wang, promise) = (cx.clone(), counter.wang.clone(), promise.clone());
            rush.spawn(async move {
                case::desk::publish_promise(&cx, &wang, Kind::Inquiry, version, &promise, "照旧").await
            });
        }
        assert_eq!(overtaken(rush.join_all().await), 5);
        case::desk::publish_promise(cx, &counter.wang, Kind::Complaint, 0, &promise, "另一种").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_promised_counts_for_whoever_asks_from_then_on() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, before) = counter.asks("几点退房？").await;
        let (mut promise, version) = case::desk::promise(cx, &counter.wang, Kind::Inquiry).await.unwrap();
        (promise.first, promise.simple) = (30, 120);
        case::desk::publish_promise(cx, &counter.wang, Kind::Inquiry, version, &promise, "人手多了").await.unwrap();
        let (_, after) = counter.asks("几点入住？").await;
        assert_eq!(
            (counter.due(&before).await, counter.due(&after).await),
            ("11-23 11:00".to_owned(), "11-23 10:30".to_owned())
        );
        case::write(cx, &lin, &before, "还在吗", "").await.unwrap();
        assert_eq!(counter.due(&before).await, "11-23 11:00", "what was promised is promised");
        let (now, _) = case::desk::promise(cx, &counter.wang, Kind::Inquiry).await.unwrap();
        assert_eq!(now, promise);
        let (complaints, _) = case::desk::promise(cx, &counter.wang, Kind::Complaint).await.unwrap();
        assert_eq!(complaints, domain::case::Promise::first_of(Kind::Complaint));
        counter.is_sound().await;
    })
    .await;
}
