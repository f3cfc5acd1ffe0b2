//! Notices are delivered once, whatever breaks; what cannot be delivered is tried again, and in the end shown to staff.

use std::collections::HashSet;

use chrono::TimeDelta;
use domain::{
    Rule,
    booking::Number,
    desk::Role,
    job::Job,
    notice::{BACK_OFF, MOST_TRIES, NoticeStatus, Topic},
    payment::ReceiptForm,
};
use entity::{audit, notice};
use i18n::Script;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{Asker, Cx, Staff, booking, job, notice::Undelivered, payment};

use crate::{
    people::{self, colleague, guest, refusal, registered},
    util::{
        House, on_both,
        post::{Mood, with_post, with_sms},
    },
    wares::{coach, order},
};

async fn deliver(cx: &Cx) -> u64 {
    services::notice::deliver(cx, "here").await.unwrap()
}

/// Miss Chen books a seat for 80 yuan.
async fn books(house: &House, cx: &Cx, seats: i32) -> Number {
    let (ware, chen) = (coach(house, seats).await, guest(cx).await);
    booking::place(cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap()
}

async fn pays(cx: &Cx, number: &Number) {
    let clerk = colleague(cx, "sun.finance", Role::Finance).await.1;
    let (number, way, amount) = (number.to_string(), "counter".to_owned(), "80".to_owned());
    payment::record(cx, &clerk, "slip", &ReceiptForm { number, way, amount, slip: String::new() }).await.unwrap();
}

async fn boss(cx: &Cx) -> Staff {
    colleague(cx, "wang.supervisor", Role::Supervisor).await.1
}

async fn the_notice(house: &House) -> notice::Model {
    notice::Entity::find().one(&house.db).await.unwrap().unwrap()
}

#[tokio::test]
async fn what_happens_once_is_told_once_whatever_is_repeated() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let (ware, chen) = (coach(&house, 5).await, guest(&cx).await);
        for _ in 0..3 {
            let number = booking::place(&cx, &chen, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
            pays_again(&cx, &number).await;
            deliver(&cx).await;
        }
        let mut topics: Vec<_> = post.letters().iter().map(|letter| letter.calendar.is_some()).collect();
        // Letters go out side by side: which of them is first is nobody's promise.
        topics.sort_unstable();
        assert_eq!(topics, [false, true], "it was placed, and confirmed with a date for the calendar");
        assert!(post.texts().is_empty(), "who gave an address is written to");
        assert_eq!(deliver(&cx).await, 0);
    })
    .await;
}

/// Records the same receipt, by a clerk who is taken on the first time.
async fn pays_again(cx: &Cx, number: &Number) {
    let known = people::visitor(cx).await.1;
    let signed_in = services::staff::sign_in(cx, &known, people::HOME, &people::credentials("sun.finance")).await;
    let clerk = match signed_in {
        Ok(signed_in) => signed_in.staff,
        Err(_) => colleague(cx, "sun.finance", Role::Finance).await.1,
    };
    let (number, way, amount) = (number.to_string(), "counter".to_owned(), "80".to_owned());
    payment::record(cx, &clerk, "slip", &ReceiptForm { number, way, amount, slip: String::new() }).await.unwrap();
}

#[tokio::test]
async fn who_gave_no_address_or_where_no_mail_is_written_gets_a_text_message() {
    on_both(async |house: House| {
        let ware = coach(&house, 5).await;
        let (cx, post) = with_post(&house);
        let mut silent = order(&ware, 1);
        silent.contact.email = None;
        booking::place(&cx, &guest(&cx).await, Script::Hans, "one", &silent).await.unwrap();
        assert_eq!(deliver(&cx).await, 1);
        assert_eq!((post.letters().len(), post.texts()[0].to.as_str()), (0, "+8613800138000"));

        let (cx, post) = with_sms(&house);
        booking::place(&cx, &guest(&cx).await, Script::Hans, "two", &order(&ware, 1)).await.unwrap();
        assert_eq!((deliver(&cx).await, post.texts().len()), (1, 1));

        booking::place(&house.cx, &guest(&cx).await, Script::Hans, "three", &order(&ware, 1)).await.unwrap();
        assert_eq!(notice::Entity::find().count(&house.db).await.unwrap(), 2, "with neither nothing is written");
    })
    .await;
}

#[tokio::test]
async fn two_workers_at_once_send_each_notice_once() {
    on_both(async |house: House| {
        let ware = coach(&house, 50).await;
        let (cx, post) = with_post(&house);
        for count in 0..40 {
            let chen = guest(&cx).await;
            booking::place(&cx, &chen, Script::Hans, &format!("key-{count}"), &order(&ware, 1)).await.unwrap();
        }
        let other = house.instance().await.cx.with_outside(cx.outside().clone());
        let (one, two) = tokio::join!(deliver(&cx), services::notice::deliver(&other, "there"));
        assert_eq!(one + two.unwrap(), 40);
        let letters = post.letters();
        let ids: HashSet<_> = letters.iter().map(|letter| &letter.id).collect();
        assert_eq!((letters.len(), ids.len()), (40, 40));
    })
    .await;
}

