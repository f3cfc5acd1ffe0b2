//! A thread: what the customer reads of it, how it is followed, drafts, and who else looks at it.

use std::time::Duration;

use chrono::TimeDelta;
use domain::{
    Rule,
    case::{CaseView, Deed, Department, Level, Priority},
    desk::Role,
};
use i18n::Script;
use services::case;
use tokio::time::timeout;

use crate::{
    inquiry::{self, Counter, clerk},
    people::{self, refusal},
    util::{House, on_both},
};

/// Long enough for news on a busy machine.
const SOON: Duration = Duration::from_secs(15);

/// What is written here is for staff only.
const SECRET: &str = "内部：先别告诉客人";

fn words(view: &CaseView) -> Vec<&str> {
    view.items.iter().map(|item| item.what.as_str()).collect()
}

/// A case in which everything was done that customers must not see.
async fn busy(counter: &Counter) -> (services::Asker, domain::case::CaseNumber) {
    let cx = counter.cx();
    let (lin, number) = counter.asks("房间可以加床吗？").await;
    case::desk::claim(cx, &counter.chen, &number, None).await.unwrap();
    counter.says(&counter.chen, &number, Deed::Noted, SECRET).await.unwrap();
    counter.judges(&number, Level::Complex, Priority::Urgent).await;
    counter.hands(&number, Department::Rooms).await;
    case::desk::accept(cx, &counter.fang, &number).await.unwrap();
    case::desk::return_case(cx, &counter.fang, &number, SECRET).await.unwrap();
    case::desk::claim(cx, &counter.chen, &number, None).await.unwrap();
    case::desk::release(cx, &counter.chen, &number).await.unwrap();
    counter.says(&counter.chen, &number, Deed::Replied, "在问了").await.unwrap();
    (lin, number)
}

#[tokio::test]
async fn the_customer_reads_nothing_of_what_is_internal() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (lin, number) = busy(&counter).await;
        let view = case::show(counter.cx(), &lin, &number).await.unwrap();
        assert_eq!(words(&view), ["opened", "transferred", "replied"]);
        let desk = case::desk::show(counter.cx(), &counter.wang, Script::Hans, &number).await.unwrap();
        assert_eq!(
            words(&desk.view),
            [
                "opened",
                "claimed",
                "noted",
                "triaged",
                "transferred",
                "accepted",
                "claimed",
                "returned",
                "claimed",
                "released",
                "claimed",
                "replied"
            ]
        );
        assert!(desk.view.items.iter().any(|item| item.internal && item.text == SECRET));
        let mut follower = case::follow(counter.cx(), &lin, &number, 0).await.unwrap();
        let news = timeout(SOON, follower.next()).await.unwrap().unwrap();
        counter.says(&counter.ding, &number, Deed::Noted, SECRET).await.unwrap();
        counter.says(&counter.chen, &number, Deed::Replied, "马上").await.unwrap();
        let mut again = case::follow(counter.cx(), &lin, &number, news.seq).await.unwrap();
        let more = timeout(SOON, again.next()).await.unwrap().unwrap();
        assert!(!serde_json::to_string(&more.view).unwrap().contains(SECRET));
        let later: Vec<_> = more.items.iter().map(|item| item.what.as_str()).collect();
        let first: Vec<_> = news.items.iter().map(|item| item.what.as_str()).collect();
        assert_eq!((first, later), (vec!["opened", "transferred", "replied"], vec!["replied"]));
        assert!(!serde_json::to_string(&news.view).unwrap().contains(SECRET));
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_new_to_the_customer_is_what_he_can_read() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, number) = counter.asks("几点退房？").await;
        let unread = async || case::mine(cx, &lin).await.unwrap()[0].unread;
        assert!(!unread().await);
        counter.says(&counter.chen, &number, Deed::Replied, "十二点").await.unwrap();
        assert!(unread().await);
        case::show(cx, &lin, &number).await.unwrap();
        assert!(!unread().await);
        counter.says(&counter.chen, &number, Deed::Noted, SECRET).await.unwrap();
        counter.judges(&number, Level::Complex, Priority::Normal).await;
        assert!(!unread().await, "a note is nothing new to him");
        counter.says(&counter.chen, &number, Deed::Replied, "可延至两点").await.unwrap();
        counter.says(&counter.chen, &number, Deed::Noted, SECRET).await.unwrap();
        assert!(unread().await, "what he has not seen stays new");
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_knows_not_all_that_was_said_is_kept_back_and_its_draft_stays() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, number) = counter.asks("几点退房？").await;
        case::keep_draft_at_desk(cx, &counter.chen, &number, "十二点退房").await.unwrap();
        case::write(cx, &lin, &number, "其实是想问几点入住", "").await.unwrap();
        let stale = counter.says_knowing(&counter.chen, &number, inquiry::RESOLVED, "十二点退房", 1).await;
        assert_eq!(refusal(stale), Rule::Changed);
        let desk = case::desk::show(cx, &counter.chen, Script::Hans, &number).await.unwrap();
        assert_eq!(desk.view.draft, "十二点退房");
        assert_eq!(counter.log(&number).await, ["opened", "wrote"]);
        // A note need not know everything, and what was only noted, claimed or judged makes no answer stale.
        counter.says_knowing(&counter.ding, &number, Deed::Noted, "在打电话", 0).await.unwrap();
        counter.judges(&number, Level::Complex, Priority::Normal).await;
        counter.says_knowing(&counter.chen, &number, inquiry::RESOLVED, "十四点入住", 2).await.unwrap();
        let desk = case::desk::show(cx, &counter.chen, Script::Hans, &number).await.unwrap();
        assert_eq!(desk.view.draft, "", "what was sent is no draft any more");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_its_authors_only() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (lin, number) = counter.asks("几点退房？").await;
        case::keep_draft(cx, &lin, &number, "还有\u{0}早餐").await.unwrap();
        case::keep_draft_at_desk(cx, &counter.chen, &number, "十二点").await.unwrap();
        let of = async |staff| case::desk::show(cx, staff, Script::Hans, &number).await.unwrap().view.draft;
        assert_eq!(case::show(cx, &lin, &number).await.unwrap().draft, "还有早餐");
        assert_eq!((of(&counter.chen).await.as_str(), of(&counter.ding).await.as_str()), ("十二点", ""));
        let other = people::guest(cx).await;
        let phone = inquiry::PHONE.parse().unwrap();
        case::find(cx, other.session(), people::HOME, &number, &phone).await.unwrap();
        assert_eq!(case::show(cx, &other, &number).await.unwrap().draft, "", "another browser of the same customer");
        case::keep_draft_at_desk(cx, &counter.chen, &number, "十二点前").await.unwrap();
        assert_eq!(of(&counter.chen).await, "十二点前");
        case::keep_draft_at_desk(cx, &counter.chen, &number, " \n").await.unwrap();
        assert_eq!(of(&counter.chen).await, "");
        case::write(cx, &lin, &number, "还有早餐？", "").await.unwrap();
        assert_eq!(case::show(cx, &lin, &number).await.unwrap().draft, "");
    })
    .await;
}

