//! Asking (C1, C2): number, promise and acknowledgement at once; one question is one case; nobody sees another's.

use domain::{
    Rule,
    case::{Asking, CaseNumber, Category, Kind, Status},
    contact::Phone,
};
use entity::case_file;
use i18n::Script;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use services::{Asker, booking, case, notice};

use crate::{
    inquiry::{self, Counter, PHONE, RESOLVED, asking},
    people::{self, HOME, guest, refusal, registered},
    util::{House, on_both},
    wares::{coach, order},
};

#[tokio::test]
async fn whoever_asks_has_a_number_a_promise_and_a_message_at_once() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (lin, number) = counter.asks("房间可以加床吗？\n我们带一个孩子。").await;
        let view = case::show(counter.cx(), &lin, &number).await.unwrap();
        assert_eq!(
            (view.row.status, view.category, view.row.title.as_str()),
            (Status::Open, Category::Stay, "房间可以加床吗？ 我们带一个孩子。")
        );
        assert_eq!(view.promised.first, Some(inquiry::instant("2026-11-23T11:00")));
        assert_eq!(view.promised.answer, Some(inquiry::instant("2026-11-23T15:00")));
        assert_eq!((view.items.len(), view.row.unread, view.rating), (1, false, None));
        let letters = counter.letters().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].contains(number.as_str()) && letters[0].contains("11:00"), "{letters:?}");
        // Without an address by a text message.
        let asking = Asking { email: None, ..asking("几点退房？") };
        let number = case::ask(counter.cx(), &lin, HOME, Script::Hant, &asking).await.unwrap();
        notice::deliver(counter.cx(), "worker").await.unwrap();
        let texts = counter.post.texts();
        assert!(texts.len() == 1 && texts[0].text.contains(number.as_str()), "{texts:?}");
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_member_is_told_in_his_inbox_too_and_sees_his_case_from_everywhere() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let chen = Asker::Member(registered(counter.cx(), "13900139000").await.member);
        let number = counter.asked_by(&chen, "积分什么时候过期？").await;
        assert_eq!(counter.told(&number).await, ["asked", "asked"]);
        let again = Asker::Member(people::signed_in(counter.cx(), "13900139000").await.member);
        let rows = case::mine(counter.cx(), &again).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.number.clone()).collect::<Vec<_>>(), [number]);
    })
    .await;
}

#[tokio::test]
async fn the_same_question_twice_is_one_case_and_tomorrow_another() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let lin = guest(counter.cx()).await;
        let (one, two) = tokio::join!(counter.asked_by(&lin, "几点退房？"), counter.asked_by(&lin, "几点退房？"));
        assert_eq!(one, two);
        assert_eq!(counter.asked_by(&lin, "几点退房？").await, one);
        assert_eq!(counter.told(&one).await, ["asked"]);
        assert_ne!(counter.asked_by(&lin, "几点入住？").await, one);
        let (_, other) = counter.asks("几点退房？").await;
        assert_ne!(other, one, "of somebody else");
        counter.is("2026-11-24T09:30");
        assert_ne!(counter.asked_by(&lin, "几点退房？").await, one);
        assert_eq!(case_file::Entity::find().count(&counter.house.db).await.unwrap(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_guest_finds_his_question_by_number_and_phone_only() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (_, number) = counter.asks("几点退房？").await;
        let elsewhere = guest(counter.cx()).await;
        let (right, wrong): (Phone, Phone) = (PHONE.parse().unwrap(), "13800138001".parse().unwrap());
        let unknown = CaseNumber::generate(Kind::Inquiry, 4_711);
        for (number, phone) in [(&number, &wrong), (&unknown, &right)] {
            let found = case::find(counter.cx(), elsewhere.session(), HOME, number, phone).await;
            assert_eq!(refusal(found), Rule::Unknown);
        }
        assert_eq!(refusal(case::show(counter.cx(), &elsewhere, &number).await), Rule::Unknown);
        case::find(counter.cx(), elsewhere.session(), HOME, &number, &right).await.unwrap();
        assert_eq!(case::show(counter.cx(), &elsewhere, &number).await.unwrap().row.number, number);
        for _ in 0..10 {
            let _ = case::find(counter.cx(), elsewhere.session(), "192.0.2.8", &number, &wrong).await;
        }
        let found = case::find(counter.cx(), elsewhere.session(), "192.0.2.9", &number, &wrong).await;
        assert!(matches!(refusal(found), Rule::TooMany(_)), "phone numbers cannot be tried");
    })
    .await;
}