#[tokio::test]
async fn a_worker_killed_before_it_can_say_so_doubles_the_one_in_its_hands_under_the_same_id() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        books(&house, &cx, 5).await;
        post.turn(Mood::TakesAndHangs);
        let killed = tokio::spawn({
            let cx = cx.clone();
            async move { services::notice::deliver(&cx, "first").await }
        });
        post.takes().await;
        killed.abort();
        assert!(killed.await.unwrap_err().is_cancelled());

        post.turn(Mood::Takes);
        assert_eq!(deliver(&cx).await, 0, "the dead one's lease holds");
        house.clock.forward(TimeDelta::seconds(30));
        assert_eq!(deliver(&cx).await, 1);
        house.clock.forward(TimeDelta::days(1));
        assert_eq!(deliver(&cx).await, 0);
        let letters = post.letters();
        assert_eq!(letters.len(), 2);
        assert_eq!(letters[0].id, letters[1].id);
    })
    .await;
}

#[tokio::test]
async fn a_notice_that_cannot_go_waits_ever_longer_and_is_given_up_in_the_end() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let number = books(&house, &cx, 5).await;
        post.turn(Mood::Refuses(Undelivered::Later("451 4.7.1".to_owned())));
        let staff = boss(&cx).await;
        for tries in 1..MOST_TRIES {
            assert_eq!(deliver(&cx).await, 0);
            assert_eq!(post.tries(), tries as usize);
            let queue = services::notice::queue(&cx, &staff).await.unwrap();
            assert_eq!((queue.waiting[0].tries, queue.waiting[0].trouble.as_str()), (tries, "451 4.7.1"));
            let wait = TimeDelta::seconds(BACK_OFF[(tries as usize - 1).min(BACK_OFF.len() - 1)]);
            house.clock.forward(wait - TimeDelta::seconds(1));
            deliver(&cx).await;
            assert_eq!(post.tries(), tries as usize, "it is too early after try {tries}");
            house.clock.forward(TimeDelta::seconds(1));
        }
        deliver(&cx).await;
        let queue = services::notice::queue(&cx, &staff).await.unwrap();
        assert_eq!((queue.waiting.len(), queue.dead.len(), queue.sent), (0, 1, 0));
        let dead = &queue.dead[0];
        assert_eq!((dead.topic, dead.status, dead.tries), (Topic::Placed, NoticeStatus::Dead, MOST_TRIES));
        assert_eq!((dead.to.as_str(), dead.number.as_str()), ("y***@example.com", number.as_str()));
        house.clock.forward(TimeDelta::days(2));
        deliver(&cx).await;
        assert_eq!(post.tries(), MOST_TRIES as usize);
    })
    .await;
}

#[tokio::test]
async fn staff_send_again_what_was_given_up() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        books(&house, &cx, 5).await;
        post.turn(Mood::Refuses(Undelivered::Never("550 5.1.1".to_owned())));
        deliver(&cx).await;
        let (staff, agent) = (boss(&cx).await, colleague(&cx, "lin.agent", Role::Agent).await.1);
        let dead = services::notice::queue(&cx, &staff).await.unwrap().dead;
        assert_eq!((dead[0].tries, dead[0].trouble.as_str()), (1, "550 5.1.1"), "no is no");

        let id = dead[0].id;
        assert_eq!(refusal(services::notice::resend(&cx, &agent, id).await), Rule::Forbidden);
        assert_eq!(refusal(services::notice::queue(&cx, &agent).await), Rule::Forbidden);
        assert_eq!(refusal(services::notice::resend(&cx, &staff, id + 100).await), Rule::Unknown);
        post.turn(Mood::Takes);
        services::notice::resend(&cx, &staff, id).await.unwrap();
        assert_eq!(deliver(&cx).await, 1);
        assert_eq!(refusal(services::notice::resend(&cx, &staff, id).await), Rule::Changed);
        let queue = services::notice::queue(&cx, &staff).await.unwrap();
        assert_eq!((queue.dead.len(), queue.waiting.len(), queue.sent), (0, 0, 1));
        let written = audit::Entity::find().all(&house.db).await.unwrap();
        assert!(written.iter().any(|row| row.what == "notice-resent" && row.staff_id == staff.id));
    })
    .await;
}

#[tokio::test]
async fn a_notice_that_ends_its_worker_ends_no_other_and_is_given_up() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        books(&house, &cx, 5).await;
        post.turn(Mood::Breaks);
        for _ in 0..MOST_TRIES {
            assert!(services::notice::deliver(&cx, "here").await.is_err());
            house.clock.forward(TimeDelta::seconds(30));
        }
        assert_eq!(deliver(&cx).await, 0);
        let dead = the_notice(&house).await;
        assert_eq!((dead.status.as_str(), dead.trouble.as_str()), ("dead", "worker-lost"));
    })
    .await;
}