#[tokio::test]
async fn two_who_look_at_a_case_see_each_other_until_one_goes() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let (_, number) = counter.asks("几点退房？").await;
        let mates = async |staff| {
            let mates = case::desk::mates(cx, staff, &number).await.unwrap();
            mates.into_iter().map(|mate| mate.name).collect::<Vec<_>>()
        };
        case::desk::stay(cx, &counter.chen, &number).await.unwrap();
        assert!(mates(&counter.chen).await.is_empty(), "one does not see oneself");
        case::desk::show(cx, &counter.ding, Script::Hans, &number).await.unwrap();
        assert_eq!(
            (mates(&counter.chen).await, mates(&counter.ding).await),
            (vec!["ding 明".to_owned()], vec!["chen 明".to_owned()])
        );
        case::desk::leave(cx, &counter.ding, &number).await.unwrap();
        assert!(mates(&counter.chen).await.is_empty());
        case::desk::stay(cx, &counter.ding, &number).await.unwrap();
        counter.house.clock.forward(TimeDelta::seconds(61));
        assert!(mates(&counter.chen).await.is_empty(), "who was not seen for a minute has gone");
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_answer_may_not_look() {
    let counter = Counter::of(House::on_sqlite().await).await;
    let cx = counter.cx();
    let admin = clerk(&counter.house, "admin", Role::Admin, Department::Service).await;
    let (_, number) = counter.asks("几点退房？").await;
    let refused = [
        refusal(case::desk::show(cx, &admin, Script::Hans, &number).await),
        refusal(case::desk::claim(cx, &admin, &number, None).await),
        refusal(case::desk::stay(cx, &admin, &number).await),
        refusal(case::desk::leave(cx, &admin, &number).await),
        refusal(case::desk::mates(cx, &admin, &number).await),
        refusal(case::desk::templates(cx, &admin).await),
        refusal(case::desk::alerts(cx, &admin).await),
        refusal(case::follow_at_desk(cx, &admin, &number, 0).await),
    ];
    assert_eq!(refused, [const { Rule::Forbidden }; 8]);
    for staff in [&counter.chen, &counter.fang] {
        let refused = [
            refusal(case::desk::board(cx, staff).await),
            refusal(case::desk::calendar(cx, staff, None).await),
            refusal(case::desk::promise(cx, staff, domain::case::Kind::Inquiry).await),
        ];
        assert_eq!(refused, [const { Rule::Forbidden }; 3]);
    }
}