#[tokio::test]
async fn what_is_anothers_is_unknown_whatever_one_wants() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (_, theirs) = counter.asks("几点退房？").await;
        counter.answers(&theirs).await;
        let unknown = CaseNumber::generate(Kind::Inquiry, 4_711);
        let cx = counter.cx();
        for asker in [guest(cx).await, Asker::Member(registered(cx, "13900139000").await.member)] {
            for number in [&theirs, &unknown] {
                let asker = &asker;
                let refused = [
                    refusal(case::show(cx, asker, number).await),
                    refusal(case::write(cx, asker, number, "改一下", "").await),
                    refusal(case::close(cx, asker, number).await),
                    refusal(case::rate(cx, asker, number, 5, "").await),
                    refusal(case::keep_draft(cx, asker, number, "改").await),
                    refusal(case::follow(cx, asker, number, 0).await),
                ];
                assert_eq!(refused, [const { Rule::Unknown }; 6]);
                assert!(case::mine(cx, asker).await.unwrap().is_empty());
            }
        }
        // Staff see every case, and none that is not there.
        let (staff, number) = (&counter.wang, &unknown);
        let refused = [
            refusal(case::desk::show(cx, staff, Script::Hans, number).await),
            refusal(counter_says(&counter, number).await),
            refusal(case::desk::claim(cx, staff, number, None).await),
            refusal(case::desk::release(cx, staff, number).await),
            refusal(case::desk::reopen(cx, staff, number, "why").await),
            refusal(case::desk::accept(cx, staff, number).await),
            refusal(case::desk::return_case(cx, staff, number, "why").await),
            refusal(case::desk::stay(cx, staff, number).await),
            refusal(case::desk::insert(cx, staff, number, "1", "").await),
            refusal(case::keep_draft_at_desk(cx, staff, number, "").await),
            refusal(case::follow_at_desk(cx, staff, number, 0).await),
        ];
        assert_eq!(refused, [const { Rule::Unknown }; 11]);
    })
    .await;
}

async fn counter_says(counter: &Counter, number: &CaseNumber) -> services::Result<()> {
    counter.says_knowing(&counter.wang, number, RESOLVED, "好", 1).await
}

#[tokio::test]
async fn whoever_asks_like_a_machine_is_told_when_he_may_again() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let lin = guest(counter.cx()).await;
        for round in 0..10 {
            counter.asked_by(&lin, &format!("问题 {round}")).await;
        }
        let eleventh = case::ask(counter.cx(), &lin, HOME, Script::Hans, &asking("问题 11")).await;
        assert_eq!(refusal(eleventh), Rule::TooMany(inquiry::instant("2026-11-23T11:00")));
        // What was asked before is still the same case.
        counter.asked_by(&lin, "问题 3").await;
        counter.is("2026-11-23T11:01");
        counter.asked_by(&lin, "问题 11").await;
    })
    .await;
}

#[tokio::test]
async fn ones_own_booking_is_linked_and_nobody_elses() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let ware = coach(&counter.house, 9).await;
        let cx = counter.cx();
        let lin = guest(cx).await;
        let booked = booking::place(cx, &lin, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        let about = |phone: &str| Asking {
            booking: Some(booked.clone()),
            phone: phone.parse().unwrap(),
            ..asking("车晚点怎么办？")
        };
        let number = case::ask(cx, &lin, HOME, Script::Hans, &about("13900139009")).await.unwrap();
        assert_eq!(case::show(cx, &lin, &number).await.unwrap().booking, booked.as_str());
        // Somebody else who knows its phone number may ask about it, too.
        let other = guest(cx).await;
        let number = case::ask(cx, &other, HOME, Script::Hans, &about(PHONE)).await.unwrap();
        assert_eq!(case::show(cx, &other, &number).await.unwrap().booking, booked.as_str());
        let refused = case::ask(cx, &other, HOME, Script::Hans, &about("13900139009")).await;
        let Rule::Invalid(faults) = refusal(refused) else { panic!("a fault was expected") };
        assert_eq!((faults[0].field.as_str(), faults[0].code.as_str()), ("booking", "not-your-booking"));
    })
    .await;
}