#[tokio::test]
async fn no_phone_rings_at_night_for_what_can_wait() {
    on_both(async |house: House| {
        let (cx, post) = with_sms(&house);
        let number = books(&house, &cx, 5).await;
        house.clock.turn_to("2026-11-23T23:30:00+08:00".parse().unwrap());
        pays(&cx, &number).await;
        assert_eq!(deliver(&cx).await, 2, "what the customer waits for comes at once");

        house.clock.turn_to("2026-11-26T08:00:00+08:00".parse().unwrap());
        assert_eq!(job::run_now(&cx, "here", Some(Job::Reminders)).await.unwrap(), [(Job::Reminders, 1)]);
        house.clock.turn_to("2026-11-26T07:59:59+08:00".parse().unwrap());
        let rows = notice::Entity::find().all(&house.db).await.unwrap();
        assert_eq!(rows.len(), 3);
        assert_eq!(deliver(&cx).await, 0);
        house.clock.turn_to("2026-11-26T08:00:00+08:00".parse().unwrap());
        assert_eq!(deliver(&cx).await, 1);
        assert_eq!(post.texts().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn what_expires_at_night_is_told_in_the_morning() {
    on_both(async |house: House| {
        let (cx, post) = with_sms(&house);
        house.clock.turn_to("2026-11-23T22:00:00+08:00".parse().unwrap());
        books(&house, &cx, 5).await;
        deliver(&cx).await;
        house.clock.turn_to("2026-11-24T22:00:00+08:00".parse().unwrap());
        job::run_now(&cx, "here", Some(Job::Holds)).await.unwrap();
        assert_eq!(deliver(&cx).await, 0);
        house.clock.turn_to("2026-11-25T07:59:00+08:00".parse().unwrap());
        assert_eq!(deliver(&cx).await, 0);
        house.clock.turn_to("2026-11-25T08:00:00+08:00".parse().unwrap());
        assert_eq!((deliver(&cx).await, post.texts().len()), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn a_reminder_comes_once_and_only_to_who_booked_before_it_was_time() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let number = books(&house, &cx, 5).await;
        pays(&cx, &number).await;
        deliver(&cx).await;
        house.clock.turn_to("2026-11-26T07:59:59+08:00".parse().unwrap());
        assert_eq!(services::notice::remind(&cx).await.unwrap(), 0, "it is not time yet");
        house.clock.turn_to("2026-11-26T08:00:00+08:00".parse().unwrap());
        let (one, other) = tokio::join!(services::notice::remind(&cx), services::notice::remind(&cx));
        assert!(one.unwrap() + other.unwrap() >= 1);
        assert_eq!(services::notice::remind(&cx).await.unwrap(), 0);
        assert_eq!((deliver(&cx).await, post.letters().len()), (1, 3));
    })
    .await;
}

#[tokio::test]
async fn a_reminder_of_what_has_begun_is_not_sent() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let number = books(&house, &cx, 5).await;
        pays(&cx, &number).await;
        deliver(&cx).await;
        house.clock.turn_to("2026-11-26T08:30:00+08:00".parse().unwrap());
        services::notice::remind(&cx).await.unwrap();
        house.clock.turn_to("2026-11-26T09:00:00+08:00".parse().unwrap());
        assert_eq!((deliver(&cx).await, post.letters().len()), (0, 2));
        let dead = services::notice::queue(&cx, &boss(&cx).await).await.unwrap().dead;
        assert_eq!((dead[0].topic, dead[0].trouble.as_str()), (Topic::Reminder, "void"));
    })
    .await;
}

#[tokio::test]
async fn a_member_has_an_inbox_in_the_script_he_reads_with_what_he_has_not_seen() {
    on_both(async |house: House| {
        let (cx, _) = with_post(&house);
        let ware = coach(&house, 5).await;
        let lin = registered(&cx, "13900139000").await.member;
        let wu = registered(&cx, "13900139001").await.member;
        let asker = Asker::Member(lin.clone());
        let number = booking::place(&cx, &asker, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        house.clock.forward(TimeDelta::minutes(1));
        pays(&cx, &number).await;
        assert_eq!(services::notice::unread(&cx, &lin).await.unwrap(), 2);
        let rows = services::notice::inbox(&cx, &lin, Script::Hant).await.unwrap();
        let titles: Vec<_> = rows.iter().map(|row| row.title.as_str()).collect();
        assert_eq!(titles, ["預訂已確認", "已收到您的預訂"], "the newest first, and as things are now");
        assert!(rows.iter().all(|row| row.unread && row.page == format!("/bookings/{number}") && !row.text.is_empty()));
        assert!(rows.iter().flat_map(|row| &row.text).all(|text| !text.contains('⟦') && !text.contains("预")));

        services::notice::mark_read(&cx, &wu).await.unwrap();
        assert_eq!(services::notice::unread(&cx, &lin).await.unwrap(), 2, "another's eyes are not his");
        assert!(services::notice::inbox(&cx, &wu, Script::Hans).await.unwrap().is_empty());
        services::notice::mark_read(&cx, &lin).await.unwrap();
        assert_eq!(services::notice::unread(&cx, &lin).await.unwrap(), 0);
        assert!(services::notice::inbox(&cx, &lin, Script::Hans).await.unwrap().iter().all(|row| !row.unread));
    })
    .await;
}
